"""A child has no sex recorded."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Person

sex_missing = RecordRule(
    title="A child has no sex recorded",
    mend="Enter the sex",
    source=SOURCE,
    severity="warning",
    of=(Person,),
    fails=Person.sex.is_missing() & ~Person.birth_date.is_missing(),
    mended={},
    examples="""
        fails: Person birth_date=2010-05-01
        passes: Person birth_date=2010-05-01 sex=F
        passes: Person expected_on=2025-05-01
    """,
)
