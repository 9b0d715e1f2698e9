"""Rule 378."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_378 = ReturnRule(
    code="378",
    title="A child placed with parents is shown as accommodated by agreement",
    mend="correct the placement type, or record the order that the child is under",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "LS"),
    fails=lambda row: row.PLACE == "P1" and row.LS == "V2",
    examples="""
        fails: Episodes PLACE=P1 LS=V2
        passes: Episodes PLACE=P1 LS=C2
        passes: Episodes PLACE=U1 LS=V2
    """,
)
