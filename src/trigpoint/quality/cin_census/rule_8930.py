"""Rule 8930."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, Header

rule_8930 = ReturnRule(
    code="8930",
    title="A child protection plan ended in another year than that of the census",
    mend="correct the end of the plan, and leave plans that ended in other years out",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPendDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.CPPendDate),
    examples="""
        fails: CINdetails; ChildProtectionPlans CPPendDate=31/03/2025
        fails: CINdetails; ChildProtectionPlans CPPendDate=01/04/2026
        passes: CINdetails; ChildProtectionPlans CPPendDate=01/04/2025
        passes: CINdetails; ChildProtectionPlans CPPendDate=31/03/2026
        passes: CINdetails; ChildProtectionPlans
    """,
)
