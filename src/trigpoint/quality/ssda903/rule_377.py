"""Rule 377."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn, Collection
from trigpoint.records.returns.ssda903 import Episodes

_LIMIT = 2


def _holidays(child: ChildReturn) -> list[Episodes]:
    return [row for row in child.rows(Episodes) if row.PLACE == "T3"]


def _too_many(collection: Collection) -> Iterator[Episodes]:
    for child in collection.children.values():
        holidays = _holidays(child)
        if len(holidays) > _LIMIT:
            yield from holidays


rule_377 = ReturnRule(
    code="377",
    title="The child has more than two temporary placements for a carer's holiday",
    mend="check each of them; record those that were not holidays as placements of their own type",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE",),
    finds=_too_many,
    examples="""
        fails: *Episodes PLACE=T3; *Episodes PLACE=T3; Episodes PLACE=U1; *Episodes PLACE=T3
        passes: Episodes PLACE=T3; Episodes PLACE=T3; Episodes PLACE=U1
        passes: Episodes PLACE=T3; Episodes PLACE=T3; Episodes child=2 PLACE=T3
    """,
)
