"""Rule 8568."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_no, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

rule_8568 = ReturnRule(
    code="8568",
    title="It is not said whether the referral needed no further action",
    mend="answer whether the referral needed no further action: yes (1) or no (0)",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReferralNFA",),
    fails=lambda row: not is_yes(row.ReferralNFA) and not is_no(row.ReferralNFA),
    examples="""
        fails: CINdetails
        fails: CINdetails ReferralNFA=N
        passes: CINdetails ReferralNFA=TRUE
        passes: CINdetails ReferralNFA=False
        passes: CINdetails ReferralNFA=0
        passes: CINdetails ReferralNFA=1
    """,
)
