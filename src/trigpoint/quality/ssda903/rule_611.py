"""Rule 611."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_611 = ReturnRule(
    code="611",
    title="The young person is a mother, but the birth date of her first child is missing",
    mend="enter the date of birth of her first child",
    source=SOURCE,
    lists=Header,
    fields=("MC_DOB", "MOTHER"),
    fails=lambda row: row.MOTHER == "1" and not row.filled("MC_DOB"),
    examples="""
        fails: Header MOTHER=1
        passes: Header MOTHER=1 MC_DOB=01/05/2026
        passes: Header MOTHER=0
    """,
)
