"""A child was matched with adopters before the decision that it should be adopted."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Permanence

matched_before_decision = RecordRule(
    title="A child was matched with adopters before the decision that it should be adopted",
    mend="Correct the date of the decision or of the match",
    source=SOURCE,
    of=(Permanence,),
    fails=Permanence.matched_on < Permanence.decided_on,
    mended={Permanence.matched_on: Permanence.decided_on},
    examples="""
        fails: Permanence decided_on=2024-05-01 matched_on=2024-04-01
        passes: Permanence decided_on=2024-05-01 matched_on=2024-05-01
    """,
)
