"""Rule 1103."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import details
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Assessments, CINdetails

rule_1103 = ReturnRule(
    code="1103",
    title="The assessment begins before the referral that it belongs to",
    mend="correct the start of the assessment or the date of the referral",
    source=SOURCE,
    lists=Assessments,
    fields=("AssessmentActualStartDate", "CINreferralDate"),
    reads=(CINdetails,),
    fails=lambda row: is_before(row.AssessmentActualStartDate, details(row).CINreferralDate),
    examples="""
        fails: CINdetails CINreferralDate=02/05/2025; Assessments AssessmentActualStartDate=01/05/2025
        passes: CINdetails CINreferralDate=02/05/2025; Assessments AssessmentActualStartDate=02/05/2025
    """,
)
