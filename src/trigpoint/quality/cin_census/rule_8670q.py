"""Rule 8670Q."""

from trigpoint.quality.census import reference_date, working_days_before
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, Header

rule_8670q = ReturnRule(
    code="8670Q",
    title="An assessment has been open for more than 45 working days at the end of the census year",
    mend="authorise the assessment if it is finished, or check that it is still going on",
    source=SOURCE,
    severity="query",
    lists=Assessments,
    fields=("AssessmentAuthorisationDate", "AssessmentActualStartDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: (
        not row.filled("AssessmentAuthorisationDate")
        and is_before(row.AssessmentActualStartDate, working_days_before(reference_date(row), 45))
    ),
    doubt="Whether the last day of the year itself counts among the 45 working days should be checked with DfE",
    examples="""
        fails: CINdetails; Assessments AssessmentActualStartDate=26/01/2026
        passes: CINdetails; Assessments AssessmentActualStartDate=27/01/2026
        passes: CINdetails; Assessments AssessmentActualStartDate=26/01/2026 AssessmentAuthorisationDate=02/03/2026
        passes: CINdetails; Assessments
    """,
)
