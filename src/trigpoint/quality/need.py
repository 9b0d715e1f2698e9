"""What rules of the children in need census ask of a row: the episode of need that it lies in, what lies in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from trigpoint.quality.days import is_after
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments, ChildIdentifiers, CINdetails

Row = TypeVar("Row", bound=ReturnRow)

_NOWHERE = CINdetails()
_NOWHERE.__dict__.update(dict.fromkeys(CINdetails.columns))


def details(row: ReturnRow) -> CINdetails:
    """The episode of need that a row lies in, itself when it is one; a blank one for a row that lies in none."""
    while row.within is not None:
        row = row.within
    return row if isinstance(row, CINdetails) else _NOWHERE


def inside(row: ReturnRow, of: type[Row]) -> Sequence[Row]:
    """Rows of a module that lie in a row, at whatever depth, in the order of the file."""
    if row is _NOWHERE:
        return ()
    return row.collection.remembered(_nested).get((row, of), ())


def _nested(collection: Collection) -> dict[tuple[ReturnRow, type[ReturnRow]], list[Any]]:
    """Every row under each row that it lies in."""
    found: dict[tuple[ReturnRow, type[ReturnRow]], list[Any]] = {}
    for module in collection.modules:
        for row in collection.rows(module):
            outer = row.within
            while outer is not None:
                found.setdefault((outer, module), []).append(row)
                outer = outer.within
    return found


def factors(assessment: Assessments) -> list[str]:
    """Codes of the factors found at an assessment, repeated ones as often as they stand there."""
    return [row.AssessmentFactors for row in inside(assessment, AssessmentFactorsList) if row.AssessmentFactors]


def is_yes(flag: str | None) -> bool:
    """Whether a flag of the census says yes: 1 or true, in any letter case."""
    return flag is not None and flag.lower() in {"1", "true"}


def is_no(flag: str | None) -> bool:
    """Whether a flag of the census says no: 0 or false, in any letter case. A blank one says neither."""
    return flag is not None and flag.lower() in {"0", "false"}


def born(row: ReturnRow) -> date | None:
    """Date of birth of the child that a row is about."""
    child = row.child.first(ChildIdentifiers)
    return child.PersonBirthDate if child else None


def is_acted_on(child: ChildReturn) -> bool:
    """Whether any referral of the child led to something (ReferralNFA is no)."""
    return child.remembered(_acted_on)


def _acted_on(child: ChildReturn) -> bool:
    return any(is_no(row.ReferralNFA) for row in child.rows(CINdetails))


def after_death(of: type[Row], day: Callable[[Row], date | None]) -> Callable[[Collection], Iterator[ReturnRow]]:
    """What finds the rows of a module whose day lies after the child's death, with the child's identifiers."""

    def finds(collection: Collection) -> Iterator[ReturnRow]:
        for identifiers in collection.rows(ChildIdentifiers):
            if (died := identifiers.PersonDeathDate) is not None:
                later = [row for row in identifiers.child.rows(of) if is_after(day(row), died)]
                if later:
                    yield identifiers
                    yield from later

    return finds


def codes(text: str) -> frozenset[str]:
    """A code list written with spaces between the codes."""
    return frozenset(text.split())
