"""Rule 444."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import Header

_NONE = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5"})


def _shared(collection: Collection) -> Iterator[Header]:
    rows = [row for row in collection.rows(Header) if row.UPN and row.UPN not in _NONE]
    times = Counter(row.UPN for row in rows)
    yield from (row for row in rows if times[row.UPN] > 1)


rule_444 = ReturnRule(
    code="444",
    title="Several children have the same unique pupil number",
    mend="check the UPN of each with the school and correct the wrong one",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN",),
    since=2026,
    finds=_shared,
    examples="""
        fails: *Header UPN=A123456789123; *Header child=2 UPN=A123456789123; Header child=3 UPN=B123456789123
        passes: Header UPN=A123456789123; Header child=2 UPN=B123456789123
        passes: Header UPN=UN5; Header child=2 UPN=UN5
        passes: Header; Header child=2
    """,
)
