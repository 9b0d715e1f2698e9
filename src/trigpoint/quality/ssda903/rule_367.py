"""Rule 367."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import ChildReturn, Collection
from trigpoint.records.returns.ssda903 import Episodes

_LIMIT = 75


def _breaks(child: ChildReturn) -> list[Episodes]:
    return [row for row in child.rows(Episodes) if row.LS == "V3"]


def _days(row: Episodes) -> int:
    first, last = row.collection.first_day, row.collection.last_day
    end = last if is_open(row) else row.DEC
    if row.DECOM is None or end is None:
        return 0
    return max(0, (min(end, last) - max(row.DECOM, first)).days)


def _too_many(collection: Collection) -> Iterator[Episodes]:
    for child in collection.children.values():
        breaks = _breaks(child)
        if sum(map(_days, breaks)) > _LIMIT:
            yield from breaks


rule_367 = ReturnRule(
    code="367",
    title="The child's short breaks add up to more than 75 days in the year",
    mend="correct their dates, or record the child as looked after under another legal status",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    finds=_too_many,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=11/05/2026 LS=V3; Episodes DECOM=01/06/2026 DEC=06/08/2026 LS=V3
        fails: Episodes DECOM=14/01/2027 LS=V3
        passes: Episodes DECOM=01/05/2026 DEC=11/05/2026 LS=V3; Episodes DECOM=01/06/2026 DEC=05/08/2026 LS=V3
        passes: Episodes DECOM=15/01/2027 LS=V3
        passes: Episodes DECOM=01/01/2026 DEC=15/06/2026 LS=V3
        fails: Episodes DECOM=01/01/2026 DEC=01/02/2026 LS=V3; Episodes DECOM=14/01/2027 LS=V3
        passes: Episodes DECOM=01/05/2026 DEC=01/05/2026 LS=V3; Episodes DECOM=15/01/2027 LS=V3
        passes: Episodes DECOM=14/01/2027 DEC=soon LS=V3
        passes: Episodes LS=V3; Episodes DECOM=15/01/2027 LS=V3
        passes: Episodes DECOM=01/05/2026 DEC=01/12/2026 LS=V4
    """,
)
