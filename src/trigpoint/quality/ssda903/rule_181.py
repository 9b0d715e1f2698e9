"""Rule 181."""

from trigpoint.quality.filled import HEALTH
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_181 = ReturnRule(
    code="181",
    title="An answer on the child's health or convictions is neither yes nor no",
    mend="answer 1 for yes or 0 for no",
    source=SOURCE,
    lists=OC2,
    fields=(
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ),
    fails=lambda row: any(getattr(row, name) not in {None, "0", "1"} for name in HEALTH),
    examples="""
        fails: OC2 CONVICTED=2
        fails: OC2 CONVICTED=0 INTERVENTION_OFFERED=Y
        passes: OC2 CONVICTED=0 INTERVENTION_OFFERED=1
        passes: OC2
    """,
)
