"""Rule 553."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _without_decision(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Episodes):
        if row.LS == "E1":
            decisions = row.child.rows(PlacedAdoption)
            if not decisions:
                yield row
            elif is_open(row):
                yield from (one for one in decisions if one.filled("DATE_PLACED_CEASED") or one.REASON_PLACED_CEASED)


rule_553 = ReturnRule(
    code="553",
    title="The child is under a placement order without a decision to place for adoption that still stands",
    mend="record the decision, or take out its reversal, or correct the legal status if the order ended",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED", "LS"),
    finds=_without_decision,
    reads=(PlacedAdoption,),
    doubt="A decision without its date counts as a decision here; whether it should must be checked with DfE",
    examples="""
        fails: *Episodes LS=E1 DEC=01/06/2026; Episodes LS=C2
        fails: Episodes LS=E1; *PlacedAdoption DATE_PLACED_CEASED=01/05/2026; PlacedAdoption DATE_PLACED=01/06/2026
        fails: Episodes LS=E1; *PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: Episodes LS=E1; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Episodes LS=E1 DEC=01/06/2026; PlacedAdoption DATE_PLACED_CEASED=01/06/2026 REASON_PLACED_CEASED=RD1
        passes: Episodes LS=C2; PlacedAdoption DATE_PLACED_CEASED=01/05/2026
    """,
)
