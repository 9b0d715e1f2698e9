"""Rule 502."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.care import earliest, episodes
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import Episodes


def _begins_otherwise(collection: Collection) -> Iterator[Episodes]:
    for child in collection.children.values():
        first, before = earliest(child), child.last_year
        still_open = [row for row in episodes(before) if is_open(row)] if before is not None else []
        if first is not None and any(row.DECOM != first.DECOM for row in still_open):
            yield first


rule_502 = ReturnRule(
    code="502",
    title="Last year's return left an episode open, and this year's first episode begins on another day",
    mend="add the episode that was open, or correct its start",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM",),
    finds=_begins_otherwise,
    needs=frozenset({Need.LAST_YEAR}),
    examples="""
        fails: last year Episodes DECOM=01/05/2025; *Episodes DECOM=02/05/2025; Episodes DECOM=01/06/2026
        passes: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/05/2025; Episodes DECOM=01/06/2026
        passes: last year Episodes DECOM=01/05/2025 DEC=01/06/2025; Episodes DECOM=02/05/2026
        passes: last year Episodes child=2 DECOM=01/05/2025; Episodes DECOM=02/05/2026
    """,
)
