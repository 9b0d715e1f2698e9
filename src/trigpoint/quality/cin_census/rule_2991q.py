"""Rule 2991Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import details, inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, CINdetails, Section47

rule_2991q = ReturnRule(
    code="2991Q",
    title="A section 47 enquiry was made without an assessment under the same referral",
    mend="record the assessment under the referral, or check that there was none",
    source=SOURCE,
    severity="query",
    lists=Section47,
    fields=("S47ActualStartDate",),
    reads=(CINdetails, Assessments),
    fails=lambda row: not inside(details(row), Assessments),
    examples="""
        fails: CINdetails; Section47
        fails: CINdetails; Assessments; CINdetails; Section47
        fails: Section47
        passes: CINdetails; Assessments; Section47
    """,
)
