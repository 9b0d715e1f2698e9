"""Rule 115."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_115 = ReturnRule(
    code="115",
    title="The date of the decision to place the child for adoption cannot be read as a date",
    mend="write the day of the decision as day, month and year",
    source=SOURCE,
    who="business support",
    lists=PlacedAdoption,
    fields=("DATE_PLACED",),
    fails=lambda row: row.unreadable("DATE_PLACED"),
    examples="""
        fails: PlacedAdoption DATE_PLACED=31/02/2026
        passes: PlacedAdoption DATE_PLACED=28/02/2026
        passes: PlacedAdoption
    """,
)
