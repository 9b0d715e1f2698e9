"""A placement and the last episode in it end on different days."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Placement

placement_ends_apart = RecordRule(
    title="A placement and the last episode in it end on different days",
    mend="Correct the end of the placement or of the episode",
    source=SOURCE,
    severity="warning",
    of=(Placement,),
    fails=(Placement.end != Placement.episodes_ended_on),
    mended={Placement.end: Placement.episodes_ended_on},
    examples="""
        fails: Placement id=L1 start=2024-01-01 end=2024-02-01;
            ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
        passes: Placement id=L1 start=2024-01-01 end=2024-03-01;
            ClaEpisode placement=L1 start=2024-01-01 end=2024-03-01
    """,
)
