"""Rule 182."""

from trigpoint.quality.filled import CHECKS, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

_OTHERS = ("CONVICTED", "HEALTH_CHECK", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")

rule_182 = ReturnRule(
    code="182",
    title="The child's health is returned only in part",
    mend="answer for immunisations, dentist, health assessment and substance misuse",
    source=SOURCE,
    lists=OC2,
    fields=(
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "CONVICTED",
        "HEALTH_CHECK",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ),
    fails=lambda row: any_filled(row, _OTHERS) and not all(row.filled(name) for name in CHECKS),
    examples="""
        fails: OC2 CONVICTED=0 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1
        passes: OC2 CONVICTED=0 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0
        passes: OC2 IMMUNISATIONS=1
        passes: OC2
    """,
)
