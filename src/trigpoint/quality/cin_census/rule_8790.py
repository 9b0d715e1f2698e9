"""Rule 8790."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import Disabilities


def _beside_none(collection: Collection) -> Iterator[Disabilities]:
    for child in collection.children.values():
        rows = child.rows(Disabilities)
        if any(row.Disability == "NONE" for row in rows):
            yield from (row for row in rows if row.Disability != "NONE")


rule_8790 = ReturnRule(
    code="8790",
    title="A child with a disability also has the code for none",
    mend="take NONE away, or the disability when the child has none",
    source=SOURCE,
    lists=Disabilities,
    fields=("Disability",),
    finds=_beside_none,
    examples="""
        fails: *Disabilities Disability=LD; Disabilities Disability=NONE; *Disabilities Disability=AUT
        passes: Disabilities Disability=LD; Disabilities Disability=AUT
        passes: Disabilities Disability=NONE; Disabilities Disability=NONE
        passes: Disabilities Disability=LD; Disabilities child=2 Disability=NONE
    """,
)
