"""Rule 556."""

from __future__ import annotations

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _decided_late(row: Episodes) -> bool:
    return any(is_after(decision.DATE_PLACED, row.DECOM) for decision in row.child.rows(PlacedAdoption))


rule_556 = ReturnRule(
    code="556",
    title="The decision to place for adoption is dated after the freeing order began",
    mend="correct the date of the decision, or the start of the legal status D1",
    source=SOURCE,
    lists=Episodes,
    fields=("DATE_PLACED", "DECOM", "LS"),
    until=2024,
    fails=lambda row: row.LS == "D1" and _decided_late(row),
    reads=(PlacedAdoption,),
    examples="""
        fails: *Episodes DECOM=01/05/2023 LS=D1; Episodes DECOM=01/06/2023 LS=D1; PlacedAdoption DATE_PLACED=02/05/2023
        fails: Episodes DECOM=01/05/2023 LS=D1; PlacedAdoption DATE_PLACED=01/05/2023; PlacedAdoption DATE_PLACED=02/05/2023
        passes: Episodes DECOM=01/05/2023 LS=D1; PlacedAdoption DATE_PLACED=01/05/2023
        passes: Episodes DECOM=01/05/2023 LS=E1; PlacedAdoption DATE_PLACED=02/05/2023
    """,
)
