"""Rule 390."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_390 = ReturnRule(
    code="390",
    title="A child is shown as adopted from a placement that is not for adoption",
    mend="record the placement for adoption before the order, or correct the reason",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "REC"),
    fails=lambda row: row.REC in {"E11", "E12"} and row.PLACE not in {"A3", "A4", "A5", "A6"},
    examples="""
        fails: Episodes REC=E11 PLACE=U1
        fails: Episodes REC=E12
        passes: Episodes REC=E11 PLACE=A3
        passes: Episodes REC=E12 PLACE=A6
        passes: Episodes REC=E4A PLACE=U1
    """,
)
