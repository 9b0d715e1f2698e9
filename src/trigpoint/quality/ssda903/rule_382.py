"""Rule 382."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

rule_382 = ReturnRule(
    code="382",
    title="A short break is shown in a temporary placement",
    mend="record the placement in which the short break takes place",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "LS"),
    fails=lambda row: row.LS in RESPITE and row.PLACE in TEMPORARY,
    examples="""
        fails: Episodes PLACE=T2 LS=V3
        fails: Episodes PLACE=T3 LS=V4
        passes: Episodes PLACE=T2 LS=V2
        passes: Episodes PLACE=U1 LS=V4
    """,
)
