"""Rule 384."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_384 = ReturnRule(
    code="384",
    title="A short break is shown in a long-term foster placement",
    mend="correct the placement type, or the legal status if the stay was no short break",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "LS"),
    fails=lambda row: row.LS in RESPITE and row.PLACE in {"U1", "U4"},
    examples="""
        fails: Episodes PLACE=U1 LS=V3
        fails: Episodes PLACE=U4 LS=V4
        passes: Episodes PLACE=U4 LS=V2
        passes: Episodes PLACE=U6 LS=V3
    """,
)
