"""A child has two child protection plans open."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpPlan

two_open_protection_plans = RecordRule(
    title="A child has two child protection plans open",
    mend="End the plan that has ended",
    source=SOURCE,
    of=(CpPlan,),
    fails=CpPlan.end.is_missing() & ~CpPlan.next_start.is_missing(),
    mended={CpPlan.end: CpPlan.next_start},
    examples="""
        fails: *CpPlan start=2024-01-01; CpPlan start=2024-05-01
        passes: CpPlan start=2024-01-01 end=2024-04-01; CpPlan start=2024-05-01
    """,
)
