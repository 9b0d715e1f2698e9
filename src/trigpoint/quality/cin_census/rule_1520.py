"""Rule 1520."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _shared(collection: Collection) -> Iterator[ReturnRow]:
    rows = collection.rows(ChildIdentifiers)
    held = Counter(row.UPN for row in rows if row.UPN)
    return (row for row in rows if row.UPN and held[row.UPN] > 1)


rule_1520 = ReturnRule(
    code="1520",
    title="Two children have the same UPN",
    mend="find out whose UPN it is, and whether the two are one child recorded twice",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN",),
    finds=_shared,
    examples="""
        fails: *ChildIdentifiers child=1 UPN=X300000000001; *ChildIdentifiers child=2 UPN=X300000000001;
            ChildIdentifiers child=3 UPN=A1
        passes: ChildIdentifiers child=1 UPN=X300000000001; ChildIdentifiers child=2 UPN=Y300000000002
        passes: ChildIdentifiers child=1; ChildIdentifiers child=2
    """,
)
