"""Rule 435."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.placement import placement
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_other_change(row: Episodes) -> bool:
    before = earlier(row) if row.RNE in {"P", "T"} else None
    return before is not None and (row.LS != before.LS or placement(row) == placement(before))


rule_435 = ReturnRule(
    code="435",
    title="An episode for a new placement alone has the same placement, or another legal status",
    mend="correct the reason of the episode, its placement or its legal status",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "PLACE", "PL_POST", "URN", "PLACE_PROVIDER", "LS", "DECOM"),
    fails=_is_other_change,
    examples="""
        fails: Episodes DECOM=01/05/2026 PLACE=U1; *Episodes DECOM=01/06/2026 RNE=P PLACE=U1
        fails: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; *Episodes DECOM=01/06/2026 RNE=T LS=C2 PLACE=U4
        passes: Episodes DECOM=01/05/2026 LS=C1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=T LS=C1 PLACE=U4
        passes: Episodes DECOM=01/05/2026 PL_POST=AB11AA; Episodes DECOM=01/06/2026 RNE=P
        passes: Episodes DECOM=01/05/2026 URN=SC000001; Episodes DECOM=01/06/2026 RNE=P URN=SC000002
        passes: Episodes DECOM=01/05/2026 PLACE_PROVIDER=PR1; Episodes DECOM=01/06/2026 RNE=P PLACE_PROVIDER=PR4
        passes: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=01/06/2026 RNE=L PLACE=U1
        passes: Episodes DECOM=01/06/2026 RNE=P
    """,
)
