"""Rule 8630."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

rule_8630 = ReturnRule(
    code="8630",
    title="The referral was closed before it was made",
    mend="correct the date of the referral or of its closure",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINclosureDate", "CINreferralDate"),
    fails=lambda row: is_before(row.CINclosureDate, row.CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025 CINclosureDate=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025 CINclosureDate=02/05/2025
        passes: CINdetails CINreferralDate=02/05/2025
    """,
)
