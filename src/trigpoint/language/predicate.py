"""Predicates: what a declaration says of a row. True, false, or nothing when a column it needs is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from trigpoint.language.column import Column

Value = int | str | date

_WORDS = {"==": "is", "!=": "is not", "<=": "is at most", "<": "is less than", ">=": "is at least", ">": "is more than"}


class Predicate:
    """Base of every predicate; combine with `&`, `|` and `~`."""

    def __and__(self, other: Predicate) -> Predicate:
        return Both(self, other)

    def __or__(self, other: Predicate) -> Predicate:
        return Either(self, other)

    def __invert__(self) -> Predicate:
        return Not(self)

    def __bool__(self) -> bool:
        msg = "A predicate has no truth of its own: combine predicates with & and |, not `and` and `or`."
        raise TypeError(msg)

    def columns(self) -> Iterator[Column]:
        """Every column the predicate reads, in reading order."""
        for part in self._parts():
            if isinstance(part, Predicate):
                yield from part.columns()
            elif _is_column(part):
                yield cast("Column", part)

    def over(self, swap: Callable[[Column], Column]) -> Self:
        """The same predicate with each column replaced by `swap(column)`."""
        changed: dict[str, object] = {}
        for field in fields(self):  # type: ignore[arg-type]
            part = getattr(self, field.name)
            if isinstance(part, Predicate):
                changed[field.name] = part.over(swap)
            elif _is_column(part):
                changed[field.name] = swap(cast("Column", part))
        return replace(self, **changed)  # type: ignore[type-var]

    def in_words(self) -> str:
        """The predicate as an analyst reads it."""
        raise NotImplementedError

    def _parts(self) -> Iterator[object]:
        for field in fields(self):  # type: ignore[arg-type]
            yield getattr(self, field.name)


def _is_column(part: object) -> bool:
    return hasattr(part, "view_name")


def _said(part: object) -> str:
    if isinstance(part, date):
        return f"{part.day} {part:%B %Y}"
    return part.label if hasattr(part, "label") else str(part)


@dataclass(frozen=True, eq=False)
class Compare(Predicate):
    """A column held against a value or another column of the same row."""

    left: Column
    how: str
    right: Column | Value

    def in_words(self) -> str:
        if self.left.kind == "flag":
            said = self.left.label
            return said if (self.how, self.right) in {("==", 1), ("!=", 0)} else f"not: {said}"
        return f"{self.left.label} {_WORDS[self.how]} {_said(self.right)}"


@dataclass(frozen=True, eq=False)
class HappenedBy(Predicate):
    """True when an event happened on or before a limit; false, not unknown, when it has not happened."""

    event: Column
    limit: Column

    def in_words(self) -> str:
        return f"{self.event.label} is on or before: {self.limit.label}"


@dataclass(frozen=True, eq=False)
class IsMissing(Predicate):
    """True when the column has no value."""

    column: Column

    def in_words(self) -> str:
        return f"{self.column.label} is not recorded"


@dataclass(frozen=True, eq=False)
class IsIn(Predicate):
    """True when the column holds one of the values."""

    column: Column
    values: tuple[Value, ...]

    def in_words(self) -> str:
        return f"{self.column.label} is one of {', '.join(map(str, self.values))}"


@dataclass(frozen=True, eq=False)
class Both(Predicate):
    """True when both are."""

    left: Predicate
    right: Predicate

    def in_words(self) -> str:
        return f"{_within(self.left, Either)} and {_within(self.right, Either)}"


@dataclass(frozen=True, eq=False)
class Either(Predicate):
    """True when either is."""

    left: Predicate
    right: Predicate

    def in_words(self) -> str:
        return f"{_within(self.left, Both)} or {_within(self.right, Both)}"


@dataclass(frozen=True, eq=False)
class Not(Predicate):
    """True when the other is false."""

    other: Predicate

    def in_words(self) -> str:
        return f"not ({self.other.in_words()})"


def _within(part: Predicate, other: type[Predicate]) -> str:
    """The words of a part, in brackets where `and` and `or` meet."""
    return f"({part.in_words()})" if isinstance(part, other) else part.in_words()
