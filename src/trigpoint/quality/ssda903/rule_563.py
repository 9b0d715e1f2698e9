"""Rule 563."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_563 = ReturnRule(
    code="563",
    title="A decision to place for adoption was ended, but the date on which it was made is missing",
    mend="enter the date on which the decision was made",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "REASON_PLACED_CEASED", "DATE_PLACED_CEASED"),
    fails=lambda row: not row.filled("DATE_PLACED") and row.filled("DATE_PLACED_CEASED") and row.REASON_PLACED_CEASED,
    examples="""
        fails: PlacedAdoption DATE_PLACED_CEASED=01/06/2026 REASON_PLACED_CEASED=RD1
        passes: PlacedAdoption DATE_PLACED_CEASED=01/06/2026
        passes: PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: PlacedAdoption DATE_PLACED=01/05/2026 DATE_PLACED_CEASED=01/06/2026 REASON_PLACED_CEASED=RD1
    """,
)
