"""Rule 523."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, PlacedAdoption


def _differing(collection: Collection) -> Iterator[ReturnRow]:
    for adopted in collection.rows(AD1):
        for row in adopted.child.rows(PlacedAdoption):
            if adopted.DATE_INT and row.DATE_PLACED and adopted.DATE_INT != row.DATE_PLACED:
                yield from (adopted, row)


rule_523 = ReturnRule(
    code="523",
    title="The date of the decision to place for adoption differs between the two modules that hold it",
    mend="give DATE_PLACED and DATE_INT the same date",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_PLACED", "DATE_INT"),
    finds=_differing,
    reads=(PlacedAdoption,),
    examples="""
        fails: *AD1 DATE_INT=01/05/2026; *PlacedAdoption DATE_PLACED=02/05/2026; PlacedAdoption DATE_PLACED=01/05/2026
        passes: AD1 DATE_INT=01/05/2026; PlacedAdoption DATE_PLACED=01/05/2026
        passes: AD1 DATE_INT=01/05/2026; PlacedAdoption
        passes: AD1; PlacedAdoption DATE_PLACED=01/05/2026
        passes: AD1 DATE_INT=01/05/2026; PlacedAdoption child=2 DATE_PLACED=02/05/2026
    """,
)
