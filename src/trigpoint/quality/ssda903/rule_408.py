"""Rule 408."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_408 = ReturnRule(
    code="408",
    title="The child is placed for adoption under a placement order, and the legal status is another",
    mend="record the legal status E1 from the day of the placement order, or correct the placement type",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "LS"),
    fails=lambda row: row.PLACE in {"A5", "A6"} and row.LS != "E1",
    examples="""
        fails: Episodes PLACE=A5 LS=C2
        fails: Episodes PLACE=A6
        passes: Episodes PLACE=A5 LS=E1
        passes: Episodes PLACE=A3 LS=C2
    """,
)
