"""Rule 143."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_143 = ReturnRule(
    code="143",
    title="The reason for the new episode has a code that the return does not know",
    mend="choose why the episode began: S for a start of care, else what changed",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE",),
    fails=lambda row: row.RNE not in {None, "S", "P", "L", "T", "U", "B"},
    examples="""
        fails: Episodes RNE=X
        passes: Episodes RNE=S
        passes: Episodes RNE=B
        passes: Episodes
    """,
)
