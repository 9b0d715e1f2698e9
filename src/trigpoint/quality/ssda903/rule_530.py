"""Rule 530."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_530 = ReturnRule(
    code="530",
    title="A private provider is shown for a child placed with parents",
    mend="correct the placement type or the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "PLACE_PROVIDER"),
    fails=lambda row: row.PLACE_PROVIDER == "PR4" and row.PLACE == "P1",
    examples="""
        fails: Episodes PLACE=P1 PLACE_PROVIDER=PR4
        passes: Episodes PLACE=R3 PLACE_PROVIDER=PR4
        passes: Episodes PLACE=P1 PLACE_PROVIDER=PR0
    """,
)
