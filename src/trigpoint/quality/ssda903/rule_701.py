"""Rule 701."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_701 = ReturnRule(
    code="701",
    title="The end of a deprivation of liberty order is no date",
    mend="enter the day on which the order ended, or leave it blank while it lasts",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_END",),
    since=2027,
    fails=lambda row: row.unreadable("DOLO_END"),
    examples="""
        fails: DoLo DOLO_END=31/02/2026
        passes: DoLo DOLO_END=28/02/2026
        passes: DoLo
    """,
)
