"""It starts after the child died."""

from trigpoint.quality.record_rule import REMOVED, RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

after_death = RecordRule(
    title="It starts after the child died",
    mend="Correct the date or the date of death",
    source=SOURCE,
    fails=RecordView.start > RecordView.died_on,
    mended=REMOVED,
    examples="""
        fails: CinVisit start=2024-05-02; Person pers_death_date=2024-05-01
        passes: CinVisit start=2024-05-01; Person pers_death_date=2024-05-01
        passes: CinVisit start=2024-05-01; Person birth_date=2010-01-01
    """,
)
