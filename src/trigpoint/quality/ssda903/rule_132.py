"""Rule 132."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

_ACTIVITIES = frozenset({"F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0"})

rule_132 = ReturnRule(
    code="132",
    title="The care leaver's main activity is missing or has an unknown code",
    mend="record what the young person does: education, training, work, or why none; 0 when you are not in touch",
    source=SOURCE,
    lists=OC3,
    fields=("ACTIV",),
    fails=lambda row: row.ACTIV not in _ACTIVITIES,
    examples="""
        fails: OC3 ACTIV=F3
        fails: OC3 ACTIV=G1
        passes: OC3 ACTIV=F1
        passes: OC3 ACTIV=0
        fails: OC3
    """,
)
