"""Rule 8530Q."""

from __future__ import annotations

from trigpoint.quality.census import months_after, reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import days_after, is_within
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, Header


def _is_far_off(row: ChildIdentifiers) -> bool:
    last = reference_date(row)
    expected = row.ExpectedPersonBirthDate
    return expected is not None and not is_within(expected, days_after(last, -30), months_after(last, 9))


rule_8530q = ReturnRule(
    code="8530Q",
    title="The expected date of birth lies too far from the end of the census year for an unborn child",
    mend="record the date of birth of a child who was born, or correct the expected one",
    source=SOURCE,
    severity="query",
    lists=ChildIdentifiers,
    fields=("ExpectedPersonBirthDate", "ReferenceDate"),
    reads=(Header,),
    fails=_is_far_off,
    examples="""
        fails: ChildIdentifiers ExpectedPersonBirthDate=28/02/2026
        fails: ChildIdentifiers ExpectedPersonBirthDate=01/01/2027
        passes: ChildIdentifiers ExpectedPersonBirthDate=01/03/2026
        passes: ChildIdentifiers ExpectedPersonBirthDate=31/12/2026
        passes: Header ReferenceDate=31/05/2026; ChildIdentifiers ExpectedPersonBirthDate=28/02/2027
        fails: Header ReferenceDate=31/05/2026; ChildIdentifiers ExpectedPersonBirthDate=01/03/2027
        passes: ChildIdentifiers
    """,
)
