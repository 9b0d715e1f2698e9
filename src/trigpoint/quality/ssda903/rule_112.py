"""Rule 112."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_112 = ReturnRule(
    code="112",
    title="The date of the decision that the child should be adopted cannot be read as a date",
    mend="write the day of the decision as day, month and year",
    source=SOURCE,
    who="business support",
    lists=AD1,
    fields=("DATE_INT",),
    fails=lambda row: row.unreadable("DATE_INT"),
    examples="""
        fails: AD1 DATE_INT=31/02/2026
        passes: AD1 DATE_INT=28/02/2026
        passes: AD1
    """,
)
