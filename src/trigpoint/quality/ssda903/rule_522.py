"""Rule 522."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_522 = ReturnRule(
    code="522",
    title="The decision to place for adoption was reversed before it was taken",
    mend="correct the two dates",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED"),
    fails=lambda row: is_before(row.DATE_PLACED_CEASED, row.DATE_PLACED),
    examples="""
        fails: PlacedAdoption DATE_PLACED=02/05/2026 DATE_PLACED_CEASED=01/05/2026
        passes: PlacedAdoption DATE_PLACED=02/05/2026 DATE_PLACED_CEASED=02/05/2026
        passes: PlacedAdoption DATE_PLACED=02/05/2026
    """,
)
