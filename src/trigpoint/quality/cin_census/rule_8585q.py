"""Rule 8585Q."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails


def _without_death(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(CINdetails):
        if row.ReasonForClosure == "RC2":
            identifiers = row.child.rows(ChildIdentifiers)
            if not any(child.filled("PersonDeathDate") for child in identifiers):
                yield from (row, *identifiers)


rule_8585q = ReturnRule(
    code="8585Q",
    title="The referral was closed because the child died, but no date of death is recorded",
    mend="record the date of death, or correct the reason for closure",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("ReasonForClosure", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=_without_death,
    examples="""
        fails: *ChildIdentifiers; *CINdetails ReasonForClosure=RC2; CINdetails ReasonForClosure=RC1
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails ReasonForClosure=RC2
        passes: ChildIdentifiers; CINdetails ReasonForClosure=RC1
    """,
)
