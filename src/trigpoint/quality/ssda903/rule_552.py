"""Rule 552."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.care import episodes
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption

_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})


def _before_decision(collection: Collection) -> Iterator[ReturnRow]:
    for child in dict.fromkeys(row.child for row in collection.rows(PlacedAdoption)):
        first = next((row for row in episodes(child) if row.PLACE in _FOR_ADOPTION), None)
        decided = max((row.DATE_PLACED for row in child.rows(PlacedAdoption) if row.DATE_PLACED), default=None)
        if first is not None and is_before(first.DECOM, decided):
            yield first
            yield from (row for row in child.rows(PlacedAdoption) if decided == row.DATE_PLACED)


rule_552 = ReturnRule(
    code="552",
    title="The first placement for adoption began before the decision to place the child for adoption",
    mend="correct the date of the decision, or the placement type or start",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED", "DECOM", "PLACE"),
    finds=_before_decision,
    reads=(PlacedAdoption,),
    examples="""
        fails: Episodes DECOM=02/05/2026 PLACE=A4; *Episodes DECOM=01/05/2026 PLACE=A3; *PlacedAdoption DATE_PLACED=02/05/2026
        fails: *Episodes DECOM=01/05/2026 PLACE=A6; PlacedAdoption DATE_PLACED=01/04/2026; *PlacedAdoption DATE_PLACED=02/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=A3; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=U5; PlacedAdoption DATE_PLACED=02/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=A3; PlacedAdoption
    """,
)
