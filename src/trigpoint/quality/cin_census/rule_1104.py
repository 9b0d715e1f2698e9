"""Rule 1104."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Section47

rule_1104 = ReturnRule(
    code="1104",
    title="The initial child protection conference took place before the referral that led to it",
    mend="correct the date of the conference or of the referral",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC", "CINreferralDate"),
    reads=(CINdetails,),
    fails=lambda row: is_before(row.DateOfInitialCPC, details(row).CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025; Section47 DateOfInitialCPC=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; Section47 DateOfInitialCPC=02/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; Section47
        passes: Section47 DateOfInitialCPC=01/05/2025
    """,
)
