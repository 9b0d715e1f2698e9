"""Rule 8525Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_8525q = ReturnRule(
    code="8525Q",
    title="The child has both a date of birth and an expected one, or neither",
    mend="keep the date of birth of a child who was born, the expected one of a child who was not",
    source=SOURCE,
    severity="query",
    lists=ChildIdentifiers,
    fields=("PersonBirthDate", "ExpectedPersonBirthDate"),
    fails=lambda row: row.filled("PersonBirthDate") == row.filled("ExpectedPersonBirthDate"),
    examples="""
        fails: ChildIdentifiers
        fails: ChildIdentifiers PersonBirthDate=01/05/2025 ExpectedPersonBirthDate=02/05/2025
        passes: ChildIdentifiers PersonBirthDate=01/05/2025
        passes: ChildIdentifiers ExpectedPersonBirthDate=02/05/2026
    """,
)
