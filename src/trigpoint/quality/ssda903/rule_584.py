"""Rule 584."""

from datetime import date

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _is_not_new(row: PlacedAdoption) -> bool:
    before = row.child.last_year
    return before is not None and any(
        (old.filled("DATE_PLACED_CEASED") or old.REASON_PLACED_CEASED)
        and (not row.filled("DATE_PLACED") or _is_by(row.DATE_PLACED, old.DATE_PLACED))
        for old in before.rows(PlacedAdoption)
    )


def _is_by(day: date | None, limit: date | None) -> bool:
    return day is not None and limit is not None and day <= limit


rule_584 = ReturnRule(
    code="584",
    title="A decision ended last year, but this year's decision to place for adoption is not later than that one",
    mend="enter the date of the new decision, which lies after the one that was ended",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_not_new,
    examples="""
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025; PlacedAdoption
        fails: last year PlacedAdoption DATE_PLACED=01/05/2025 REASON_PLACED_CEASED=RD1; PlacedAdoption DATE_PLACED=01/05/2025
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025 REASON_PLACED_CEASED=RD1; PlacedAdoption DATE_PLACED=02/05/2025
        passes: last year PlacedAdoption DATE_PLACED=01/05/2025; PlacedAdoption
    """,
)
