"""Rule 8840."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans

rule_8840 = ReturnRule(
    code="8840",
    title="A child protection plan begins and ends on one day",
    mend="correct the start or the end of the plan, or delete a plan opened by mistake",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "CPPendDate"),
    fails=lambda row: row.CPPstartDate and row.CPPstartDate == row.CPPendDate,
    examples="""
        fails: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=01/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025 CPPendDate=02/05/2025
        passes: CINdetails; ChildProtectionPlans
    """,
)
