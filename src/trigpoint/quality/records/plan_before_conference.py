"""A child protection plan starts before its conference."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpPlan

plan_before_conference = RecordRule(
    title="A child protection plan starts before its conference",
    mend="Correct the start of the plan",
    source=SOURCE,
    who="business support",
    of=(CpPlan,),
    fails=CpPlan.start < CpPlan.conference_on,
    mended={CpPlan.start: CpPlan.conference_on},
    examples="""
        fails: CpPlan start=2024-04-30 cppl_icpc_id=C1; Conference id=C1 start=2024-05-01
        passes: CpPlan start=2024-05-01 cppl_icpc_id=C1; Conference id=C1 start=2024-05-01
    """,
)
