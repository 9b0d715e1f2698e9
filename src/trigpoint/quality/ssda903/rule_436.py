"""Rule 436."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.placement import placement
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_one_change(row: Episodes) -> bool:
    before = earlier(row) if row.RNE in {"B", "U"} else None
    return before is not None and (row.LS == before.LS or placement(row) == placement(before))


rule_436 = ReturnRule(
    code="436",
    title="An episode for a new legal status and placement has one of them unchanged",
    mend="correct the reason of the episode, its placement or its legal status",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER", "DECOM"),
    fails=_is_one_change,
    examples="""
        fails: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; *Episodes DECOM=01/06/2026 RNE=B LS=C1 PLACE=U4
        fails: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; *Episodes DECOM=01/06/2026 RNE=U LS=C2 PLACE=U1
        passes: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=B LS=C2 PLACE=U4
        passes: Episodes DECOM=01/05/2026 LS=C1 URN=SC000001; Episodes DECOM=01/06/2026 RNE=U LS=C2
        passes: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=L LS=C2 PLACE=U1
        passes: Episodes DECOM=01/06/2026 RNE=U
    """,
)
