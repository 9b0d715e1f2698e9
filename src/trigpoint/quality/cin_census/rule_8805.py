"""Rule 8805."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

rule_8805 = ReturnRule(
    code="8805",
    title="A closed referral has no reason for closure",
    mend="record why the referral was closed",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReasonForClosure", "CINclosureDate"),
    fails=lambda row: row.filled("CINclosureDate") and not row.filled("ReasonForClosure"),
    examples="""
        fails: CINdetails CINclosureDate=01/05/2025
        passes: CINdetails CINclosureDate=01/05/2025 ReasonForClosure=RC1
        passes: CINdetails
    """,
)
