"""Columns of a case view: class attributes, so that a misspelt one fails when the library is imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trigpoint.language.predicate import Compare, HappenedBy, IsIn, IsMissing, Predicate, Value

Kind = Literal["key", "child", "text", "number", "date", "flag"]


@dataclass(eq=False)
class Column:
    """One column of a case view.

    `label` is what a person reads. `missing` says what it means that a row has no value here; it becomes the reason
    of an unknown row. A `limit` date is a computed last day, known from the start: it is never hidden by what was not
    yet known at a period's end. Before its `begins` date a row is not known at all. `breakdown` columns may be named
    in `--by`. `extra` columns, and breakdowns, are prepared only when a figure or a list asks for them. `parts` is how
    many stored parts make one of what a person reads: 100 for hundredths.
    """

    label: str = ""
    missing: str = ""
    limit: bool = False
    begins: bool = False
    breakdown: bool = False
    extra: bool = False
    kind: Kind = "text"
    name: str = ""
    view_name: str = ""
    parts: int = 1

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.view_name = owner.__name__
        self.label = self.label or name.replace("_", " ")
        self.missing = self.missing or f"No {self.label[0].lower()}{self.label[1:]} recorded"

    def __hash__(self) -> int:
        return hash((self.view_name, self.name))

    def __repr__(self) -> str:
        return f"{self.view_name}.{self.name}"

    def __eq__(self, other: Column | Value) -> Predicate:  # type: ignore[override]
        return Compare(self, "==", other)

    def __ne__(self, other: Column | Value) -> Predicate:  # type: ignore[override]
        return Compare(self, "!=", other)

    def __lt__(self, other: Column | Value) -> Predicate:
        return Compare(self, "<", other)

    def __le__(self, other: Column | Value) -> Predicate:
        return Compare(self, "<=", other)

    def __gt__(self, other: Column | Value) -> Predicate:
        return Compare(self, ">", other)

    def __ge__(self, other: Column | Value) -> Predicate:
        return Compare(self, ">=", other)

    def is_missing(self) -> Predicate:
        """True for rows without a value here."""
        return IsMissing(self)

    def is_in(self, *values: Value) -> Predicate:
        """True for rows whose value is one of these."""
        return IsIn(self, values)


class Key(Column):
    """Identifies the thing counted: the SSD primary key."""

    def __init__(self, label: str = "Record") -> None:
        super().__init__(label, kind="key")


class Child(Column):
    """The child's id in the case system; empty for rows that are not about one child."""

    def __init__(self, label: str = "Child") -> None:
        super().__init__(label, kind="child")


class Text(Column):
    """Words or a code."""

    def __init__(self, label: str = "", missing: str = "") -> None:
        super().__init__(label, missing, kind="text")


class Breakdown(Column):
    """Words or a code by which figures can be broken down, as it stood at the dated event."""

    def __init__(self, label: str = "") -> None:
        super().__init__(label, breakdown=True, extra=True, kind="text")


class Number(Column):
    """A whole number, of which `parts` make one of what the label says."""

    def __init__(self, label: str = "", missing: str = "", *, extra: bool = False, parts: int = 1) -> None:
        super().__init__(label, missing, extra=extra, kind="number", parts=parts)


class Date(Column):
    """A day. `limit=True` marks a computed last day by which something is due."""

    def __init__(
        self, label: str = "", missing: str = "", *, limit: bool = False, begins: bool = False, extra: bool = False
    ) -> None:
        super().__init__(label, missing, limit, begins, extra=extra, kind="date")

    def is_by(self, limit: Column) -> Predicate:
        """True for rows in which this happened on or before the limit; false where it has not happened."""
        return HappenedBy(self, limit)


class Flag(Column):
    """1 or 0."""

    def __init__(self, label: str = "", missing: str = "", *, extra: bool = False) -> None:
        super().__init__(label, missing, extra=extra, kind="flag")
