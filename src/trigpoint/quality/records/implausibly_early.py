"""Its date lies before 1990."""

from datetime import date

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

implausibly_early = RecordRule(
    title="Its date lies before 1990",
    mend="Correct the date",
    source=SOURCE,
    who="business support",
    fails=RecordView.start < date(1990, 1, 1),
    mended={},
    examples="""
        fails: Contact start=1900-01-01
        passes: Contact start=1990-01-01
    """,
)
