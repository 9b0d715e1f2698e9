"""Rule 8945Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import AssessmentFactorsList

rule_8945q = ReturnRule(
    code="8945Q",
    title="Factor 18A was found, which is no longer collected",
    mend="record 18B or 18C instead of 18A",
    source=SOURCE,
    severity="query",
    lists=AssessmentFactorsList,
    fields=("AssessmentFactors",),
    since=2025,
    fails=lambda row: row.AssessmentFactors == "18A",
    examples="""
        fails: CINdetails; Assessments; *AssessmentFactorsList AssessmentFactors=18A;
            AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=18B
        fails in 2025: CINdetails; Assessments; AssessmentFactorsList AssessmentFactors=18A
    """,
)
