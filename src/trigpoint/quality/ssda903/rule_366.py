"""Rule 366."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_366 = ReturnRule(
    code="366",
    title="A short break is recorded as a change within a stay in care",
    mend="give the short break the reason S, because each begins on its own",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "LS"),
    fails=lambda row: row.LS == "V3" and row.RNE != "S",
    examples="""
        fails: Episodes LS=V3 RNE=P
        fails: Episodes LS=V3
        passes: Episodes LS=V3 RNE=S
        passes: Episodes LS=V4 RNE=P
    """,
)
