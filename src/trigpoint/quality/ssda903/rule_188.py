"""Rule 188."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.filled import any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

_SCORE = ("SDQ_SCORE", "SDQ_REASON")

rule_188 = ReturnRule(
    code="188",
    title="A child under 4 at the end of the year has a strengths and difficulties score or a reason for having none",
    mend="take score and reason out of the return, or correct the date of birth",
    source=SOURCE,
    who="performance team",
    lists=OC2,
    fields=("SDQ_SCORE", "SDQ_REASON", "DOB"),
    fails=lambda row: any_filled(row, _SCORE) and is_younger(row.DOB, 4, row.collection.last_day),
    examples="""
        fails: OC2 DOB=01/04/2023 SDQ_SCORE=10
        fails: OC2 DOB=01/04/2023 SDQ_REASON=SDQ1
        passes: OC2 DOB=31/03/2023 SDQ_SCORE=10
        passes: OC2 DOB=01/04/2023
        passes: OC2 SDQ_SCORE=10
    """,
)
