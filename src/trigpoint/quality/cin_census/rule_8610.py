"""Rule 8610."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

rule_8610 = ReturnRule(
    code="8610",
    title="An accepted referral has no primary need",
    mend="record the primary need of the child",
    source=SOURCE,
    lists=CINdetails,
    fields=("PrimaryNeedCode", "ReferralNFA"),
    fails=lambda row: is_no(row.ReferralNFA) and not row.filled("PrimaryNeedCode"),
    examples="""
        fails: CINdetails ReferralNFA=0
        passes: CINdetails ReferralNFA=false PrimaryNeedCode=N1
        passes: CINdetails ReferralNFA=1
        passes: CINdetails
    """,
)
