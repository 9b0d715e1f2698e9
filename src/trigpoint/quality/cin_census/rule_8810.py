"""Rule 8810."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

rule_8810 = ReturnRule(
    code="8810",
    title="A reason for closure is given, but the referral is not closed",
    mend="record the day of closure, or take the reason away",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINclosureDate", "ReasonForClosure"),
    fails=lambda row: row.filled("ReasonForClosure") and not row.filled("CINclosureDate"),
    examples="""
        fails: CINdetails ReasonForClosure=RC1
        passes: CINdetails CINclosureDate=01/05/2025 ReasonForClosure=RC1
        passes: CINdetails
    """,
)
