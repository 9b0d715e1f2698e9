"""Rule 388."""

from __future__ import annotations

from trigpoint.quality.care import later
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_at_odds_with_next(row: Episodes) -> bool:
    if row.DECOM is None or row.DEC is None or not row.REC:
        return False
    following = later(row)
    goes_on = following is not None and following.DECOM == row.DEC
    return (row.REC == "X1") is not goes_on


rule_388 = ReturnRule(
    code="388",
    title="The reason for ending the episode does not fit what follows it",
    mend="use X1 only when another episode begins that day; otherwise give the reason for leaving care",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "DECOM"),
    fails=_is_at_odds_with_next,
    examples="""
        fails: *Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1; Episodes DECOM=02/06/2026
        fails: *Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=E4A; Episodes DECOM=01/06/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1; Episodes DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=E4A; Episodes DECOM=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=E4A
        passes: Episodes DECOM=01/05/2026 REC=X1; Episodes DECOM=02/06/2026
    """,
)
