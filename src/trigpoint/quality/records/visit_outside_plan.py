"""A visit or review lies outside the plan that it belongs to."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpReview, CpVisit

visit_outside_plan = RecordRule(
    title="A visit or review lies outside the plan that it belongs to",
    mend="Correct the date, or link it to the plan of the day",
    source=SOURCE,
    severity="warning",
    of=(
        CpVisit,
        CpReview,
    ),
    fails=(CpVisit.start < CpVisit.plan_start) | (CpVisit.start > CpVisit.plan_end),
    mended={},
    examples="""
        fails: CpVisit start=2024-04-30 cppv_cp_plan_id=P1; CpPlan id=P1 start=2024-05-01
        fails: CpReview start=2024-07-02 cppr_cp_plan_id=P1; CpPlan id=P1 start=2024-05-01 end=2024-07-01
        passes: CpVisit start=2024-05-01 cppv_cp_plan_id=P1; CpPlan id=P1 start=2024-05-01 end=2024-07-01
        passes: CpVisit start=2024-06-01 cppv_cp_plan_id=P1; CpPlan id=P1 start=2024-05-01
    """,
)
