"""Rule 8869."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import factors
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments


def _beside_factors(row: AssessmentFactorsList) -> bool:
    if row.AssessmentFactors != "21" or not isinstance(row.within, Assessments):
        return False
    return any(code != "21" for code in factors(row.within))


rule_8869 = ReturnRule(
    code="8869",
    title="An assessment has the code for no factors beside a factor",
    mend="take code 21 away, or the factors when there were none",
    source=SOURCE,
    lists=AssessmentFactorsList,
    fields=("AssessmentFactors",),
    reads=(Assessments,),
    fails=_beside_factors,
    examples="""
        fails: CINdetails; Assessments; *AssessmentFactorsList AssessmentFactors=21;
            AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=21
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=1A;
            AssessmentFactorsList AssessmentFactors=2A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=21; Assessments;
            AssessmentFactorsList AssessmentFactors=1A
    """,
)
