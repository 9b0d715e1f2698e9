"""Rule 8772."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails

rule_8772 = ReturnRule(
    code="8772",
    title="The reason for a missing UPN is that the referral went no further, but one of the child's did go on",
    mend="ask the school for the UPN, or record another reason why there is none",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPNunknown", "ReferralNFA"),
    reads=(CINdetails,),
    fails=lambda row: (
        row.UPNunknown == "UN7" and any(not is_yes(one.ReferralNFA) for one in row.child.rows(CINdetails))
    ),
    examples="""
        fails: ChildIdentifiers UPNunknown=UN7; CINdetails ReferralNFA=1; CINdetails ReferralNFA=0
        fails: ChildIdentifiers UPNunknown=UN7; CINdetails
        passes: ChildIdentifiers UPNunknown=UN7; CINdetails ReferralNFA=true
        passes: ChildIdentifiers UPNunknown=UN7
        passes: ChildIdentifiers UPNunknown=UN6; CINdetails ReferralNFA=0
    """,
)
