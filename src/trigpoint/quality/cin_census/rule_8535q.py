"""Rule 8535Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_8535q = ReturnRule(
    code="8535Q",
    title="The child died before their birth",
    mend="correct the date of birth or of death",
    source=SOURCE,
    severity="query",
    lists=ChildIdentifiers,
    fields=("PersonDeathDate", "PersonBirthDate"),
    fails=lambda row: is_before(row.PersonDeathDate, row.PersonBirthDate),
    examples="""
        fails: ChildIdentifiers PersonBirthDate=02/05/2025 PersonDeathDate=01/05/2025
        passes: ChildIdentifiers PersonBirthDate=02/05/2025 PersonDeathDate=02/05/2025
        passes: ChildIdentifiers PersonDeathDate=02/05/2025
    """,
)
