"""It has no end though the next one of the child has started."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaEpisode, LegalStatus, MissingEpisode

open_beside_the_next = RecordRule(
    title="It has no end though the next one of the child has started",
    mend="Enter the end",
    source=SOURCE,
    of=(
        ClaEpisode,
        LegalStatus,
        MissingEpisode,
    ),
    fails=ClaEpisode.end.is_missing() & ~ClaEpisode.next_start.is_missing(),
    mended={ClaEpisode.end: ClaEpisode.next_start},
    examples="""
        fails: *ClaEpisode period=LA1 start=2024-01-01; ClaEpisode period=LA1 start=2024-05-01
        fails: *MissingEpisode start=2024-01-01; MissingEpisode start=2024-05-01 end=2024-05-02
        passes: ClaEpisode period=LA1 start=2024-01-01 end=2024-05-01; ClaEpisode period=LA1 start=2024-05-01
    """,
)
