"""A child was placed for adoption before the match."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Permanence

placed_before_match = RecordRule(
    title="A child was placed for adoption before the match",
    mend="Correct the date of the match or of the placement",
    source=SOURCE,
    of=(Permanence,),
    fails=Permanence.placed_on < Permanence.matched_on,
    mended={Permanence.placed_on: Permanence.matched_on},
    examples="""
        fails: Permanence matched_on=2024-05-01 placed_on=2024-04-01
        passes: Permanence matched_on=2024-05-01 placed_on=2024-05-01
    """,
)
