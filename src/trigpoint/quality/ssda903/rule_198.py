"""Rule 198."""

from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_198 = ReturnRule(
    code="198",
    title="A child who was not looked after for the whole year has a reason for having no score",
    mend="take the reason out of the return, or correct the child's episodes",
    source=SOURCE,
    who="performance team",
    lists=OC2,
    fields=("SDQ_REASON",),
    reads=(Episodes,),
    fails=lambda row: row.filled("SDQ_REASON") and not is_continuously_looked_after(row.child),
    examples="""
        fails: Episodes DECOM=01/05/2025 DEC=30/03/2027 REC=E4A; OC2 SDQ_REASON=SDQ2
        passes: Episodes DECOM=01/05/2025 DEC=31/03/2027 REC=E4A; OC2 SDQ_REASON=SDQ2
        passes: Episodes DECOM=01/05/2025 DEC=30/03/2027 REC=E4A; OC2
    """,
)
