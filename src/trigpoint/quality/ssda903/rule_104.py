"""Rule 104."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC

rule_104 = ReturnRule(
    code="104",
    title="The day on which the child stopped being an unaccompanied asylum seeker is no date, or lies before the year",
    mend="correct the day; a child who stopped in an earlier year is no longer listed as unaccompanied",
    source=SOURCE,
    lists=UASC,
    fields=("DUC",),
    fails=lambda row: row.unreadable("DUC") or is_before(row.DUC, row.collection.first_day),
    examples="""
        fails: UASC DUC=2026
        fails: UASC DUC=31/03/2026
        passes: UASC DUC=01/04/2026
        passes: UASC
    """,
)
