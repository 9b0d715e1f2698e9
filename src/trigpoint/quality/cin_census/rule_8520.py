"""Rule 8520."""

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, Header

rule_8520 = ReturnRule(
    code="8520",
    title="The child was born after the end of the census year",
    mend="correct the date of birth; of a child not yet born record the expected one instead",
    source=SOURCE,
    lists=ChildIdentifiers,
    fields=("PersonBirthDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_after(row.PersonBirthDate, reference_date(row)),
    examples="""
        fails: ChildIdentifiers PersonBirthDate=01/04/2026
        passes: ChildIdentifiers PersonBirthDate=31/03/2026
        passes: ChildIdentifiers
    """,
)
