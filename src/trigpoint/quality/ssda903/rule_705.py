"""Rule 705."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import children_with, orders, overlapping
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import DoLo


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for child in children_with(collection, DoLo):
        yield from overlapping(orders(child))


rule_705 = ReturnRule(
    code="705",
    title="A deprivation of liberty order begins before the child's order in front of it has ended",
    mend="end the earlier order, or correct the dates so that the two do not overlap",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START", "DOLO_END"),
    since=2027,
    finds=_overlapping,
    examples="""
        fails: DoLo DOLO_START=01/05/2026 DOLO_END=03/05/2026; *DoLo DOLO_START=02/05/2026 DOLO_END=04/05/2026
        fails: DoLo DOLO_START=01/05/2026; *DoLo DOLO_START=02/05/2026 DOLO_END=04/05/2026
        passes: DoLo DOLO_START=01/05/2026 DOLO_END=02/05/2026; DoLo DOLO_START=02/05/2026
        passes: DoLo DOLO_START=01/05/2026 DOLO_END=03/05/2026; DoLo child=2 DOLO_START=02/05/2026
    """,
)
