"""Rule 620."""

from trigpoint.quality.days import birthday, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_620 = ReturnRule(
    code="620",
    title="A child who was not yet 11 when the collection year began is recorded as a mother",
    mend="correct the date of birth or the record of motherhood",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "DOB"),
    fails=lambda row: row.MOTHER == "1" and is_after(birthday(row.DOB, 11), row.collection.first_day),
    examples="""
        fails: Header MOTHER=1 DOB=02/04/2015
        passes: Header MOTHER=1 DOB=01/04/2015
        passes: Header MOTHER=0 DOB=02/04/2015
        passes: Header MOTHER=1
    """,
)
