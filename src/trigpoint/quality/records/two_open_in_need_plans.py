"""A child has two child in need plans open."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CinPlan

two_open_in_need_plans = RecordRule(
    title="A child has two child in need plans open",
    mend="End the plan that has ended",
    source=SOURCE,
    of=(CinPlan,),
    fails=CinPlan.end.is_missing() & ~CinPlan.next_start.is_missing(),
    mended={CinPlan.end: CinPlan.next_start},
    examples="""
        fails: *CinPlan start=2024-01-01; CinPlan start=2024-05-01
        passes: CinPlan start=2024-01-01 end=2024-04-01; CinPlan start=2024-05-01
    """,
)
