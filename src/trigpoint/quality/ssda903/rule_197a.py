"""Rule 197a."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_197a = ReturnRule(
    code="197a",
    title="The child has a strengths and difficulties score and also a reason for having none",
    mend="keep the score or the reason, whichever is true",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_SCORE", "SDQ_REASON"),
    fails=lambda row: row.filled("SDQ_SCORE") and row.filled("SDQ_REASON"),
    examples="""
        fails: OC2 SDQ_SCORE=10 SDQ_REASON=SDQ2
        passes: OC2 SDQ_SCORE=10
        passes: OC2 SDQ_REASON=SDQ2
        passes: OC2
    """,
)
