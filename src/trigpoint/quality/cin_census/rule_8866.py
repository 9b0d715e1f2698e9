"""Rule 8866."""

from datetime import date

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import codes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

_SOURCES = codes("1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10")
_ASKED_SINCE = date(2013, 4, 1)

rule_8866 = ReturnRule(
    code="8866",
    title="The source of the referral is missing or is not one of the codes of the census",
    mend="record who referred the child",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReferralSource", "CINreferralDate"),
    fails=lambda row: (
        row.CINreferralDate and row.CINreferralDate >= _ASKED_SINCE and row.ReferralSource not in _SOURCES
    ),
    examples="""
        fails: CINdetails CINreferralDate=01/04/2013
        fails: CINdetails CINreferralDate=01/05/2025 ReferralSource=1E
        passes: CINdetails CINreferralDate=01/05/2025 ReferralSource=10
        passes: CINdetails CINreferralDate=31/03/2013
        passes: CINdetails
    """,
)
