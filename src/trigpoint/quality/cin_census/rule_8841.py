"""Rule 8841."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, Reviews


def _is_too_early(row: Reviews) -> bool:
    plan, held = row.within, row.CPPreviewDate
    if held is None or not isinstance(plan, ChildProtectionPlans) or plan.CPPstartDate is None:
        return False
    return held <= plan.CPPstartDate


rule_8841 = ReturnRule(
    code="8841",
    title="A child protection review was held before or on the day on which its plan began",
    mend="correct the date of the review or the start of the plan",
    source=SOURCE,
    lists=Reviews,
    fields=("CPPreviewDate", "CPPstartDate"),
    reads=(ChildProtectionPlans,),
    fails=_is_too_early,
    examples="""
        fails: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; Reviews CPPreviewDate=01/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; Reviews CPPreviewDate=02/05/2025
        passes: CINdetails; ChildProtectionPlans; Reviews CPPreviewDate=02/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025; Reviews
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/06/2025; ChildProtectionPlans CPPstartDate=01/05/2025;
            Reviews CPPreviewDate=01/06/2025
    """,
)
