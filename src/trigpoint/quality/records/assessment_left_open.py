"""An assessment has been open for more than a year."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Assessment

assessment_left_open = RecordRule(
    title="An assessment has been open for more than a year",
    mend="Authorise the assessment, or end it without",
    source=SOURCE,
    of=(Assessment,),
    fails=Assessment.end.is_missing() & (Assessment.one_year_on < Assessment.as_at),
    mended={Assessment.end: Assessment.one_year_on},
    examples="""
        fails: Assessment start=2023-12-30
        passes: Assessment start=2023-12-31
        passes: Assessment start=2023-01-01 end=2023-02-01
    """,
)
