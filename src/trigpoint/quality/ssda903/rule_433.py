"""Rule 433."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from trigpoint.quality.care import episodes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import Episodes

_CHANGES = frozenset({"P", "L", "T", "U", "B"})


def _by_start_and_end(row: Episodes) -> tuple[date, date]:
    return row.DECOM or date.max, row.DEC or date.max


def _not_following(collection: Collection) -> Iterator[Episodes]:
    for child in collection.children.values():
        ordered = sorted(episodes(child), key=_by_start_and_end)
        yield from (row for before, row in pairwise(ordered) if row.RNE in _CHANGES and before.DEC != row.DECOM)


rule_433 = ReturnRule(
    code="433",
    title="A change within a stay in care does not begin on the day on which the episode before it ended",
    mend="correct the dates so that one follows the other, or give the reason S if the child had left care",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "DECOM", "DEC"),
    finds=_not_following,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; *Episodes DECOM=02/06/2026 RNE=P
        fails: Episodes DECOM=01/05/2026; *Episodes DECOM=02/06/2026 RNE=B
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026 RNE=P
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=02/06/2026 RNE=S
        passes: Episodes DECOM=01/05/2026 RNE=L DEC=02/05/2026; Episodes DECOM=01/05/2026 DEC=01/05/2026
        passes: Episodes DECOM=01/05/2026 RNE=L; Episodes DECOM=01/05/2026 DEC=01/05/2026
        passes: Episodes DECOM=01/05/2026 RNE=L
    """,
)
