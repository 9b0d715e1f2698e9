"""Rule 8510."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _shared(collection: Collection) -> Iterator[ReturnRow]:
    rows = collection.rows(ChildIdentifiers)
    held = Counter(row.LAchildID for row in rows if row.LAchildID)
    return (row for row in rows if row.LAchildID and held[row.LAchildID] > 1)


rule_8510 = ReturnRule(
    code="8510",
    title="Two children have the same local id",
    mend="merge the record of a child that is held twice, or give each child a number of their own",
    source=SOURCE,
    who="performance team",
    lists=ChildIdentifiers,
    fields=("LAchildID",),
    finds=_shared,
    examples="""
        fails: *ChildIdentifiers LAchildID=12; *ChildIdentifiers LAchildID=12; ChildIdentifiers LAchildID=13
        passes: ChildIdentifiers LAchildID=12; ChildIdentifiers LAchildID=13
        passes: ChildIdentifiers LAchildID=; ChildIdentifiers LAchildID=
    """,
)
