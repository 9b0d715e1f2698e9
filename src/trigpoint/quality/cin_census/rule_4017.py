"""Rule 4017."""

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
        plans, others = child.rows(ChildProtectionPlans), child.rows(CINplanDates)
        yield from covered(plans, lambda row: row.CPPstartDate, others, lambda row: row.CINPlanStartDate, _last)


def _last(row: CINplanDates) -> int | None:
    return up_to(row.CINPlanEndDate) if row.filled("CINPlanEndDate") else through(reference_date(row))


rule_4017 = ReturnRule(
    code="4017",
    title="A child protection plan begins while the child has a child in need plan",
    mend="end the child in need plan on the day on which the child protection plan began",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "CINPlanStartDate", "CINPlanEndDate", "ReferenceDate"),
    reads=(Header, CINplanDates),
    finds=_within_the_other,
    examples="""
        fails: CINdetails; *CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=01/06/2025;
            *ChildProtectionPlans CPPstartDate=01/05/2025; ChildProtectionPlans CPPstartDate=01/06/2025
        fails: CINdetails; *CINplanDates CINPlanStartDate=01/05/2025; CINdetails;
            *ChildProtectionPlans CPPstartDate=31/03/2026
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=01/06/2025;
            ChildProtectionPlans CPPstartDate=01/06/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; ChildProtectionPlans CPPstartDate=01/04/2026
    """,
)
