"""Rule 8940."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import overlapping, through
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildProtectionPlans, Header


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        yield from overlapping(child.rows(ChildProtectionPlans), lambda row: row.CPPstartDate, _last)


def _last(row: ChildProtectionPlans) -> int | None:
    return through(row.CPPendDate if row.filled("CPPendDate") else reference_date(row))


rule_8940 = ReturnRule(
    code="8940",
    title="Two child protection plans of the child overlap",
    mend="end the first plan before the next begins, or delete one recorded twice",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "CPPendDate", "ReferenceDate"),
    reads=(Header,),
    finds=_overlapping,
    examples="""
        fails: CINdetails; *ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/06/2025; CINdetails;
            *ChildProtectionPlans CPPstartDate=01/06/2025; CINdetails child=2;
            ChildProtectionPlans child=2 CPPstartDate=01/06/2025
        fails: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; ChildProtectionPlans CPPstartDate=31/03/2026
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/06/2025;
            ChildProtectionPlans CPPstartDate=02/06/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; ChildProtectionPlans CPPstartDate=01/04/2026
    """,
)
