"""Rule 4015."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, CINplanDates

rule_4015 = ReturnRule(
    code="4015",
    title="The child in need plan begins before the referral that led to it",
    mend="correct the start of the plan or the date of the referral",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanStartDate", "CINreferralDate"),
    reads=(CINdetails,),
    fails=lambda row: is_before(row.CINPlanStartDate, details(row).CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025; CINplanDates CINPlanStartDate=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; CINplanDates CINPlanStartDate=02/05/2025
    """,
)
