"""The placement of the episode is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ClaEpisode

placement_lost = RecordRule(
    title="The placement of the episode is not in the records",
    mend="Link the episode to its placement",
    source=SOURCE,
    who="business support",
    fails=ClaEpisode.placement_lost == 1,
    mended={},
    examples="""
        fails: ClaEpisode placement=L9; Placement id=L1
        passes: ClaEpisode placement=L1; Placement id=L1
    """,
)
