"""A missing episode has been open for more than 60 days."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import MissingEpisode

missing_episode_left_open = RecordRule(
    title="A missing episode has been open for more than 60 days",
    mend="Enter the day of return",
    source=SOURCE,
    of=(MissingEpisode,),
    fails=MissingEpisode.end.is_missing() & (MissingEpisode.sixty_days_on < MissingEpisode.as_at),
    mended={MissingEpisode.end: MissingEpisode.sixty_days_on},
    examples="""
        fails: MissingEpisode start=2024-10-31
        passes: MissingEpisode start=2024-11-01
        passes: MissingEpisode start=2024-01-01 end=2024-01-02
    """,
)
