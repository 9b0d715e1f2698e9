"""Rule 141."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_141 = ReturnRule(
    code="141",
    title="The start of the episode cannot be read as a date",
    mend="write the first day of the episode as day, month and year",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("DECOM",),
    fails=lambda row: row.unreadable("DECOM"),
    examples="""
        fails: Episodes DECOM=31/02/2026
        passes: Episodes DECOM=28/02/2026
        passes: Episodes
    """,
)
