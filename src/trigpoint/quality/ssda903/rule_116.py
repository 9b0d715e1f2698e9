"""Rule 116."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_116 = ReturnRule(
    code="116",
    title="The date on which placing for adoption was given up cannot be read as a date",
    mend="write the day on which the plan was given up as day, month and year",
    source=SOURCE,
    who="business support",
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED",),
    fails=lambda row: row.unreadable("DATE_PLACED_CEASED"),
    examples="""
        fails: PlacedAdoption DATE_PLACED_CEASED=31/02/2026
        passes: PlacedAdoption DATE_PLACED_CEASED=28/02/2026
        passes: PlacedAdoption
    """,
)
