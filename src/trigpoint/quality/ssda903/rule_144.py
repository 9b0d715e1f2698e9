"""Rule 144."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_STATUSES = frozenset({"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"})

rule_144 = ReturnRule(
    code="144",
    title="The legal status has a code that the return does not know",
    mend="choose the legal status under which the child is looked after",
    source=SOURCE,
    lists=Episodes,
    fields=("LS",),
    fails=lambda row: row.LS is not None and row.LS not in _STATUSES,
    examples="""
        fails: Episodes LS=C3
        fails: Episodes LS=V1
        passes: Episodes LS=C1
        passes: Episodes LS=V2
        passes: Episodes
    """,
)
