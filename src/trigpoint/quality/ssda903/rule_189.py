"""Rule 189."""

from trigpoint.quality.days import birthday, is_before
from trigpoint.quality.filled import any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

_SCORE = ("SDQ_SCORE", "SDQ_REASON")

rule_189 = ReturnRule(
    code="189",
    title="A child of 17 before the year began has a strengths and difficulties score or a reason for having none",
    mend="take score and reason out of the return, or correct the date of birth",
    source=SOURCE,
    who="performance team",
    lists=OC2,
    fields=("DOB", "SDQ_SCORE", "SDQ_REASON"),
    fails=lambda row: any_filled(row, _SCORE) and is_before(birthday(row.DOB, 17), row.collection.first_day),
    examples="""
        fails: OC2 DOB=31/03/2009 SDQ_SCORE=10
        fails: OC2 DOB=31/03/2009 SDQ_REASON=SDQ1
        passes: OC2 DOB=01/04/2009 SDQ_SCORE=10
        passes: OC2 DOB=31/03/2009
    """,
)
