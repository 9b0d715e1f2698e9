"""Rule 1004."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_1004 = ReturnRule(
    code="1004",
    title="The first day of a missing episode is missing or is no date",
    mend="enter the day on which the child went missing or away",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START",),
    fails=lambda row: row.MIS_START is None,
    examples="""
        fails: Missing
        fails: Missing MIS_START=31/06/2026
        passes: Missing MIS_START=30/06/2026
    """,
)
