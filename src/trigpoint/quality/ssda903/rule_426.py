"""Rule 426."""

from __future__ import annotations

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes


def _statuses(child: ChildReturn) -> frozenset[str | None]:
    return frozenset(row.LS for row in child.rows(Episodes))


rule_426 = ReturnRule(
    code="426",
    title="Short breaks of the child are shown both one by one (V3) and as an agreement (V4)",
    mend="report the short breaks of a year in one of the two ways",
    source=SOURCE,
    who="performance team",
    lists=Episodes,
    fields=("LS",),
    fails=lambda row: row.LS in RESPITE and row.child.remembered(_statuses) >= RESPITE,
    examples="""
        fails: *Episodes LS=V3; *Episodes LS=V4; Episodes LS=C2; *Episodes LS=V3
        fails: Episodes LS=V3; Episodes LS=V4
        passes: Episodes LS=V3; Episodes LS=C2; Episodes LS=V3
        passes: Episodes LS=V3; Episodes child=2 LS=V4
    """,
)
