"""Rule 180."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_180 = ReturnRule(
    code="180",
    title="The strengths and difficulties score is not a whole number from 0 to 40",
    mend="correct the score from the questionnaire",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_SCORE",),
    fails=lambda row: row.filled("SDQ_SCORE") and row.SDQ_SCORE not in range(41),
    examples="""
        fails: OC2 SDQ_SCORE=41
        fails: OC2 SDQ_SCORE=-1
        fails: OC2 SDQ_SCORE=10.5
        passes: OC2 SDQ_SCORE=0
        passes: OC2 SDQ_SCORE=40
        passes: OC2
    """,
)
