"""Rule 148."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_148 = ReturnRule(
    code="148",
    title="The episode has an end without a reason, or a reason without an end",
    mend="record both the day on which the episode ended and why, or neither while it lasts",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "REC"),
    fails=lambda row: row.filled("DEC") != row.filled("REC"),
    examples="""
        fails: Episodes DEC=01/05/2026
        fails: Episodes REC=X1
        passes: Episodes DEC=01/05/2026 REC=X1
        passes: Episodes
    """,
)
