"""Rule 8569Q."""

from trigpoint.quality.census import census_start, working_days_before
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Header

rule_8569q = ReturnRule(
    code="8569Q",
    title="A referral that needed no further action came in before the census year",
    mend="correct the date of the referral, or leave it out of the census",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("CINreferralDate", "ReferralNFA"),
    reads=(Header,),
    fails=lambda row: (
        is_before(row.CINreferralDate, working_days_before(census_start(row), 1)) and not is_no(row.ReferralNFA)
    ),
    examples="""
        fails: CINdetails CINreferralDate=30/03/2025 ReferralNFA=1
        fails: CINdetails CINreferralDate=30/03/2025
        passes: CINdetails CINreferralDate=31/03/2025 ReferralNFA=1
        passes: CINdetails CINreferralDate=30/03/2025 ReferralNFA=0
        fails in 2024: CINdetails CINreferralDate=30/03/2023 ReferralNFA=1
        passes in 2024: CINdetails CINreferralDate=31/03/2023 ReferralNFA=1
        fails in 2025: CINdetails CINreferralDate=27/03/2024 ReferralNFA=1
        passes in 2025: CINdetails CINreferralDate=28/03/2024 ReferralNFA=1
    """,
)
