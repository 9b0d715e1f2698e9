"""Rule 8620."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Header

rule_8620 = ReturnRule(
    code="8620",
    title="A referral was closed in another year than that of the census",
    mend="correct the day of closure, and leave referrals closed in other years out",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINclosureDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.CINclosureDate),
    examples="""
        fails: CINdetails CINclosureDate=31/03/2025
        fails: CINdetails CINclosureDate=01/04/2026
        passes: CINdetails CINclosureDate=01/04/2025
        passes: CINdetails CINclosureDate=31/03/2026
        passes: CINdetails
    """,
)
