"""Rule 8614."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import factors
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments

rule_8614 = ReturnRule(
    code="8614",
    title="An assessment that is not authorised has factors",
    mend="authorise the assessment, or take its factors away until it is",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentAuthorisationDate", "AssessmentFactors"),
    reads=(AssessmentFactorsList,),
    fails=lambda row: not row.filled("AssessmentAuthorisationDate") and factors(row),
    examples="""
        fails: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments AssessmentAuthorisationDate=01/05/2025;
            AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments
    """,
)
