"""Rule 528."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_528 = ReturnRule(
    code="528",
    title="Another authority is shown as provider of a placement that it cannot provide",
    mend="correct the placement type or the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "PLACE_PROVIDER"),
    fails=lambda row: row.PLACE_PROVIDER == "PR2" and row.PLACE in {"P1", "R2", "R5"},
    examples="""
        fails: Episodes PLACE=P1 PLACE_PROVIDER=PR2
        fails: Episodes PLACE=R5 PLACE_PROVIDER=PR2
        passes: Episodes PLACE=R3 PLACE_PROVIDER=PR2
        passes: Episodes PLACE=P1 PLACE_PROVIDER=PR0
    """,
)
