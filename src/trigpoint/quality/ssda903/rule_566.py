"""Rule 566."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_566 = ReturnRule(
    code="566",
    title="An episode has a day on which the child came back, but not whether the child was missing or away",
    mend="record whether the child was missing (M) or away without authorisation (A)",
    source=SOURCE,
    lists=Missing,
    fields=("MISSING", "MIS_END"),
    fails=lambda row: row.filled("MIS_END") and not row.MISSING,
    examples="""
        fails: Missing MIS_END=01/05/2026
        passes: Missing MIS_END=01/05/2026 MISSING=M
        passes: Missing MIS_START=01/05/2026
    """,
)
