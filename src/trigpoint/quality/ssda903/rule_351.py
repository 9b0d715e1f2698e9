"""Rule 351."""

from trigpoint.quality.days import birthday, is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_351 = ReturnRule(
    code="351",
    title="The young person turned 25 before the year began",
    mend="correct the date of birth, or leave the young person out of the return",
    source=SOURCE,
    lists=Header,
    fields=("DOB",),
    fails=lambda row: is_before(birthday(row.DOB, 25), row.collection.first_day),
    examples="""
        fails: Header DOB=31/03/2001
        passes: Header DOB=01/04/2001
        passes: Header
    """,
)
