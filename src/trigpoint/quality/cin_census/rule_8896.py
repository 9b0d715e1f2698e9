"""Rule 8896."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import Assessments, CINdetails


def _with_two_open(collection: Collection) -> Iterator[Assessments]:
    for episode in collection.rows(CINdetails):
        rows = inside(episode, Assessments)
        if sum(not row.filled("AssessmentAuthorisationDate") for row in rows) > 1:
            yield from rows


rule_8896 = ReturnRule(
    code="8896",
    title="More than one assessment of a referral is open",
    mend="authorise the assessments that are finished, and keep one of an assessment recorded twice",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentAuthorisationDate", "AssessmentActualStartDate"),
    reads=(CINdetails,),
    finds=_with_two_open,
    examples="""
        fails: CINdetails; Assessments; Assessments; Assessments AssessmentAuthorisationDate=01/05/2025
        passes: CINdetails; Assessments; Assessments AssessmentAuthorisationDate=01/05/2025
        passes: CINdetails; Assessments; CINdetails; Assessments
    """,
)
