"""The worker is not in the list of professionals."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Involvement

worker_lost = RecordRule(
    title="The worker is not in the list of professionals",
    mend="Correct the worker's id, or send the worker's record",
    source=SOURCE,
    who="performance team",
    fails=Involvement.worker_lost == 1,
    mended={},
    examples="""
        fails: Involvement invo_professional_id=W9; Worker id=W1
        passes: Involvement invo_professional_id=W1; Worker id=W1
    """,
)
