"""Rule 554."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.care import episodes
from trigpoint.quality.days import is_after, is_before
from trigpoint.quality.periods import periods
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _under_order(decision: PlacedAdoption) -> Episodes | None:
    """The first episode with E1 from the start of the period of care in which the decision was taken."""
    begun = [one.start for one in periods(decision.child) if not is_before(decision.DATE_PLACED, one.start)]
    ordered = (row for row in episodes(decision.child) if row.LS == "E1")
    return next((row for row in ordered if begun and not is_before(row.DECOM, begun[-1])), None)


def _decided_late(collection: Collection) -> Iterator[ReturnRow]:
    for decision in collection.rows(PlacedAdoption):
        first = _under_order(decision)
        if first is not None and is_after(decision.DATE_PLACED, first.DECOM):
            yield from (first, decision)


rule_554 = ReturnRule(
    code="554",
    title="The decision to place for adoption is dated after the placement order began",
    mend="correct the date of the decision, or the start of the legal status E1",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED", "DECOM", "LS"),
    finds=_decided_late,
    reads=(PlacedAdoption,),
    doubt="A placement order is not seen when its episode ended in an earlier year; check with DfE",
    examples="""
        fails: *Episodes DECOM=01/05/2026 LS=E1; Episodes DECOM=01/06/2026 LS=E1; *PlacedAdoption DATE_PLACED=02/05/2026
        fails: Episodes DECOM=01/05/2026 LS=C2 REC=X1; *Episodes DECOM=01/06/2026 LS=E1; *PlacedAdoption DATE_PLACED=02/06/2026
        passes: Episodes DECOM=01/05/2026 LS=E1; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Episodes DECOM=01/05/2026 LS=C2; PlacedAdoption DATE_PLACED=02/05/2026
        fails: Episodes DECOM=01/04/2026 DEC=30/04/2026 LS=E1; *Episodes DECOM=01/05/2026 LS=E1; *PlacedAdoption DATE_PLACED=02/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=31/05/2026 LS=E1; Episodes DECOM=01/06/2026; PlacedAdoption DATE_PLACED=02/06/2026
        passes: Episodes DECOM=02/05/2026 LS=E1; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Episodes DECOM=01/05/2026 LS=E1; PlacedAdoption
    """,
)
