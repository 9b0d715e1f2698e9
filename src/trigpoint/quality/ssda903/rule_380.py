"""Rule 380."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

rule_380 = ReturnRule(
    code="380",
    title="A temporary placement begins for a reason other than a change of placement",
    mend="give the episode the reason P, or B if the legal status changed with it",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "PLACE"),
    fails=lambda row: row.PLACE in TEMPORARY and row.RNE not in {"P", "B"},
    examples="""
        fails: Episodes PLACE=T0 RNE=S
        fails: Episodes PLACE=T4
        passes: Episodes PLACE=T0 RNE=P
        passes: Episodes PLACE=T4 RNE=B
        passes: Episodes PLACE=U1 RNE=S
    """,
)
