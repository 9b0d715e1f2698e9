"""An episode of being looked after has no placement."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaEpisode

episode_without_placement = RecordRule(
    title="An episode of being looked after has no placement",
    mend="Link the episode to its placement",
    source=SOURCE,
    of=(ClaEpisode,),
    fails=ClaEpisode.placement.is_missing(),
    mended={},
    examples="""
        fails: ClaEpisode start=2024-01-01
        passes: ClaEpisode start=2024-01-01 placement=L1
    """,
)
