"""Rule 398."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_398 = ReturnRule(
    code="398",
    title="A short break has a postcode of the home or of the placement, which short breaks do not report",
    mend="take the postcodes out of the episode",
    source=SOURCE,
    who="performance team",
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "LS"),
    fails=lambda row: row.LS in RESPITE and (row.HOME_POST or row.PL_POST),
    examples="""
        fails: Episodes LS=V3 HOME_POST=AB11AA
        fails: Episodes LS=V4 PL_POST=AB11AA
        passes: Episodes LS=V3
        passes: Episodes LS=V2 HOME_POST=AB11AA PL_POST=AB12AA
    """,
)
