"""Rule 4001."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import details, inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails, CINplanDates


def _beside_protection(row: CINplanDates) -> bool:
    is_open = row.filled("CINPlanStartDate") and not row.filled("CINPlanEndDate")
    return is_open and any(not plan.filled("CPPendDate") for plan in inside(details(row), ChildProtectionPlans))


rule_4001 = ReturnRule(
    code="4001",
    title="A child in need plan and a child protection plan of one referral are both open",
    mend="end the child in need plan on the day on which the child protection plan began",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanEndDate", "CINPlanStartDate", "CPPendDate"),
    reads=(CINdetails, ChildProtectionPlans),
    fails=_beside_protection,
    examples="""
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; ChildProtectionPlans
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025; ChildProtectionPlans
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; ChildProtectionPlans CPPendDate=02/05/2025
        passes: CINdetails; CINplanDates; ChildProtectionPlans
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; CINdetails; ChildProtectionPlans
    """,
)
