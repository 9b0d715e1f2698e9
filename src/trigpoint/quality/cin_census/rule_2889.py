"""Rule 2889."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Section47

rule_2889 = ReturnRule(
    code="2889",
    title="The section 47 enquiry begins before the referral that led to it",
    mend="correct the start of the enquiry or the date of the referral",
    source=SOURCE,
    lists=Section47,
    fields=("S47ActualStartDate", "CINreferralDate"),
    reads=(CINdetails,),
    fails=lambda row: is_before(row.S47ActualStartDate, details(row).CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025; Section47 S47ActualStartDate=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; Section47 S47ActualStartDate=02/05/2025
    """,
)
