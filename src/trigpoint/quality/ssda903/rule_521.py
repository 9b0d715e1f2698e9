"""Rule 521."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, Episodes

_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})


def _before_decision(collection: Collection) -> Iterator[ReturnRow]:
    for adopted in collection.rows(AD1):
        for row in adopted.child.rows(Episodes):
            if row.PLACE in _FOR_ADOPTION and is_after(adopted.DATE_INT, row.DECOM):
                yield from (row, adopted)


rule_521 = ReturnRule(
    code="521",
    title="A placement for adoption began before the decision to place the child for adoption",
    mend="correct the start of the placement or the date of the decision (DATE_INT)",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DATE_INT"),
    finds=_before_decision,
    reads=(AD1,),
    examples="""
        fails: *Episodes DECOM=01/05/2026 PLACE=A3; Episodes DECOM=02/05/2026 PLACE=A6; *AD1 DATE_INT=02/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=A3; AD1 DATE_INT=01/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=U5; AD1 DATE_INT=02/05/2026
        passes: Episodes DECOM=01/05/2026 PLACE=A3; AD1 child=2 DATE_INT=02/05/2026
    """,
)
