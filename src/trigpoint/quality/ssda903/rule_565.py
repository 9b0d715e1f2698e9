"""Rule 565."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_565 = ReturnRule(
    code="565",
    title="An episode has a day on which the child went, but not whether the child was missing or away",
    mend="record whether the child was missing (M) or away without authorisation (A)",
    source=SOURCE,
    lists=Missing,
    fields=("MISSING", "MIS_START"),
    fails=lambda row: row.filled("MIS_START") and not row.MISSING,
    examples="""
        fails: Missing MIS_START=01/05/2026
        passes: Missing MIS_START=01/05/2026 MISSING=A
        passes: Missing
    """,
)
