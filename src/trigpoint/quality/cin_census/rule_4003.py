"""Rule 4003."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details, inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails, CINplanDates, Reviews


def _in_another_plan(row: Reviews) -> bool:
    day = row.CPPreviewDate
    if day is None or (isinstance(row.within, ChildProtectionPlans) and row.within.CPPendDate == day):
        return False
    return any(
        plan.CINPlanStartDate and plan.CINPlanStartDate <= day and is_before(day, plan.CINPlanEndDate)
        for plan in inside(details(row), CINplanDates)
    )


rule_4003 = ReturnRule(
    code="4003",
    title="A child protection review was held while the child had a child in need plan",
    mend="correct the date of the review or the dates of the child in need plan",
    source=SOURCE,
    lists=Reviews,
    fields=("CPPreviewDate", "CINPlanStartDate", "CINPlanEndDate", "CPPendDate"),
    reads=(CINdetails, CINplanDates, ChildProtectionPlans),
    fails=_in_another_plan,
    examples="""
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025; ChildProtectionPlans;
            Reviews CPPreviewDate=01/05/2025
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=03/05/2025;
            ChildProtectionPlans CPPendDate=01/05/2025; Reviews CPPreviewDate=02/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025; ChildProtectionPlans;
            Reviews CPPreviewDate=02/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025; ChildProtectionPlans;
            Reviews CPPreviewDate=30/04/2025
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025; CINplanDates;
            ChildProtectionPlans; Reviews CPPreviewDate=01/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=03/05/2025;
            ChildProtectionPlans CPPendDate=01/05/2025; Reviews CPPreviewDate=01/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; ChildProtectionPlans;
            Reviews CPPreviewDate=02/05/2025
    """,
)
