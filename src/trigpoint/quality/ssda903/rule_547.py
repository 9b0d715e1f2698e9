"""Rule 547."""

from trigpoint.quality.filled import CHECKS
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_547 = ReturnRule(
    code="547",
    title="An entry for health checks stands alone: immunisations, teeth, health or substance misuse has none",
    mend="record whether each of them was done; 0 if not",
    source=SOURCE,
    lists=OC2,
    fields=("HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"),
    fails=lambda row: row.HEALTH_CHECK and not all(map(row.filled, CHECKS)),
    examples="""
        fails: OC2 HEALTH_CHECK=0 TEETH_CHECK=0 HEALTH_ASSESSMENT=0 SUBSTANCE_MISUSE=0
        fails: OC2 HEALTH_CHECK=1 IMMUNISATIONS=0 HEALTH_ASSESSMENT=0 SUBSTANCE_MISUSE=0
        fails: OC2 HEALTH_CHECK=0 IMMUNISATIONS=0 TEETH_CHECK=0 SUBSTANCE_MISUSE=0
        fails: OC2 HEALTH_CHECK=1 IMMUNISATIONS=0 TEETH_CHECK=0 HEALTH_ASSESSMENT=0
        passes: OC2 HEALTH_CHECK=1 IMMUNISATIONS=0 TEETH_CHECK=0 HEALTH_ASSESSMENT=0 SUBSTANCE_MISUSE=0
        passes: OC2
    """,
)
