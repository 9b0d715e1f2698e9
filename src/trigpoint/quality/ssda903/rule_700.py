"""Rule 700."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_700 = ReturnRule(
    code="700",
    title="The start of a deprivation of liberty order is missing or is no date",
    mend="enter the day on which the order began",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START",),
    since=2027,
    fails=lambda row: row.DOLO_START is None,
    examples="""
        fails: DoLo
        fails: DoLo DOLO_START=31/02/2026
        passes: DoLo DOLO_START=28/02/2026
    """,
)
