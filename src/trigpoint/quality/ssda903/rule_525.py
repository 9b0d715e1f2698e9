"""Rule 525."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.filled import ADOPTION, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, PlacedAdoption


def _adopted_after_all(collection: Collection) -> Iterator[ReturnRow]:
    for adopted in collection.rows(AD1):
        if any_filled(adopted, ADOPTION):
            reversals = [row for row in adopted.child.rows(PlacedAdoption) if row.filled("DATE_PLACED_CEASED")]
            yield from (*([adopted] if reversals else []), *reversals)


rule_525 = ReturnRule(
    code="525",
    title="The decision to place for adoption was reversed, yet details of an adoption are given",
    mend="take out the details of the adoption, or the date of the reversal if the child was adopted",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_PLACED_CEASED", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
    finds=_adopted_after_all,
    reads=(PlacedAdoption,),
    examples="""
        fails: *AD1 DATE_INT=01/06/2026; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        fails: *AD1 DATE_MATCH=01/06/2026; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        fails: *AD1 FOSTER_CARE=0; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        fails: *AD1 NB_ADOPTR=2; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        fails: *AD1 SEX_ADOPTR=MF; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        fails: *AD1 LS_ADOPTR=L2; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption
        passes: AD1; PlacedAdoption DATE_PLACED_CEASED=01/05/2026
        passes: AD1 DATE_INT=01/06/2026; PlacedAdoption DATE_PLACED=01/05/2026
        passes: AD1 DATE_INT=01/06/2026; PlacedAdoption child=2 DATE_PLACED_CEASED=01/05/2026
    """,
)
