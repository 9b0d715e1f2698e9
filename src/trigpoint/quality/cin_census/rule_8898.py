"""Rule 8898."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments


def _repeated(collection: Collection) -> Iterator[AssessmentFactorsList]:
    for assessment in collection.rows(Assessments):
        rows = inside(assessment, AssessmentFactorsList)
        held = Counter(row.AssessmentFactors for row in rows)
        yield from (row for row in rows if row.AssessmentFactors and held[row.AssessmentFactors] > 1)


rule_8898 = ReturnRule(
    code="8898",
    title="A factor of the assessment is given more than once",
    mend="keep one of the rows",
    source=SOURCE,
    lists=AssessmentFactorsList,
    fields=("AssessmentFactors",),
    reads=(Assessments,),
    finds=_repeated,
    examples="""
        fails: CINdetails; Assessments; *AssessmentFactorsList AssessmentFactors=1A;
            *AssessmentFactorsList AssessmentFactors=1A; AssessmentFactorsList AssessmentFactors=2A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=1A;
            AssessmentFactorsList AssessmentFactors=2A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=1A; Assessments;
            AssessmentFactorsList AssessmentFactors=1A
    """,
)
