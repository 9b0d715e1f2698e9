"""Rule 8832."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails

rule_8832 = ReturnRule(
    code="8832",
    title="A referral marked as needing no further action holds a child protection plan",
    mend="correct the mark of no further action, or move the plan to the referral that it belongs to",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReferralNFA",),
    reads=(ChildProtectionPlans,),
    fails=lambda row: is_yes(row.ReferralNFA) and inside(row, ChildProtectionPlans),
    examples="""
        fails: CINdetails ReferralNFA=true; ChildProtectionPlans
        passes: CINdetails ReferralNFA=0; ChildProtectionPlans
        passes: CINdetails ReferralNFA=1
    """,
)
