"""Rule 301."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_301 = ReturnRule(
    code="301",
    title="The child was born after the year ended",
    mend="correct the date of birth",
    source=SOURCE,
    lists=Header,
    fields=("DOB",),
    fails=lambda row: is_after(row.DOB, row.collection.last_day),
    examples="""
        fails: Header DOB=01/04/2027
        passes: Header DOB=31/03/2027
        passes: Header
    """,
)
