"""Rule 559."""

from __future__ import annotations

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _was_decided(child: ChildReturn | None) -> bool:
    return child is not None and any(row.filled("DATE_PLACED") for row in child.rows(PlacedAdoption))


rule_559 = ReturnRule(
    code="559",
    title="A decision to place for adoption was taken in an earlier year, and last year's return did not have it",
    mend="correct the date of the decision, or ask DfE to amend last year's return",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED",),
    fails=lambda row: is_before(row.DATE_PLACED, row.collection.first_day) and not _was_decided(row.child.last_year),
    needs=frozenset({Need.LAST_YEAR}),
    examples="""
        fails: PlacedAdoption DATE_PLACED=31/03/2026
        fails: last year PlacedAdoption; PlacedAdoption DATE_PLACED=31/03/2026
        passes: last year PlacedAdoption DATE_PLACED=31/03/2026; PlacedAdoption DATE_PLACED=31/03/2026
        passes: last year PlacedAdoption; last year PlacedAdoption DATE_PLACED=31/03/2026; PlacedAdoption DATE_PLACED=31/03/2026
        passes: PlacedAdoption DATE_PLACED=01/04/2026
        passes: PlacedAdoption
    """,
)
