"""Rule 8736."""

from __future__ import annotations

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, Header


def _is_of_no_day(row: Assessments) -> bool:
    has_start = row.filled("AssessmentActualStartDate")
    is_open = not row.filled("AssessmentAuthorisationDate")
    return is_open and (not has_start or is_outside_census(row, row.AssessmentActualStartDate))


rule_8736 = ReturnRule(
    code="8736",
    title="An assessment still open has no start, or one in another year than that of the census",
    mend="record the start of the assessment, or authorise it when it is finished",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentActualStartDate", "AssessmentAuthorisationDate", "ReferenceDate"),
    reads=(Header,),
    fails=_is_of_no_day,
    examples="""
        fails: CINdetails; Assessments
        fails: CINdetails; Assessments AssessmentActualStartDate=31/03/2025
        fails: CINdetails; Assessments AssessmentActualStartDate=01/04/2026
        passes: CINdetails; Assessments AssessmentActualStartDate=01/04/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=31/03/2026
        passes: CINdetails; Assessments AssessmentActualStartDate=31/03/2025 AssessmentAuthorisationDate=01/05/2025
    """,
)
