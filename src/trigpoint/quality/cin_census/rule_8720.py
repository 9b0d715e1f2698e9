"""Rule 8720."""

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, Header

rule_8720 = ReturnRule(
    code="8720",
    title="A child protection plan has no start, or one after the end of the census year",
    mend="record the day on which the plan began, and leave plans of the next year out",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: not row.filled("CPPstartDate") or is_after(row.CPPstartDate, reference_date(row)),
    doubt="Whether a start before the census year should fail too must be checked with DfE",
    examples="""
        fails: CINdetails; ChildProtectionPlans
        fails: CINdetails; ChildProtectionPlans CPPstartDate=01/04/2026
        passes: CINdetails; ChildProtectionPlans CPPstartDate=31/03/2026
        passes: CINdetails; ChildProtectionPlans CPPstartDate=31/03/2025
    """,
)
