"""Rule 8555Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import after_death
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails

rule_8555q = ReturnRule(
    code="8555Q",
    title="The child was referred after their death",
    mend="correct the date of the referral or of the death, or check that the referral is about this child",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("CINreferralDate", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=after_death(CINdetails, lambda row: row.CINreferralDate),
    examples="""
        fails: *ChildIdentifiers PersonDeathDate=01/05/2025; *CINdetails CINreferralDate=02/05/2025;
            CINdetails CINreferralDate=30/04/2025
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails CINreferralDate=01/05/2025
        passes: ChildIdentifiers; CINdetails CINreferralDate=02/05/2025
    """,
)
