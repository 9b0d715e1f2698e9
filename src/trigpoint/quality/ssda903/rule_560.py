"""Rule 560."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _is_changed(row: PlacedAdoption) -> bool:
    before = row.child.last_year
    return before is not None and any(
        old.DATE_PLACED and not old.filled("DATE_PLACED_CEASED") and old.DATE_PLACED != row.DATE_PLACED
        for old in before.rows(PlacedAdoption)
    )


rule_560 = ReturnRule(
    code="560",
    title="A decision to place for adoption that was open last year has another date this year",
    mend="enter the same date of decision as last year, or tell DfE that last year's was wrong",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED"),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_changed,
    examples="""
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025; PlacedAdoption DATE_PLACED=02/05/2025
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025; PlacedAdoption
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025; PlacedAdoption DATE_PLACED=01/05/2025
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025; PlacedAdoption DATE_PLACED=01/05/2026
        passes: last year PlacedAdoption child=2 DATE_PLACED=01/05/2025; PlacedAdoption DATE_PLACED=01/05/2026
        fails: last year PlacedAdoption DATE_PLACED=1/5/2024 DATE_PLACED_CEASED=1/6/2024; last year PlacedAdoption DATE_PLACED=1/5/2025; PlacedAdoption
    """,
)
