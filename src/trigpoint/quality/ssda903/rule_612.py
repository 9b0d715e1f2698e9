"""Rule 612."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_612 = ReturnRule(
    code="612",
    title="A birth date of a first child is given for a girl or young woman who is not said to be a mother",
    mend="record that she is a mother (1), or take the child's date of birth out",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "MC_DOB", "SEX"),
    since=2025,
    fails=lambda row: row.SEX == "F" and row.MOTHER in {None, "0"} and row.filled("MC_DOB"),
    earlier=(
        Condition(
            lists=Header,
            until=2024,
            fails=lambda row: row.SEX == "2" and row.MOTHER in {None, "0"} and row.filled("MC_DOB"),
        ),
    ),
    examples="""
        fails: Header SEX=F MC_DOB=01/05/2026
        fails: Header SEX=F MOTHER=0 MC_DOB=01/05/2026
        passes: Header SEX=F MOTHER=1 MC_DOB=01/05/2026
        passes: Header SEX=F MOTHER=0
        passes: Header SEX=M MOTHER=0 MC_DOB=01/05/2026
        fails in 2024: Header SEX=2 MC_DOB=01/05/2023
        passes in 2024: Header SEX=2 MOTHER=1 MC_DOB=01/05/2023
        passes in 2024: Header SEX=1 MC_DOB=01/05/2023
    """,
)
