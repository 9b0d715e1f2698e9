"""It starts after the day of the extract."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

starts_in_future = RecordRule(
    title="It starts after the day of the extract",
    mend="Correct the date",
    source=SOURCE,
    fails=RecordView.start > RecordView.as_at,
    mended={RecordView.start: RecordView.as_at},
    examples="""
        fails: CpVisit start=2025-01-01
        passes: CpVisit start=2024-12-31
    """,
)
