"""Rule 8775Q."""

from __future__ import annotations

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import birthday, is_after, is_before
from trigpoint.quality.need import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails, Header


def _is_past_25(row: CINdetails) -> bool:
    birth = born(row)
    if not is_before(birth, birthday(reference_date(row), -25)):
        return False
    return not row.filled("CINclosureDate") or is_after(row.CINclosureDate, birthday(birth, 25))


rule_8775q = ReturnRule(
    code="8775Q",
    title="The episode of need was open after the 25th birthday",
    mend="close the episode, or correct the date of birth",
    source=SOURCE,
    severity="query",
    lists=CINdetails,
    fields=("CINclosureDate", "PersonBirthDate", "ReferenceDate"),
    reads=(Header, ChildIdentifiers),
    fails=_is_past_25,
    examples="""
        fails: ChildIdentifiers PersonBirthDate=30/03/2001; CINdetails
        fails: ChildIdentifiers PersonBirthDate=01/05/2000; *CINdetails CINclosureDate=02/05/2025;
            CINdetails CINclosureDate=01/05/2025
        passes: ChildIdentifiers PersonBirthDate=31/03/2001; CINdetails
        passes: ChildIdentifiers PersonBirthDate=01/05/2000; CINdetails CINclosureDate=01/05/2025
        passes: ChildIdentifiers; CINdetails
    """,
)
