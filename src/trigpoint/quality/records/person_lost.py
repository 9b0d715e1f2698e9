"""The child is not in the list of persons."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Contact

person_lost = RecordRule(
    title="The child is not in the list of persons",
    mend="Correct the child's id, or send the child's record",
    source=SOURCE,
    who="business support",
    fails=Contact.person_lost == 1,
    mended={},
    examples="""
        fails: Contact child=9 start=2024-05-01; Person child=1
        passes: Contact child=1 start=2024-05-01; Person child=1
        passes: Contact start=2024-05-01 child=; Person child=1
    """,
)
