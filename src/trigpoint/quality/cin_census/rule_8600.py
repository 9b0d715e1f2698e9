"""Rule 8600."""

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Header

rule_8600 = ReturnRule(
    code="8600",
    title="The date of the referral is missing or lies after the end of the census year",
    mend="record the date of the referral, and leave referrals of the next year out",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINreferralDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: not row.filled("CINreferralDate") or is_after(row.CINreferralDate, reference_date(row)),
    examples="""
        fails: CINdetails
        fails: CINdetails CINreferralDate=01/04/2026
        passes: CINdetails CINreferralDate=31/03/2026
    """,
)
