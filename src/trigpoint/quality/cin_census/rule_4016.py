"""Rule 4016."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import covered, through, up_to
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINplanDates, Header


def _within_the_other(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        plans, others = child.rows(CINplanDates), child.rows(ChildProtectionPlans)
        yield from covered(plans, lambda row: row.CINPlanStartDate, others, lambda row: row.CPPstartDate, _last)


def _last(row: ChildProtectionPlans) -> int | None:
    return up_to(row.CPPendDate) if row.filled("CPPendDate") else through(reference_date(row))


rule_4016 = ReturnRule(
    code="4016",
    title="A child in need plan begins while the child has a child protection plan",
    mend="begin the child in need plan on the day on which the child protection plan ended",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanStartDate", "CPPstartDate", "CPPendDate", "ReferenceDate"),
    reads=(Header, ChildProtectionPlans),
    finds=_within_the_other,
    examples="""
        fails: CINdetails; *ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/06/2025;
            ChildProtectionPlans CPPstartDate=01/04/2025 CPPendDate=01/05/2025; CINdetails;
            *CINplanDates CINPlanStartDate=01/05/2025; CINplanDates CINPlanStartDate=01/06/2025
        fails: CINdetails; *ChildProtectionPlans CPPstartDate=01/05/2025; *CINplanDates CINPlanStartDate=31/03/2026
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/06/2025;
            CINplanDates CINPlanStartDate=01/06/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/06/2025;
            CINplanDates CINPlanStartDate=30/04/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; CINplanDates CINPlanStartDate=01/04/2026
    """,
)
