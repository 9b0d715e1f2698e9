"""Rule 171."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_171 = ReturnRule(
    code="171",
    title="The date of birth of the girl's first child cannot be read as a date",
    mend="write the child's date of birth as day, month and year",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("MC_DOB",),
    fails=lambda row: row.unreadable("MC_DOB"),
    examples="""
        fails: Header MC_DOB=31/02/2026
        passes: Header MC_DOB=28/02/2026
        passes: Header
    """,
)
