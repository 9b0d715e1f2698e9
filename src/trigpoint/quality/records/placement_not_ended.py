"""A placement has not ended though the last episode in it has."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Placement

# until then the child may be on a temporary stay elsewhere: the longest lasts six weeks
placement_not_ended = RecordRule(
    title="A placement has not ended though the last episode in it did more than 60 days ago",
    mend="End the placement",
    source=SOURCE,
    of=(Placement,),
    fails=Placement.end.is_missing() & (Placement.sixty_days_on < Placement.as_at),
    mended={Placement.end: Placement.episodes_ended_on},
    examples="""
        fails: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 start=2024-01-01
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 start=2024-01-01 end=2024-11-01
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 end=2024-03-01;
            ClaEpisode placement=L1 start=2024-03-01
        passes: Placement id=L1 start=2024-01-01 end=2024-03-01;
            ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
    """,
)
