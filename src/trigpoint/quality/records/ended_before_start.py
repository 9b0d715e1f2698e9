"""It ended before it started."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

ended_before_start = RecordRule(
    title="It ended before it started",
    mend="Correct the start or the end",
    source=SOURCE,
    fails=RecordView.end < RecordView.start,
    mended={RecordView.end: RecordView.start},
    examples="""
        fails: CpPlan start=2024-05-01 end=2024-04-20
        fails: Placement start=2024-05-01 end=2024-04-30
        passes: CpPlan start=2024-05-01 end=2024-05-01
        passes: CpPlan start=2024-05-01
        passes: CpPlan end=2024-05-01
    """,
)
