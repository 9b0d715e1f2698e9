"""Rule 501."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _overlaps(row: Episodes) -> bool:
    before = earlier(row)
    return before is not None and is_before(row.DECOM, before.DEC)


rule_501 = ReturnRule(
    code="501",
    title="An episode begins before the one before it ended",
    mend="correct the dates so that the episodes do not overlap",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC"),
    fails=_overlaps,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; *Episodes DECOM=31/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026; Episodes DECOM=01/06/2026
    """,
)
