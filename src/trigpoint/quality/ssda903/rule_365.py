"""Rule 365."""

from __future__ import annotations

from trigpoint.quality.days import days_after, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes


def _is_long_break(row: Episodes) -> bool:
    end = row.collection.last_day if is_open(row) else row.DEC
    return row.LS == "V3" and is_after(end, days_after(row.DECOM, 17))


rule_365 = ReturnRule(
    code="365",
    title="One short break lasts more than 17 days",
    mend="correct its dates, or record a longer stay as accommodation (V2)",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    fails=_is_long_break,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=19/05/2026 LS=V3
        fails: Episodes DECOM=13/03/2027 LS=V3
        passes: Episodes DECOM=01/05/2026 DEC=18/05/2026 LS=V3
        passes: Episodes DECOM=14/03/2027 LS=V3
        passes: Episodes DECOM=01/05/2026 DEC=19/05/2026 LS=V4
        passes: Episodes DECOM=01/05/2026 DEC=soon LS=V3
    """,
)
