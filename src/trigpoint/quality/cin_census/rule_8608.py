"""Rule 8608."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments

rule_8608 = ReturnRule(
    code="8608",
    title="An assessment was authorised before it began",
    mend="correct the start or the authorisation of the assessment",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    fails=lambda row: is_after(row.AssessmentActualStartDate, row.AssessmentAuthorisationDate),
    examples="""
        fails: CINdetails; Assessments AssessmentActualStartDate=02/05/2025 AssessmentAuthorisationDate=01/05/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=02/05/2025 AssessmentAuthorisationDate=02/05/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=02/05/2025
    """,
)
