"""Rule 192."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_192 = ReturnRule(
    code="192",
    title="The child has a substance misuse problem, and it is not said whether help was received",
    mend="record whether the child received help",
    source=SOURCE,
    lists=OC2,
    fields=("INTERVENTION_RECEIVED", "SUBSTANCE_MISUSE"),
    fails=lambda row: row.SUBSTANCE_MISUSE == "1" and not row.filled("INTERVENTION_RECEIVED"),
    examples="""
        fails: OC2 SUBSTANCE_MISUSE=1
        passes: OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0
        passes: OC2 SUBSTANCE_MISUSE=0
    """,
)
