"""Rule 558."""

from __future__ import annotations

from datetime import date

from trigpoint.quality.care import is_in_year, latest
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _is_reversed(row: PlacedAdoption) -> bool:
    left = latest(row.child)
    if left is None or left.REC not in {"E11", "E12"} or row is not _last(row.child):
        return False
    reversals = [one for one in row.child.rows(PlacedAdoption) if is_in_year(row.child, one.DATE_PLACED_CEASED)]
    return len(reversals) > 1 and row.filled("DATE_PLACED_CEASED")


def _last(child: ChildReturn) -> PlacedAdoption | None:
    dated = [row for row in child.rows(PlacedAdoption) if row.DATE_PLACED is not None]
    return max(dated, key=lambda row: row.DATE_PLACED or date.min, default=None)


rule_558 = ReturnRule(
    code="558",
    title="The child was adopted, yet the latest decision to place for adoption is shown as reversed",
    mend="take the reversal out of the latest decision, or correct the reason for leaving care",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED", "REC", "DATE_PLACED"),
    fails=_is_reversed,
    reads=(Episodes,),
    doubt="A child whose only decision was reversed is not tested; whether one should be must be checked with DfE",
    examples="""
        fails: Episodes DECOM=01/05/2026 REC=E11; PlacedAdoption DATE_PLACED=01/04/2024 DATE_PLACED_CEASED=01/04/2026; *PlacedAdoption DATE_PLACED=01/04/2025 DATE_PLACED_CEASED=31/03/2027
        passes: Episodes DECOM=01/05/2026 REC=E11; PlacedAdoption DATE_PLACED=01/04/2024 DATE_PLACED_CEASED=31/03/2026; PlacedAdoption DATE_PLACED=01/04/2025 DATE_PLACED_CEASED=01/05/2026
        passes: Episodes DECOM=01/05/2026 REC=E12; PlacedAdoption DATE_PLACED=01/04/2025 DATE_PLACED_CEASED=01/05/2026
        passes: Episodes DECOM=01/05/2026 REC=X1; PlacedAdoption DATE_PLACED=01/04/2024 DATE_PLACED_CEASED=01/04/2026; PlacedAdoption DATE_PLACED=01/04/2025 DATE_PLACED_CEASED=01/05/2026
        passes: Episodes DECOM=01/05/2026 REC=E11; Episodes DECOM=01/06/2026; PlacedAdoption DATE_PLACED=01/04/2024 DATE_PLACED_CEASED=01/04/2026; PlacedAdoption DATE_PLACED=01/04/2025 DATE_PLACED_CEASED=01/05/2026
        passes: Episodes DECOM=01/05/2026 REC=E11; PlacedAdoption DATE_PLACED=01/04/2023 DATE_PLACED_CEASED=01/04/2026; PlacedAdoption DATE_PLACED=01/04/2024 DATE_PLACED_CEASED=02/04/2026; PlacedAdoption DATE_PLACED=01/04/2025
    """,
)
