"""Rule 226."""

from trigpoint.quality.care import earlier
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes


def _has_reason(row: Episodes) -> bool:
    if row.PLACE not in TEMPORARY:
        return False
    before = earlier(row)
    return bool(row.REASON_PLACE_CHANGE or (before and before.REASON_PLACE_CHANGE))


rule_226 = ReturnRule(
    code="226",
    title="A temporary placement, or the episode before it, has a reason for a change of placement",
    mend="take the reason out: a temporary placement is no change",
    source=SOURCE,
    lists=Episodes,
    fields=("REASON_PLACE_CHANGE", "PLACE", "DECOM"),
    fails=_has_reason,
    examples="""
        fails: Episodes DECOM=01/05/2026 PLACE=T0 REASON_PLACE_CHANGE=CARPL
        fails: Episodes DECOM=01/05/2026 PLACE=U1 REASON_PLACE_CHANGE=CARPL; *Episodes DECOM=01/06/2026 PLACE=T4
        passes: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=01/06/2026 PLACE=T4
        passes: Episodes DECOM=01/05/2026 PLACE=U1 REASON_PLACE_CHANGE=CARPL; Episodes DECOM=01/06/2026 PLACE=U1
    """,
)
