"""Rule 564."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_564 = ReturnRule(
    code="564",
    title="A missing or away episode has its type but not the day on which it began",
    mend="enter the day on which the child went missing or away",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "MISSING"),
    fails=lambda row: row.MISSING in {"M", "A"} and not row.filled("MIS_START"),
    examples="""
        fails: Missing MISSING=M
        fails: Missing MISSING=A
        passes: Missing MISSING=A MIS_START=01/05/2026
        passes: Missing MISSING=X
        passes: Missing
    """,
)
