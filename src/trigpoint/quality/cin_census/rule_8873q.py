"""Rule 8873Q."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import factors, inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments, CINdetails


def _went_on(row: CINdetails) -> bool:
    found = inside(row, Assessments)
    return len(found) == 1 and "21" in factors(found[0]) and row.ReasonForClosure not in {"RC8", "RC9"}


rule_8873q = ReturnRule(
    code="8873Q",
    title="The only assessment found no factors, but the referral was not closed on its outcome (RC8 or RC9)",
    mend="check the factors of the assessment and the reason for closure",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("ReasonForClosure", "AssessmentFactors"),
    reads=(Assessments, AssessmentFactorsList),
    fails=_went_on,
    doubt="Whether a referral still open is meant should be checked with DfE",
    examples="""
        fails: CINdetails ReasonForClosure=RC1; Assessments; AssessmentFactorsList AssessmentFactors=21
        fails: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=21
        passes: CINdetails ReasonForClosure=RC8; Assessments; AssessmentFactorsList AssessmentFactors=21
        passes: CINdetails ReasonForClosure=RC9; Assessments; AssessmentFactorsList AssessmentFactors=21
        passes: CINdetails ReasonForClosure=RC1; Assessments; AssessmentFactorsList AssessmentFactors=20
        passes: CINdetails ReasonForClosure=RC1; Assessments; AssessmentFactorsList AssessmentFactors=21; Assessments
    """,
)
