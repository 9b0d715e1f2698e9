"""Rule 147."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_147 = ReturnRule(
    code="147",
    title="The end of the episode cannot be read as a date",
    mend="write the last day of the episode as day, month and year",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("DEC",),
    fails=lambda row: row.unreadable("DEC"),
    examples="""
        fails: Episodes DEC=31/02/2026
        passes: Episodes DEC=28/02/2026
        passes: Episodes
    """,
)
