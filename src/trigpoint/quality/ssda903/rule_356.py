"""Rule 356."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_356 = ReturnRule(
    code="356",
    title="An episode ends before it begins",
    mend="correct the start or the end of the episode",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "DECOM"),
    fails=lambda row: is_before(row.DEC, row.DECOM),
    examples="""
        fails: Episodes DECOM=02/05/2026 DEC=01/05/2026
        passes: Episodes DECOM=02/05/2026 DEC=02/05/2026
        passes: Episodes DECOM=02/05/2026
    """,
)
