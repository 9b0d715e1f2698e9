"""Rule 557."""

from __future__ import annotations

from collections.abc import Iterator, Set

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption

_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})
_AS_PLANNED = frozenset({"X1", "E11", "E12"})


def _not_reversed(collection: Collection, orders: Set[str]) -> Iterator[ReturnRow]:
    for row in collection.rows(Episodes):
        if (row.PLACE in _FOR_ADOPTION or row.LS in orders) and row.REC and row.REC not in _AS_PLANNED:
            decisions = row.child.rows(PlacedAdoption)
            standing = [one for one in decisions if not (one.filled("DATE_PLACED_CEASED") and one.REASON_PLACED_CEASED)]
            if standing or not decisions:
                yield from (row, *standing)


rule_557 = ReturnRule(
    code="557",
    title="The child left care without being adopted, and the decision to place for adoption is not shown as reversed",
    mend="record when and why the decision was reversed",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED_CEASED", "REASON_PLACED_CEASED", "PLACE", "LS", "REC"),
    since=2025,
    finds=lambda collection: _not_reversed(collection, {"E1"}),
    reads=(PlacedAdoption,),
    earlier=(Condition(lists=Episodes, until=2024, finds=lambda collection: _not_reversed(collection, {"D1", "E1"})),),
    examples="""
        fails: *Episodes LS=E1 REC=E4A; Episodes LS=C2 REC=E4A
        fails: *Episodes PLACE=A3 REC=E4A; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026
        fails: *Episodes PLACE=A6 REC=E4A; *PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: Episodes PLACE=A3 LS=E1 REC=E4A; PlacedAdoption DATE_PLACED_CEASED=01/05/2026 REASON_PLACED_CEASED=RD1
        passes: Episodes LS=E1 REC=X1; Episodes LS=E1 REC=E11; Episodes LS=E1 REC=E12; Episodes LS=E1
        passes: Episodes LS=D1 REC=E4A
        fails in 2024: Episodes LS=D1 REC=E4A
        fails in 2024: Episodes LS=E1 REC=E4A
        passes in 2024: Episodes LS=D1 REC=X1
    """,
)
