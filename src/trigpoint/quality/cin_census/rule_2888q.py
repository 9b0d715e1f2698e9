"""Rule 2888Q."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import Disabilities, Header


def _one_each(collection: Collection) -> Sequence[ReturnRow]:
    rows = [row for row in collection.rows(Disabilities) if row.Disability not in {None, "NONE"}]
    children = {row.child.key for row in rows}
    return (rows or collection.rows(Header)) if len(children) == len(rows) else ()


rule_2888q = ReturnRule(
    code="2888Q",
    title="Every child of the return with a disability has only the one",
    mend="check that every disability of a child reaches the return",
    source=SOURCE,
    severity="query",
    who="performance team",
    lists=Disabilities,
    fields=("Disability",),
    finds=_one_each,
    examples="""
        fails: *Disabilities Disability=MOB; *Disabilities child=2 Disability=LD; Disabilities child=2 Disability=NONE
        fails: *Header; Disabilities Disability=NONE
        passes: Disabilities Disability=MOB; Disabilities Disability=LD; Disabilities child=2 Disability=LD
    """,
)
