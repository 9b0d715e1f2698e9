"""Rule 551."""

from __future__ import annotations

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption

_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})


def _lacks_decision(row: Episodes) -> bool:
    decisions = row.child.rows(PlacedAdoption)
    return not decisions or not all(one.filled("DATE_PLACED") for one in decisions)


rule_551 = ReturnRule(
    code="551",
    title="The child is placed for adoption, and the decision to do so is not in the return",
    mend="record the decision that the child should be placed for adoption, with its date",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DATE_PLACED"),
    fails=lambda row: row.PLACE in _FOR_ADOPTION and _lacks_decision(row),
    reads=(PlacedAdoption,),
    examples="""
        fails: *Episodes PLACE=A3; Episodes PLACE=U5
        fails: Episodes PLACE=A6; PlacedAdoption
        fails: Episodes PLACE=A6; PlacedAdoption; PlacedAdoption DATE_PLACED=01/05/2026
        fails: Episodes PLACE=A3; PlacedAdoption child=2 DATE_PLACED=01/05/2026
        passes: Episodes PLACE=A3; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Episodes PLACE=U5
    """,
)
