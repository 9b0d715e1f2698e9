"""The adoption order was made before the child was placed."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Permanence

ordered_before_placed = RecordRule(
    title="The adoption order was made before the child was placed",
    mend="Correct the date of the order or of the placement",
    source=SOURCE,
    of=(Permanence,),
    fails=Permanence.ordered_on < Permanence.placed_on,
    mended={Permanence.ordered_on: Permanence.placed_on},
    examples="""
        fails: Permanence placed_on=2024-05-01 ordered_on=2024-04-01
        passes: Permanence placed_on=2024-05-01 ordered_on=2024-05-01
    """,
)
