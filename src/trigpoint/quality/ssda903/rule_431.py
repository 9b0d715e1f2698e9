"""Rule 431."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.days import days_after, is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _starts_too_soon(row: Episodes) -> bool:
    before = earlier(row) if row.RNE == "S" else None
    return before is not None and is_before(row.DECOM, days_after(before.DEC, 1))


rule_431 = ReturnRule(
    code="431",
    title="Care begins again on or before the day on which the episode before it ended",
    mend="correct the dates, or the reason of the new episode if care went on",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "DECOM", "DEC"),
    fails=_starts_too_soon,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; *Episodes DECOM=01/06/2026 RNE=S
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; *Episodes DECOM=31/05/2026 RNE=S
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=02/06/2026 RNE=S
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026 RNE=P
        passes: Episodes DECOM=01/05/2026; Episodes DECOM=01/06/2026 RNE=S
    """,
)
