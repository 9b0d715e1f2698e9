"""Rules of the records: which rows of which tables distort figures, and how they would read put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from trigpoint.language.column import Column
from trigpoint.language.predicate import Predicate, Value
from trigpoint.language.rule import Rule
from trigpoint.quality.record_view import RECORD_VIEWS, RecordView


class Removed(Enum):
    """The mend of a row that should not be there."""

    REMOVED = "removed"


REMOVED = Removed.REMOVED

Mended = Mapping[Column, Column | Value | None]
"""What stands in which column once a row is mended: another column's value, a value of its own, or nothing."""


@dataclass(frozen=True, eq=False, kw_only=True)
class RecordRule(Rule):
    """A rule of the records, named by its file.

    A row fails when `fails` is true of it; what cannot be told passes. `of` are the record views whose rows it looks
    at; none named, every view that has the columns it reads. `mended` is the least change after which the row would
    pass, by which a figure is recalculated; empty where what is right stands in the case file only.
    """

    fails: Predicate
    of: tuple[type[RecordView], ...] = ()
    mended: Mended | Removed

    def __post_init__(self) -> None:
        if not list(self.views()):
            raise TypeError(f"{self.title}: no record view has all of {', '.join(sorted(self.columns))}.")
        for view in self.of:
            if wrong := self.columns - view.columns.keys():
                raise TypeError(f"{self.title}: {view.__name__} has no {', '.join(sorted(wrong))}.")

    @property
    def columns(self) -> frozenset[str]:
        """Names of the columns by which a row is judged."""
        return frozenset(column.name for column in self.fails.columns())

    def views(self) -> Iterator[type[RecordView]]:
        """The record views that the rule looks at."""
        for view in self.of or RECORD_VIEWS.values():
            if self.columns <= view.columns.keys():
                yield view

    def mends(self, view: type[RecordView]) -> Mapping[str, Column | Value | None] | Removed | None:
        """The mend of a view's rows, by the names of the columns it changes; none where the view does not hold it."""
        if isinstance(self.mended, Removed):
            return self.mended
        read = [value for value in self.mended.values() if isinstance(value, Column)]
        known = all(column.name in view.columns for column in (*self.mended, *read))
        return {column.name: value for column, value in self.mended.items()} if self.mended and known else None
