"""Rule 119."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_119 = ReturnRule(
    code="119",
    title="Placing for adoption was given up without a reason, or there is a reason without the day",
    mend="record both the day on which the plan was given up and why",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    fails=lambda row: row.filled("DATE_PLACED_CEASED") != row.filled("REASON_PLACED_CEASED"),
    examples="""
        fails: PlacedAdoption DATE_PLACED_CEASED=01/05/2026
        fails: PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: PlacedAdoption DATE_PLACED_CEASED=01/05/2026 REASON_PLACED_CEASED=RD1
        passes: PlacedAdoption
    """,
)
