"""Rule 142."""

from trigpoint.quality.care import latest
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_142 = ReturnRule(
    code="142",
    title="An episode that is not the child's latest has no end or no reason for ending",
    mend="end the episode with its date and reason",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "REC", "DECOM"),
    fails=lambda row: row.DECOM and row is not latest(row.child) and not (row.filled("DEC") and row.REC),
    examples="""
        fails: *Episodes DECOM=01/05/2025; Episodes DECOM=01/06/2025
        fails: *Episodes DECOM=01/05/2025 DEC=01/06/2025; Episodes DECOM=01/06/2025
        passes: Episodes DECOM=01/05/2025 DEC=01/06/2025 REC=X1; Episodes DECOM=01/06/2025
    """,
)
