"""Rule 190."""

from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.filled import HEALTH, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_190 = ReturnRule(
    code="190",
    title="The health of a child who was not looked after for the whole year is returned",
    mend="take the answers on health out of the return, or correct the child's episodes",
    source=SOURCE,
    who="performance team",
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
    reads=(Episodes,),
    fails=lambda row: any_filled(row, HEALTH) and not is_continuously_looked_after(row.child),
    examples="""
        fails: Episodes DECOM=01/05/2026 RNE=S; OC2 TEETH_CHECK=1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 TEETH_CHECK=1
        passes: Episodes DECOM=01/05/2026 RNE=S; OC2
        fails: Episodes DECOM=01/05/2024 RNE=S; Episodes DECOM=01/05/2025 LS=V3; OC2 TEETH_CHECK=1
    """,
)
