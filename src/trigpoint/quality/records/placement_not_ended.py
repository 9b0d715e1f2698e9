"""A placement has not ended though the last episode in it has."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Placement

placement_not_ended = RecordRule(
    title="A placement has not ended though the last episode in it has",
    mend="End the placement",
    source=SOURCE,
    of=(Placement,),
    fails=Placement.end.is_missing() & ~Placement.episodes_ended_on.is_missing(),
    mended={Placement.end: Placement.episodes_ended_on},
    examples="""
        fails: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 start=2024-01-01
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1 end=2024-03-01;
            ClaEpisode placement=L1 start=2024-03-01
        passes: Placement id=L1 start=2024-01-01 end=2024-03-01;
            ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
    """,
)
