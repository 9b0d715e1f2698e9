"""Rule 434."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.placement import placement
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_other_change(row: Episodes) -> bool:
    before = earlier(row) if row.RNE == "L" else None
    return before is not None and (row.LS == before.LS or placement(row) != placement(before))


rule_434 = ReturnRule(
    code="434",
    title="An episode for a new legal status alone has the same legal status, or another placement",
    mend="correct the reason of the episode, its legal status or its placement",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "LS", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER", "DECOM"),
    fails=_is_other_change,
    examples="""
        fails: Episodes DECOM=01/05/2026 LS=C1; *Episodes DECOM=01/06/2026 RNE=L LS=C1
        fails: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; *Episodes DECOM=01/06/2026 RNE=L LS=C2 PLACE=U4
        fails: Episodes DECOM=01/05/2026 LS=C1; *Episodes DECOM=01/06/2026 RNE=L LS=C2 PL_POST=AB11AA
        fails: Episodes DECOM=01/05/2026 LS=C1 URN=SC000001; *Episodes DECOM=01/06/2026 RNE=L LS=C2 URN=SC000002
        fails: Episodes DECOM=01/05/2026 LS=C1 PLACE_PROVIDER=PR1; *Episodes DECOM=01/06/2026 RNE=L LS=C2
        passes: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=L LS=C2 PLACE=U1
        passes: Episodes DECOM=01/05/2026 LS=C1; Episodes DECOM=01/06/2026 RNE=P LS=C1
        passes: Episodes DECOM=01/06/2026 RNE=L LS=C1
    """,
)
