"""Rule 550."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_550 = ReturnRule(
    code="550",
    title="The parents are shown as provider of a placement that is not with them",
    mend="correct the placement type or the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "PLACE_PROVIDER"),
    fails=lambda row: row.PLACE_PROVIDER == "PR0" and row.PLACE != "P1",
    examples="""
        fails: Episodes PLACE=U1 PLACE_PROVIDER=PR0
        fails: Episodes PLACE_PROVIDER=PR0
        passes: Episodes PLACE=P1 PLACE_PROVIDER=PR0
        passes: Episodes PLACE=U1 PLACE_PROVIDER=PR1
    """,
)
