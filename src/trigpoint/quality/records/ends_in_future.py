"""It ends after the day of the extract."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

ends_in_future = RecordRule(
    title="It ends after the day of the extract",
    mend="Enter the end when it has come, or correct the date",
    source=SOURCE,
    severity="warning",
    fails=RecordView.end > RecordView.as_at,
    mended={RecordView.end: None},
    examples="""
        fails: CinPlan start=2024-05-01 end=2025-05-01
        passes: CinPlan start=2024-05-01 end=2024-12-31
    """,
)
