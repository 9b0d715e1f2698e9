"""Rule 504."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _changes_need(row: Episodes) -> bool:
    before = earlier(row)
    if before is None or before.REC != "X1" or before.DEC != row.DECOM:
        return False
    return before.CIN != row.CIN


rule_504 = ReturnRule(
    code="504",
    title="The category of need changes from one episode to the next of the same stay in care",
    mend="give every episode of the stay the category that the child had when care began",
    source=SOURCE,
    lists=Episodes,
    fields=("CIN", "DECOM", "REC", "DEC"),
    fails=_changes_need,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1 CIN=N1; *Episodes DECOM=01/06/2026 CIN=N2
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1 CIN=N1; *Episodes DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1 CIN=N1; Episodes DECOM=01/06/2026 CIN=N1
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=E4A CIN=N1; Episodes DECOM=01/06/2026 CIN=N2
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026 REC=X1 CIN=N1; Episodes DECOM=02/06/2026 CIN=N2
    """,
)
