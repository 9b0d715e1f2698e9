"""Rule 8925."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans

rule_8925 = ReturnRule(
    code="8925",
    title="A child protection plan ends before it begins",
    mend="correct the start or the end of the plan",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPendDate", "CPPstartDate"),
    fails=lambda row: is_before(row.CPPendDate, row.CPPstartDate),
    examples="""
        fails: CINdetails; ChildProtectionPlans CPPstartDate=02/05/2025 CPPendDate=01/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=02/05/2025 CPPendDate=02/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=02/05/2025
    """,
)
