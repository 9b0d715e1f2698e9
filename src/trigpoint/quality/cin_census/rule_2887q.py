"""Rule 2887Q."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import Disabilities, Header


def _few_kinds(collection: Collection) -> Sequence[ReturnRow]:
    rows = [row for row in collection.rows(Disabilities) if row.Disability not in {None, "NONE"}]
    kinds = {row.Disability for row in rows}
    return (rows or collection.rows(Header)) if len(kinds) <= 7 else ()


rule_2887q = ReturnRule(
    code="2887Q",
    title="No more than seven different kinds of disability are used in the whole return",
    mend="check that disabilities are recorded with their own codes and that all of them reach the return",
    source=SOURCE,
    severity="query",
    who="performance team",
    lists=Disabilities,
    fields=("Disability",),
    finds=_few_kinds,
    examples="""
        fails: *Disabilities Disability=MOB; *Disabilities Disability=HAND; *Disabilities Disability=PC;
            *Disabilities Disability=INC; *Disabilities Disability=COMM; *Disabilities Disability=LD;
            *Disabilities Disability=HEAR; Disabilities child=2 Disability=NONE
        fails: *Header; Disabilities Disability=NONE
        passes: Disabilities Disability=MOB; Disabilities Disability=HAND; Disabilities Disability=PC;
            Disabilities Disability=INC; Disabilities Disability=COMM; Disabilities Disability=LD;
            Disabilities Disability=HEAR; Disabilities Disability=VIS
    """,
)
