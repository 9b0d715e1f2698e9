"""Rule 158."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_158 = ReturnRule(
    code="158",
    title="Help with substance misuse was received, and yet it is said whether it was offered",
    mend="leave empty whether help was offered when the child received it",
    source=SOURCE,
    lists=OC2,
    fields=("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    fails=lambda row: row.INTERVENTION_RECEIVED == "1" and row.filled("INTERVENTION_OFFERED"),
    examples="""
        fails: OC2 INTERVENTION_RECEIVED=1 INTERVENTION_OFFERED=0
        passes: OC2 INTERVENTION_RECEIVED=1
        passes: OC2 INTERVENTION_RECEIVED=0 INTERVENTION_OFFERED=0
    """,
)
