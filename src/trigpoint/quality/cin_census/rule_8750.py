"""Rule 8750."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _is_unborn(row: ChildIdentifiers) -> bool:
    return row.filled("ExpectedPersonBirthDate") and not row.filled("PersonBirthDate")


rule_8750 = ReturnRule(
    code="8750",
    title="The sex of a child not yet born is not given as unknown",
    mend="record U until the child is born (gender 0 up to 2023/24), or the date of birth of a child who was born",
    source=SOURCE,
    lists=ChildIdentifiers,
    fields=("Sex", "GenderCurrent", "PersonBirthDate", "ExpectedPersonBirthDate"),
    since=2025,
    fails=lambda row: _is_unborn(row) and row.Sex != "U",
    earlier=(
        Condition(lists=ChildIdentifiers, until=2024, fails=lambda row: _is_unborn(row) and row.GenderCurrent != "0"),
    ),
    examples="""
        fails: ChildIdentifiers ExpectedPersonBirthDate=01/05/2026 Sex=F
        fails: ChildIdentifiers ExpectedPersonBirthDate=01/05/2026
        passes: ChildIdentifiers ExpectedPersonBirthDate=01/05/2026 Sex=U
        passes: ChildIdentifiers ExpectedPersonBirthDate=01/05/2025 PersonBirthDate=01/05/2025 Sex=F
        passes: ChildIdentifiers Sex=F
        passes in 2025: ChildIdentifiers ExpectedPersonBirthDate=01/05/2025 Sex=U
        fails in 2024: ChildIdentifiers ExpectedPersonBirthDate=01/05/2024 GenderCurrent=1
        passes in 2024: ChildIdentifiers ExpectedPersonBirthDate=01/05/2024 GenderCurrent=0
    """,
)
