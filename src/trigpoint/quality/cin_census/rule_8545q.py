"""Rule 8545Q."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, Header

rule_8545q = ReturnRule(
    code="8545Q",
    title="The child died in another year than that of the census",
    mend="check the date of death, and leave children who died before the year out",
    source=SOURCE,
    severity="query",
    lists=ChildIdentifiers,
    fields=("PersonDeathDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.PersonDeathDate),
    examples="""
        fails: ChildIdentifiers PersonDeathDate=31/03/2025
        fails: ChildIdentifiers PersonDeathDate=01/04/2026
        passes: ChildIdentifiers PersonDeathDate=01/04/2025
        passes: ChildIdentifiers PersonDeathDate=31/03/2026
        passes: ChildIdentifiers
    """,
)
