"""Rule 355."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_355 = ReturnRule(
    code="355",
    title="The episode begins and ends on the same day",
    mend="correct the start or the end; what lasted less than a night is no episode",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC"),
    fails=lambda row: row.DECOM is not None and row.DECOM == row.DEC,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=02/05/2026
        passes: Episodes DECOM=01/05/2026
        passes: Episodes
    """,
)
