"""A care leaver has no date of birth."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CareLeaver

care_leaver_without_birth_date = RecordRule(
    title="A care leaver has no date of birth",
    mend="Enter the date of birth",
    source=SOURCE,
    of=(CareLeaver,),
    fails=CareLeaver.born_on.is_missing(),
    mended={},
    examples="""
        fails: CareLeaver; Person sex=F
        passes: CareLeaver; Person birth_date=2005-05-01
    """,
)
