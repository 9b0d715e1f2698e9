"""Rule 8696."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, Header

rule_8696 = ReturnRule(
    code="8696",
    title="An assessment was authorised in another year than that of the census",
    mend="correct the day of authorisation, and leave assessments finished in other years out",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentAuthorisationDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.AssessmentAuthorisationDate),
    examples="""
        fails: CINdetails; Assessments AssessmentAuthorisationDate=31/03/2025
        fails: CINdetails; Assessments AssessmentAuthorisationDate=01/04/2026
        passes: CINdetails; Assessments AssessmentAuthorisationDate=01/04/2025
        passes: CINdetails; Assessments AssessmentAuthorisationDate=31/03/2026
        passes: CINdetails; Assessments
    """,
)
