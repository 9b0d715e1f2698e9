"""Rule 392d."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_392d = ReturnRule(
    code="392d",
    title="The placement has the postcode of the child's home, yet the child is not placed with parents",
    mend="correct the postcode of the home or of the placement, or the placement type",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "PLACE"),
    fails=lambda row: row.PLACE != "P1" and row.HOME_POST and row.HOME_POST == row.PL_POST,
    examples="""
        fails: Episodes PLACE=U1 HOME_POST=AB11AA PL_POST=AB11AA
        passes: Episodes PLACE=U1 HOME_POST=AB11AA PL_POST=AB12AA
        passes: Episodes PLACE=P1 HOME_POST=AB11AA PL_POST=AB11AA
        passes: Episodes PLACE=U1
    """,
)
