"""Rule 185."""

from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_185 = ReturnRule(
    code="185",
    title="A child who was not looked after for the whole year has a strengths and difficulties score",
    mend="take the score out of the return, or correct the child's episodes",
    source=SOURCE,
    who="performance team",
    lists=OC2,
    fields=("SDQ_SCORE",),
    reads=(Episodes,),
    fails=lambda row: row.filled("SDQ_SCORE") and not is_continuously_looked_after(row.child),
    examples="""
        fails: Episodes DECOM=02/04/2026 RNE=S; OC2 SDQ_SCORE=10
        fails: OC2 SDQ_SCORE=10
        passes: Episodes DECOM=01/04/2026 RNE=S; OC2 SDQ_SCORE=10
        passes: Episodes DECOM=02/04/2026 RNE=S; OC2
    """,
)
