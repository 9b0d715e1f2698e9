"""Rule 8825Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, CINdetails

rule_8825q = ReturnRule(
    code="8825Q",
    title="The referral was closed after assessment, but no assessment is recorded under it",
    mend="record the assessment, or correct the reason for closure",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("ReasonForClosure",),
    reads=(Assessments,),
    fails=lambda row: row.ReasonForClosure in {"RC8", "RC9"} and not inside(row, Assessments),
    examples="""
        fails: CINdetails ReasonForClosure=RC8
        fails: CINdetails ReasonForClosure=RC9; Assessments child=2
        passes: CINdetails ReasonForClosure=RC8; Assessments
        passes: CINdetails ReasonForClosure=RC1
    """,
)
