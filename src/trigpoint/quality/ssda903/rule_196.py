"""Rule 196."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_196 = ReturnRule(
    code="196",
    title="The reason why there is no strengths and difficulties score has an unknown code",
    mend="choose the reason, SDQ1 to SDQ5",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_REASON",),
    fails=lambda row: row.SDQ_REASON not in {None, "SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"},
    examples="""
        fails: OC2 SDQ_REASON=SDQ0
        fails: OC2 SDQ_REASON=SDQ6
        passes: OC2 SDQ_REASON=SDQ1
        passes: OC2 SDQ_REASON=SDQ5
        passes: OC2
    """,
)
