"""A young person is looked after on or after the 18th birthday."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaEpisode

in_care_over_18 = RecordRule(
    title="A young person is looked after on or after the 18th birthday",
    mend="End the episode on the 18th birthday at the latest",
    source=SOURCE,
    of=(ClaEpisode,),
    fails=ClaEpisode.end.is_missing() & (ClaEpisode.eighteenth_birthday <= ClaEpisode.as_at),
    mended={ClaEpisode.end: ClaEpisode.eighteenth_birthday},
    examples="""
        fails: ClaEpisode start=2023-01-01; Person birth_date=2006-12-31
        passes: ClaEpisode start=2023-01-01; Person birth_date=2007-01-01
        passes: ClaEpisode start=2023-01-01 end=2024-12-31; Person birth_date=2006-12-31
    """,
)
