"""The child protection plan that it belongs to is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpVisit

plan_lost = RecordRule(
    title="The child protection plan that it belongs to is not in the records",
    mend="Link it to the child's plan",
    source=SOURCE,
    who="business support",
    fails=CpVisit.plan_lost == 1,
    mended={},
    examples="""
        fails: CpVisit cppv_cp_plan_id=P9; CpPlan id=P1
        fails: CpReview cppr_cp_plan_id=P9; CpPlan id=P1
        passes: CpVisit cppv_cp_plan_id=P1; CpPlan id=P1
    """,
)
