"""It is alike, but for its id, to another row of the table."""

from trigpoint.quality.record_rule import REMOVED, RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

recorded_twice = RecordRule(
    title="It is alike, but for its id, to another row of the table",
    mend="Delete one of the two",
    source=SOURCE,
    severity="warning",
    who="business support",
    fails=RecordView.place_of_like > 1,
    mended=REMOVED,
    examples="""
        fails: CinVisit id=V1 start=2024-05-01; *CinVisit id=V2 start=2024-05-01
        passes: CinVisit id=V1 start=2024-05-01; CinVisit id=V2 start=2024-05-02
        passes: CinVisit id=V1 child=1 start=2024-05-01; CinVisit id=V2 child=2 start=2024-05-01
    """,
)
