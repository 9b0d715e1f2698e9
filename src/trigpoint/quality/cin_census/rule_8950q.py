"""Rule 8950Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import AssessmentFactorsList

rule_8950q = ReturnRule(
    code="8950Q",
    title="Factor 19A was found, which is no longer collected",
    mend="record 19B or 19C instead of 19A",
    source=SOURCE,
    severity="query",
    lists=AssessmentFactorsList,
    fields=("AssessmentFactors",),
    since=2025,
    fails=lambda row: row.AssessmentFactors == "19A",
    examples="""
        fails: CINdetails; Assessments; *AssessmentFactorsList AssessmentFactors=19A;
            AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=19C
        fails in 2025: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=19A
    """,
)
