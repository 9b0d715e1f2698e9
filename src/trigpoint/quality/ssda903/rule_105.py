"""Rule 105."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_105 = ReturnRule(
    code="105",
    title="The return does not say whether the child is an unaccompanied asylum seeker",
    mend="give 1 for an unaccompanied asylum-seeking child and 0 for every other",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("UASC",),
    needs=frozenset({Need.XML}),
    fails=lambda row: row.UASC not in {"0", "1"},
    examples="""
        fails: Header
        fails: Header UASC=2
        passes: Header UASC=0
        passes: Header UASC=1
    """,
)
