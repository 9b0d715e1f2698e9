"""A child has neither a date of birth nor an expected one."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Person

birth_date_missing = RecordRule(
    title="A child has neither a date of birth nor an expected one",
    mend="Enter the date of birth",
    source=SOURCE,
    of=(Person,),
    fails=Person.birth_date.is_missing() & Person.expected_on.is_missing(),
    mended={},
    examples="""
        fails: Person sex=F
        passes: Person birth_date=2010-05-01
        passes: Person expected_on=2025-05-01
    """,
)
