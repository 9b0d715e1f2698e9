"""Rule 174."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_174 = ReturnRule(
    code="174",
    title="A boy is returned as the mother of a child",
    mend="correct the sex, or take out the date of birth of the child",
    source=SOURCE,
    lists=Header,
    fields=("SEX", "MC_DOB"),
    since=2025,
    fails=lambda row: row.SEX == "M" and row.filled("MC_DOB"),
    earlier=(Condition(lists=Header, until=2024, fails=lambda row: row.SEX == "1" and row.filled("MC_DOB")),),
    examples="""
        fails: Header SEX=M MC_DOB=01/05/2026
        passes: Header SEX=F MC_DOB=01/05/2026
        passes: Header SEX=M
        fails in 2024: Header SEX=1 MC_DOB=01/05/2023
        passes in 2024: Header SEX=2 MC_DOB=01/05/2023
    """,
)
