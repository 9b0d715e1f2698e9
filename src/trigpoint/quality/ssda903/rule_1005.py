"""Rule 1005."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_1005 = ReturnRule(
    code="1005",
    title="The last day of a missing episode is no date",
    mend="enter the day on which the child came back, or leave it blank while the child is missing",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_END",),
    fails=lambda row: row.unreadable("MIS_END"),
    examples="""
        fails: Missing MIS_END=31/06/2026
        passes: Missing MIS_END=30/06/2026
        passes: Missing
    """,
)
