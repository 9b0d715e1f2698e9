"""Rule 1105."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails

rule_1105 = ReturnRule(
    code="1105",
    title="The child protection plan begins before the referral that led to it",
    mend="correct the start of the plan or the date of the referral",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "CINreferralDate"),
    reads=(CINdetails,),
    fails=lambda row: is_before(row.CPPstartDate, details(row).CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025; ChildProtectionPlans CPPstartDate=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; ChildProtectionPlans CPPstartDate=02/05/2025
        passes: CINdetails CINreferralDate=01/05/2025; CINdetails CINreferralDate=02/06/2025;
            ChildProtectionPlans CPPstartDate=02/06/2025
    """,
)
