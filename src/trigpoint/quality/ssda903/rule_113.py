"""Rule 113."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_113 = ReturnRule(
    code="113",
    title="The date on which child and adopters were matched cannot be read as a date",
    mend="write the day of the match as day, month and year",
    source=SOURCE,
    who="business support",
    lists=AD1,
    fields=("DATE_MATCH",),
    fails=lambda row: row.unreadable("DATE_MATCH"),
    examples="""
        fails: AD1 DATE_MATCH=31/02/2026
        passes: AD1 DATE_MATCH=28/02/2026
        passes: AD1
    """,
)
