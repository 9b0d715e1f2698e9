"""A placement has no episode of being looked after."""

from trigpoint.quality.record_rule import REMOVED, RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Placement

placement_without_episode = RecordRule(
    title="A placement has no episode of being looked after",
    mend="Record the episode, or delete the placement",
    source=SOURCE,
    of=(Placement,),
    fails=Placement.episodes == 0,
    mended=REMOVED,
    examples="""
        fails: Placement id=L1 start=2024-01-01; ClaEpisode placement=L2
        passes: Placement id=L1 start=2024-01-01; ClaEpisode placement=L1
    """,
)
