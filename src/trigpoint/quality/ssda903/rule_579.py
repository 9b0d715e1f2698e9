"""Rule 579."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import children_with
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _overlapping(collection: Collection) -> Iterator[PlacedAdoption]:
    for child in children_with(collection, PlacedAdoption):
        dated = sorted((row for row in child.rows(PlacedAdoption) if row.DATE_PLACED), key=_placed)
        for before, row in pairwise(dated):
            if not before.filled("DATE_PLACED_CEASED") or is_after(before.DATE_PLACED_CEASED, row.DATE_PLACED):
                yield row


def _placed(row: PlacedAdoption) -> date:
    return row.DATE_PLACED or date.max


rule_579 = ReturnRule(
    code="579",
    title="A decision to place for adoption is made while the child's earlier one is still open",
    mend="end the earlier decision on or before the day on which the new one was made",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED"),
    finds=_overlapping,
    examples="""
        fails: PlacedAdoption DATE_PLACED=01/05/2026; *PlacedAdoption DATE_PLACED=01/06/2026
        fails: *PlacedAdoption DATE_PLACED=01/06/2026; PlacedAdoption DATE_PLACED=01/05/2026 DATE_PLACED_CEASED=02/06/2026
        passes: PlacedAdoption DATE_PLACED=01/05/2026 DATE_PLACED_CEASED=01/06/2026; PlacedAdoption DATE_PLACED=01/06/2026
        passes: PlacedAdoption DATE_PLACED=01/05/2026; PlacedAdoption child=2 DATE_PLACED=01/06/2026
        passes: PlacedAdoption; PlacedAdoption DATE_PLACED=01/06/2026
    """,
)
