"""Rule 4000."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, CINplanDates

rule_4000 = ReturnRule(
    code="4000",
    title="A referral marked as needing no further action holds a child in need plan",
    mend="correct the mark of no further action, or move the plan to the referral that it belongs to",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReferralNFA",),
    reads=(CINplanDates,),
    fails=lambda row: is_yes(row.ReferralNFA) and inside(row, CINplanDates),
    examples="""
        fails: CINdetails ReferralNFA=1; CINplanDates
        fails: CINdetails ReferralNFA=True; CINplanDates
        passes: CINdetails ReferralNFA=0; CINplanDates
        passes: CINdetails ReferralNFA=1
    """,
)
