"""A child has no ethnicity recorded."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Person

ethnicity_missing = RecordRule(
    title="A child has no ethnicity recorded",
    mend="Enter the ethnicity, or that it was refused or is not known yet",
    source=SOURCE,
    severity="warning",
    of=(Person,),
    fails=Person.ethnicity.is_missing(),
    mended={},
    examples="""
        fails: Person sex=F
        passes: Person ethnicity=WBRI
    """,
)
