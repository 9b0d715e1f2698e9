"""Rule 225."""

from trigpoint.quality.care import later
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes


def _lacks_reason(row: Episodes) -> bool:
    if row.REC != "X1" or row.PLACE in TEMPORARY or row.REASON_PLACE_CHANGE:
        return False
    follows = later(row)
    return follows is not None and follows.RNE in {"P", "B", "T", "U"} and follows.PLACE not in TEMPORARY


rule_225 = ReturnRule(
    code="225",
    title="The child changed placement, and it is not said why",
    mend="record the reason for the change on the episode that ended",
    source=SOURCE,
    lists=Episodes,
    fields=("REASON_PLACE_CHANGE", "REC", "PLACE", "DECOM", "RNE"),
    fails=_lacks_reason,
    examples="""
        fails: *Episodes DECOM=01/05/2026 REC=X1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=P PLACE=U1
        fails: *Episodes DECOM=01/05/2026 REC=X1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=T PLACE=K2
        passes: Episodes DECOM=01/05/2026 REC=X1 REASON_PLACE_CHANGE=CARPL; Episodes DECOM=01/06/2026 RNE=P
        passes: Episodes DECOM=01/05/2026 REC=X1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=L PLACE=U1
        passes: Episodes DECOM=01/05/2026 REC=X1 PLACE=U1; Episodes DECOM=01/06/2026 RNE=P PLACE=T4
        passes: Episodes DECOM=01/05/2026 REC=X1 PLACE=T1; Episodes DECOM=01/06/2026 RNE=P PLACE=U1
        passes: Episodes DECOM=01/05/2026 REC=E4A PLACE=U1; Episodes DECOM=01/06/2026 RNE=P PLACE=U1
        passes: Episodes DECOM=01/05/2026 REC=X1 PLACE=U1
    """,
)
