"""Rule 159."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2


def _is_silent(row: OC2) -> bool:
    untreated = row.SUBSTANCE_MISUSE == "1" and row.INTERVENTION_RECEIVED == "0"
    return untreated and not row.filled("INTERVENTION_OFFERED")


rule_159 = ReturnRule(
    code="159",
    title="A child with a substance misuse problem received no help, and it is not said whether any was offered",
    mend="record whether help was offered",
    source=SOURCE,
    lists=OC2,
    fields=("INTERVENTION_OFFERED", "INTERVENTION_RECEIVED", "SUBSTANCE_MISUSE"),
    fails=_is_silent,
    examples="""
        fails: OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0
        passes: OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0 INTERVENTION_OFFERED=0
        passes: OC2 SUBSTANCE_MISUSE=1
        passes: OC2 SUBSTANCE_MISUSE=0 INTERVENTION_RECEIVED=0
    """,
)
