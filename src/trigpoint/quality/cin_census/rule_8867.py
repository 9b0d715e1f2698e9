"""Rule 8867."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, CINdetails

rule_8867 = ReturnRule(
    code="8867",
    title="The referral is closed, but one of its assessments is not authorised",
    mend="authorise the assessment, or delete it if it was never made",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentAuthorisationDate", "CINclosureDate"),
    reads=(CINdetails,),
    fails=lambda row: not row.filled("AssessmentAuthorisationDate") and details(row).filled("CINclosureDate"),
    examples="""
        fails: CINdetails CINclosureDate=01/05/2025; *Assessments; Assessments AssessmentAuthorisationDate=30/04/2025
        passes: CINdetails CINclosureDate=01/05/2025; Assessments AssessmentAuthorisationDate=30/04/2025
        passes: CINdetails; Assessments
    """,
)
