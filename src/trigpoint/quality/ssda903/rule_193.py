"""Rule 193."""

from trigpoint.quality.filled import any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

_HELP = ("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")

rule_193 = ReturnRule(
    code="193",
    title="Help with substance misuse is returned for a child who is not said to need it",
    mend="record that the child has a substance misuse problem, or take out what is said of help",
    source=SOURCE,
    lists=OC2,
    fields=("SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    fails=lambda row: row.SUBSTANCE_MISUSE in {None, "0"} and any_filled(row, _HELP),
    examples="""
        fails: OC2 SUBSTANCE_MISUSE=0 INTERVENTION_RECEIVED=0
        fails: OC2 INTERVENTION_OFFERED=1
        passes: OC2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0
        passes: OC2 SUBSTANCE_MISUSE=0
    """,
)
