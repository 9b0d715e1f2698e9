"""Rule 561."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _is_repeated(row: PlacedAdoption) -> bool:
    before = row.child.last_year
    return before is not None and any(
        old.DATE_PLACED
        and old.DATE_PLACED == row.DATE_PLACED
        and (old.filled("DATE_PLACED_CEASED") or old.REASON_PLACED_CEASED)
        for old in before.rows(PlacedAdoption)
    )


rule_561 = ReturnRule(
    code="561",
    title="A decision to place for adoption that ended last year is returned once more",
    mend="take out the decision that was ended last year; enter only one made since",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_repeated,
    examples="""
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025; PlacedAdoption DATE_PLACED=01/05/2025
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025 REASON_PLACED_CEASED=RD1; PlacedAdoption DATE_PLACED=01/05/2025
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025 REASON_PLACED_CEASED=RD1; PlacedAdoption DATE_PLACED=02/05/2025
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025; PlacedAdoption DATE_PLACED=01/05/2025
        passes: last year PlacedAdoption REASON_PLACED_CEASED=RD1; PlacedAdoption
    """,
)
