"""A period of care has days without an episode."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaEpisode

gap_in_care = RecordRule(
    title="A period of care has days without an episode",
    mend="Correct the end of the one or the start of the next, or begin a new period of care",
    source=SOURCE,
    of=(ClaEpisode,),
    fails=ClaEpisode.end < ClaEpisode.next_start,
    mended={ClaEpisode.end: ClaEpisode.next_start},
    examples="""
        fails: *ClaEpisode period=LA1 start=2024-01-01 end=2024-04-01; ClaEpisode period=LA1 start=2024-04-05
        passes: ClaEpisode period=LA1 start=2024-01-01 end=2024-04-01; ClaEpisode period=LA1 start=2024-04-01
        passes: ClaEpisode period=LA1 start=2024-01-01 end=2024-04-01; ClaEpisode period=LA2 start=2024-04-05
    """,
)
