"""The assessment that it belongs to is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import AssessmentFactor

assessment_lost = RecordRule(
    title="The assessment that it belongs to is not in the records",
    mend="Link the factors to the child's assessment",
    source=SOURCE,
    who="business support",
    fails=AssessmentFactor.assessment_lost == 1,
    mended={},
    examples="""
        fails: AssessmentFactor cinf_assessment_id=A9; Assessment id=A1
        passes: AssessmentFactor cinf_assessment_id=A1; Assessment id=A1
    """,
)
