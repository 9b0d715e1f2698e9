"""Rules of a statutory return: which rows of which module fail, in which collection years, and what they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Generic, TypeVar

from trigpoint.language.rule import Rule
from trigpoint.records.returns import Collection, ReturnRow

Row = TypeVar("Row", bound=ReturnRow)
FIRST_YEAR = 2023
"""The earliest collection year whose rules are known (2022/23)."""

Finds = Callable[[Collection], Iterable[ReturnRow]]


class Need(Enum):
    """What a rule needs besides the return itself, as it is told when it is not there."""

    LAST_YEAR = "the return of the year before is not loaded"
    XML = "the return was given as CSV, which does not hold what is tested"
    POSTCODES = "no postcode directory was given"
    PROVIDERS = "no list of Ofsted's providers was given"
    AUTHORITY = "the code of the returning authority was not given"

    def is_met(self, collection: Collection) -> bool:
        """Whether a return comes with it."""
        look_ups = collection.look_ups
        return {
            Need.LAST_YEAR: collection.previous is not None,
            Need.XML: collection.is_xml,
            Need.POSTCODES: look_ups.postcodes is not None,
            Need.PROVIDERS: look_ups.providers is not None,
            Need.AUTHORITY: bool(look_ups.authority),
        }[self]


@dataclass(frozen=True, eq=False, kw_only=True)
class Condition(Generic[Row]):
    """What fails in the collection years `since` to `until` (None = still in force).

    Either `fails` says of a row of the module `lists` whether it fails, or `finds` gives every failing row of a return.
    """

    lists: type[Row]
    since: int = FIRST_YEAR
    until: int | None = None
    fails: Callable[[Row], object] | None = None
    finds: Finds | None = None

    def __post_init__(self) -> None:
        if (self.fails is None) == (self.finds is None):
            raise TypeError("A condition has either `fails`, for one row, or `finds`, for the whole return.")

    def holds_in(self, year: int) -> bool:
        """Whether it is in force in the collection year that ends in `year`."""
        return self.since <= year <= (self.until or year)

    def failing(self, collection: Collection) -> Iterator[ReturnRow]:
        """The failing rows of a return."""
        if self.finds is not None:
            yield from self.finds(collection)
        elif self.fails is not None:
            fails = self.fails
            yield from (row for row in collection.rows(self.lists) if fails(row))


@dataclass(frozen=True, eq=False, kw_only=True)
class ReturnRule(Rule, Generic[Row]):
    """A rule of a return, named by its code.

    `fields` are the items that a person looks at, of the module `lists`; `reads` every module that the condition
    reads besides: without one of them the rule is skipped, and said so. `earlier` holds the conditions of years before
    `since`; a rule with `until` was withdrawn after that year.
    """

    code: str
    lists: type[Row]
    fields: tuple[str, ...]
    since: int = FIRST_YEAR
    until: int | None = None
    fails: Callable[[Row], object] | None = None
    finds: Finds | None = None
    reads: tuple[type[ReturnRow], ...] = ()
    needs: frozenset[Need] = frozenset()
    earlier: tuple[Condition[Row], ...] = ()
    doubt: str = ""

    def __post_init__(self) -> None:
        if (self.fails is None) == (self.finds is None):
            raise TypeError(f"Rule {self.code}: give either `fails`, for one row, or `finds`, for the whole return.")
        if unknown := [name for name in self.fields if not self._has(name)]:
            raise ValueError(f"Rule {self.code}: no module it reads has the column {', '.join(unknown)}.")
        by_year = sorted(self.conditions, key=lambda one: one.since)
        if any(older.until is None or older.until >= newer.since for older, newer in pairwise(by_year)):
            raise ValueError(f"Rule {self.code}: two of its conditions are in force in one year.")

    def _has(self, name: str) -> bool:
        return any(name in module.columns for module in self.modules)

    @property
    def modules(self) -> tuple[type[ReturnRow], ...]:
        """Every module that the rule reads, the one it lists first."""
        return (self.lists, *self.reads)

    @property
    def conditions(self) -> tuple[Condition[Row], ...]:
        """Every condition, the newest last."""
        newest = Condition(lists=self.lists, since=self.since, until=self.until, fails=self.fails, finds=self.finds)
        return (*self.earlier, newest)

    def condition(self, year: int) -> Condition[Row] | None:
        """The condition in force in a collection year; None when the year's rules do not have it."""
        return next((one for one in self.conditions if one.holds_in(year)), None)

    def lacking(self, collection: Collection) -> str:
        """Why the rule cannot be run on a return; empty when it can."""
        condition = self.condition(collection.year)
        lists: type[ReturnRow] = condition.lists if condition else self.lists
        absent = [module.module for module in (lists, *self.reads) if module not in collection.modules]
        if absent:
            return f"the return has no {' and no '.join(dict.fromkeys(absent))}"
        unmet = [need.value for need in Need if need in self.needs and not need.is_met(collection)]
        if Need.LAST_YEAR in self.needs and collection.previous is not None:
            before = [module.module for module in self.modules if not _was_given(module, collection)]
            unmet += [f"the return of the year before has no {name}" for name in dict.fromkeys(before)]
        return "; ".join(unmet)


def _was_given(module: type[ReturnRow], collection: Collection) -> bool:
    """Whether the return of the year before has a module, or its year had none of it."""
    previous = collection.previous
    return previous is None or module in previous.modules or module.since > previous.year
