"""Rule 4180."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_4180 = ReturnRule(
    code="4180",
    title="The child's sex is missing or is not one of the codes of the year",
    mend="record the sex: M, F or U (gender 0, 1, 2 or 9 up to 2023/24)",
    source=SOURCE,
    lists=ChildIdentifiers,
    fields=("Sex", "GenderCurrent"),
    since=2025,
    fails=lambda row: row.Sex not in {"M", "F", "U"},
    earlier=(
        Condition(lists=ChildIdentifiers, until=2024, fails=lambda row: row.GenderCurrent not in {"0", "1", "2", "9"}),
    ),
    examples="""
        fails: ChildIdentifiers Sex=1
        fails: ChildIdentifiers
        passes: ChildIdentifiers Sex=U
        passes in 2025: ChildIdentifiers Sex=F
        fails in 2024: ChildIdentifiers GenderCurrent=3
        fails in 2024: ChildIdentifiers
        passes in 2024: ChildIdentifiers GenderCurrent=9
    """,
)
