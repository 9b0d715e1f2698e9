"""The period of care that it belongs to is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaReview

period_of_care_lost = RecordRule(
    title="The period of care that it belongs to is not in the records",
    mend="Link it to the child's period of care",
    source=SOURCE,
    who="business support",
    fails=ClaReview.period_lost == 1,
    mended={},
    examples="""
        fails: ClaReview clar_cla_id=LA9; ClaEpisode period=LA1
        passes: ClaReview clar_cla_id=LA1; ClaEpisode period=LA1
    """,
)
