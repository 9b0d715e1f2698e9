"""Its id stands on an earlier row of the table too."""

from trigpoint.quality.record_rule import REMOVED, RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

id_repeated = RecordRule(
    title="Its id stands on an earlier row of the table too",
    mend="Keep the row that is right",
    source=SOURCE,
    who="performance team",
    fails=RecordView.place_of_id > 1,
    mended=REMOVED,
    examples="""
        fails: Contact id=K1 start=2024-05-01; *Contact id=K1 start=2024-05-09
        passes: Contact id=K1 start=2024-05-01; Contact id=K2 start=2024-05-01
    """,
)
