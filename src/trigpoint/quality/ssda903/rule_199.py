"""Rule 199."""

from collections.abc import Iterator
from datetime import date

from trigpoint.quality.care import episodes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn, Collection
from trigpoint.records.returns.ssda903 import Episodes

_ADOPTED = frozenset({"E11", "E12"})


def _after_adoption(collection: Collection) -> Iterator[Episodes]:
    for child in collection.children.values():
        if _is_adopted(child) or (child.last_year and _is_adopted(child.last_year)):
            rows = _in_order(child)
            first = next((at for at, row in enumerate(rows) if row.REC in _ADOPTED), len(rows))
            yield from (row for row in rows[first + 1 :] if row.child is child)


def _is_adopted(child: ChildReturn) -> bool:
    return any(row.REC in _ADOPTED for row in child.rows(Episodes))


def _in_order(child: ChildReturn) -> list[Episodes]:
    """Episodes of both years by DECOM; one that stands in both is this year's."""
    now = episodes(child)
    starts = {row.DECOM for row in now}
    before = [row for row in episodes(child.last_year) if row.DECOM not in starts] if child.last_year else []
    return sorted([*before, *now], key=lambda row: row.DECOM or date.max)


rule_199 = ReturnRule(
    code="199",
    title="An episode follows the child's adoption",
    mend="correct the reason for the end of the earlier episode, or take out what does not belong to this child",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "REC"),
    finds=_after_adoption,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=E11; *Episodes DECOM=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1; Episodes DECOM=01/06/2026 REC=E12
        fails: last year Episodes DECOM=01/05/2025 REC=E12; Episodes DECOM=02/06/2026
        passes: last year Episodes DECOM=01/05/2025 REC=E4A; Episodes DECOM=02/06/2026
        passes: last year Episodes DECOM=01/05/2025 REC=E12; Episodes DECOM=01/05/2025 REC=E12
    """,
)
