"""Work: something that is to be done for a child by a day, declared over a case view like a measure."""

from __future__ import annotations

from dataclasses import dataclass, field

from trigpoint.language.case_view import CaseView
from trigpoint.language.column import Column
from trigpoint.language.predicate import Predicate


@dataclass(eq=False, kw_only=True)
class Work:
    """A row of `counts` of which `where` is true is work until `done` has a day.

    `by` is the last day for it; without one the work is due now. Of several open rows of a child the one with the
    latest `by` is the work: earlier ones were missed, and what followed has taken their place. `within` is a state view
    that the child must stand in on the as-at date (on a plan, in care), and `within_where` which of its rows. Work that
    was due more than `lapses` days ago is no longer asked for. `doing` finishes the sentence "3 ... are overdue";
    `measures` are those that count how well it is done, and `order` places it among the others.
    """

    title: str
    doing: str
    counts: type[CaseView]
    where: Predicate | None = None
    by: Column | None = None
    done: Column | None = None
    within: type[CaseView] | None = None
    within_where: Predicate | None = None
    lapses: int = 3650
    soon: int = 14
    measures: tuple[str, ...] = ()
    order: int = 50
    id: str = field(default="", init=False)

    def named(self, name: str) -> None:
        """Give it the name of its file. Raises TypeError for a declaration that cannot be worked with."""
        self.id = name
        for column in (self.by, self.done):
            if column is not None and self.counts.columns.get(column.name) is not column:
                raise TypeError(f"{name}: {column!r} is no column of {self.counts.__name__}: name one of its own.")
        if self.within is not None and not self.within.state:
            raise TypeError(f"{name}: {self.within.__name__} says nothing of a date: name a state view.")

    @property
    def needs(self) -> tuple[str, ...]:
        """Record tables without which nothing can be said of it."""
        return tuple(dict.fromkeys((*self.counts.needs, *(self.within.needs if self.within else ()))))

    @property
    def columns(self) -> frozenset[str]:
        """Columns of `counts` that it reads."""
        read = {column.name for column in self.where.columns()} if self.where is not None else set()
        return frozenset(read | {column.name for column in (self.by, self.done) if column is not None})
