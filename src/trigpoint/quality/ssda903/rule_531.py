"""Rule 531."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_531 = ReturnRule(
    code="531",
    title="A voluntary provider is shown for a child placed with parents",
    mend="correct the placement type or the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "PLACE_PROVIDER"),
    fails=lambda row: row.PLACE_PROVIDER == "PR5" and row.PLACE == "P1",
    examples="""
        fails: Episodes PLACE=P1 PLACE_PROVIDER=PR5
        passes: Episodes PLACE=R3 PLACE_PROVIDER=PR5
        passes: Episodes PLACE=P1 PLACE_PROVIDER=PR0
    """,
)
