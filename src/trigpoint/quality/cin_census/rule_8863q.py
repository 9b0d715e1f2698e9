"""Rule 8863Q."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import overlapping, through
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import Assessments, CINdetails, Header


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for episode in collection.rows(CINdetails):
        yield from overlapping(inside(episode, Assessments), lambda row: row.AssessmentActualStartDate, _last)


def _last(row: Assessments) -> int | None:
    return through(
        row.AssessmentAuthorisationDate if row.filled("AssessmentAuthorisationDate") else reference_date(row)
    )


rule_8863q = ReturnRule(
    code="8863Q",
    title="Two assessments under one referral overlap",
    mend="check the dates, and keep one of an assessment recorded twice",
    source=SOURCE,
    severity="query",
    lists=Assessments,
    fields=("AssessmentActualStartDate", "AssessmentAuthorisationDate", "ReferenceDate"),
    reads=(Header, CINdetails),
    finds=_overlapping,
    examples="""
        fails: CINdetails; *Assessments AssessmentActualStartDate=01/05/2025 AssessmentAuthorisationDate=01/06/2025;
            *Assessments AssessmentActualStartDate=01/06/2025; CINdetails;
            Assessments AssessmentActualStartDate=01/06/2025
        fails: CINdetails; Assessments AssessmentActualStartDate=01/05/2025;
            Assessments AssessmentActualStartDate=31/03/2026
        fails: CINdetails; Assessments AssessmentActualStartDate=01/05/2025;
            Assessments AssessmentActualStartDate=01/05/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=01/05/2025 AssessmentAuthorisationDate=01/06/2025;
            Assessments AssessmentActualStartDate=02/06/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=01/05/2025;
            Assessments AssessmentActualStartDate=01/04/2026
    """,
)
