"""Rule 2886Q."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _unknown(collection: Collection) -> list[ChildIdentifiers]:
    return _of_too_many(collection, [row for row in collection.rows(ChildIdentifiers) if row.Sex in {None, "U"}])


def _unknown_to_2024(collection: Collection) -> list[ChildIdentifiers]:
    return _of_too_many(
        collection, [row for row in collection.rows(ChildIdentifiers) if row.GenderCurrent in {None, "0"}]
    )


def _of_too_many(collection: Collection, rows: list[ChildIdentifiers]) -> list[ChildIdentifiers]:
    """Those not expected, when they are more than 2% of all children."""
    found = [row for row in rows if not row.filled("ExpectedPersonBirthDate")]
    return found if len(found) * 50 > len(collection.rows(ChildIdentifiers)) else []


rule_2886q = ReturnRule(
    code="2886Q",
    title="More than 2% of the children of the return have neither a known sex nor an expected date of birth",
    mend="record the sex of these children, or the expected date of birth of those not yet born",
    source=SOURCE,
    severity="query",
    who="performance team",
    lists=ChildIdentifiers,
    fields=("Sex", "GenderCurrent", "ExpectedPersonBirthDate"),
    since=2025,
    finds=_unknown,
    earlier=(Condition(lists=ChildIdentifiers, until=2024, finds=_unknown_to_2024),),
    examples="""
        fails: *ChildIdentifiers; ChildIdentifiers child=2 Sex=F
        fails: ChildIdentifiers Sex=U
        passes: ChildIdentifiers Sex=U ExpectedPersonBirthDate=01/06/2026
        passes: ChildIdentifiers Sex=M
        passes in 2025: ChildIdentifiers Sex=M
        fails in 2024: ChildIdentifiers GenderCurrent=0
        passes in 2024: ChildIdentifiers GenderCurrent=2
    """,
)
