"""Rule 1006."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_1006 = ReturnRule(
    code="1006",
    title="The type of a missing episode is not one of the codes",
    mend="choose M (missing) or A (away without authorisation)",
    source=SOURCE,
    lists=Missing,
    fields=("MISSING",),
    fails=lambda row: row.MISSING and row.MISSING not in {"M", "A"},
    examples="""
        fails: Missing MISSING=Y
        passes: Missing MISSING=M
        passes: Missing MISSING=A
        passes: Missing
    """,
)
