"""A review that was due has neither a date nor a cancellation."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaReview, CpReview

review_undated = RecordRule(
    title="A review that was due has neither a date nor a cancellation",
    mend="Enter the date on which it was held, or cancel it",
    source=SOURCE,
    severity="warning",
    who="business support",
    of=(
        CpReview,
        ClaReview,
    ),
    fails=ClaReview.start.is_missing() & (ClaReview.due_on < ClaReview.as_at),
    mended={ClaReview.start: ClaReview.due_on},
    examples="""
        fails: CpReview due_on=2024-05-01
        fails: ClaReview due_on=2024-05-01
        passes: CpReview due_on=2025-01-10
        passes: CpReview due_on=2024-05-01 start=2024-05-03
    """,
)
