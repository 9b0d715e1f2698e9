"""Rule 8794."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import Disabilities


def _repeated(collection: Collection) -> Iterator[Disabilities]:
    for child in collection.children.values():
        rows = child.rows(Disabilities)
        held = Counter(row.Disability for row in rows)
        yield from (row for row in rows if row.Disability and held[row.Disability] > 1)


rule_8794 = ReturnRule(
    code="8794",
    title="A disability of the child is given more than once",
    mend="keep one of the rows",
    source=SOURCE,
    lists=Disabilities,
    fields=("Disability",),
    finds=_repeated,
    examples="""
        fails: *Disabilities Disability=LD; Disabilities Disability=AUT; *Disabilities Disability=LD;
            Disabilities child=2 Disability=LD
        passes: Disabilities Disability=LD; Disabilities Disability=AUT
        passes: Disabilities; Disabilities
    """,
)
