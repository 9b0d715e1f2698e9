"""Rule 145."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_NEEDS = frozenset({"N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"})

rule_145 = ReturnRule(
    code="145",
    title="The category of need has a code that the return does not know",
    mend="choose the main reason why the child is looked after, N1 to N8",
    source=SOURCE,
    lists=Episodes,
    fields=("CIN",),
    fails=lambda row: row.CIN is not None and row.CIN not in _NEEDS,
    examples="""
        fails: Episodes CIN=N0
        fails: Episodes CIN=N9
        passes: Episodes CIN=N1
        passes: Episodes CIN=N8
        passes: Episodes
    """,
)
