"""Rule 102."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_102 = ReturnRule(
    code="102",
    title="The child has no date of birth, or one that cannot be read as a date",
    mend="record the date of birth as day, month and year",
    source=SOURCE,
    lists=Header,
    fields=("DOB",),
    fails=lambda row: row.DOB is None,
    examples="""
        fails: Header
        fails: Header DOB=31/02/2015
        passes: Header DOB=28/02/2015
    """,
)
