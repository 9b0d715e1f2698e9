"""Rule 555."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _without_decision(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Episodes):
        if row.LS == "D1":
            decisions = row.child.rows(PlacedAdoption)
            if not decisions:
                yield row
            elif is_open(row):
                yield from (one for one in decisions if one.filled("DATE_PLACED_CEASED") or one.REASON_PLACED_CEASED)


rule_555 = ReturnRule(
    code="555",
    title="The child is under a freeing order without a decision to place for adoption that still stands",
    mend="record the decision, or take out its reversal, or correct the legal status if the order ended",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED", "LS"),
    until=2024,
    finds=_without_decision,
    reads=(PlacedAdoption,),
    examples="""
        fails: *Episodes LS=D1 DEC=01/06/2023; Episodes LS=C2
        fails: Episodes LS=D1; *PlacedAdoption DATE_PLACED_CEASED=01/05/2023; PlacedAdoption DATE_PLACED=01/06/2023
        fails: Episodes LS=D1; *PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: Episodes LS=D1; PlacedAdoption DATE_PLACED=01/05/2023
        passes: Episodes LS=D1 DEC=01/06/2023; PlacedAdoption DATE_PLACED_CEASED=01/06/2023 REASON_PLACED_CEASED=RD1
        passes: Episodes LS=C2; PlacedAdoption DATE_PLACED_CEASED=01/05/2023
    """,
)
