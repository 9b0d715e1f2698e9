"""Measures: frozen declarations that classify the rows of a case view. A measure never computes a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from trigpoint.language.amendment import Amendment, Lifecycle
from trigpoint.language.case_view import CaseView
from trigpoint.language.column import Column
from trigpoint.language.period import PeriodType
from trigpoint.language.population import Population
from trigpoint.language.predicate import Predicate
from trigpoint.language.terms import AS_AT, BEST, MEAN, Average, Good, KnownAt, Pick

Kind = Literal["ratio", "count", "rate", "average", "median", "distribution", "true_ratio"]
Clauses = Mapping[str, Any]
Variants = Mapping[str, Mapping[str, Clauses]]

PERCENT = "%"


@dataclass(frozen=True, eq=False, kw_only=True)
class Declaration:
    """What every kind of record-level measure declares.

    A row of `counts`, placed in time by `dated_by`, is a candidate when `where` is true of it (or cannot be told).
    The first clause of `exclude` that is true gives the reason for which it is left out. `unknown` names the rows on
    which the test cannot be made (their reason); rows that merely lack a column the test reads are unknown by
    themselves. `due` is the last day of a limit: until the as-at date is past it, an event not done is pending.
    `once` counts each of its values once a period; `pick` says which of its rows decides: the best class (met before
    not met), the first or the last dated. `by_period` replaces clauses for single period types. `variants` replaces
    clauses under a key and a value; the empty clauses are the headline.
    """

    title: str
    counts: type[CaseView]
    dated_by: Column
    good: Good
    unit: str
    source: str
    periods: tuple[PeriodType, ...]
    effective: date = date(2013, 4, 1)
    decimals: int = 0
    needs: tuple[str, ...] = ()
    where: Predicate | None = None
    exclude: Mapping[str, Predicate] = field(default_factory=dict)
    unknown: Mapping[str, Predicate] = field(default_factory=dict)
    due: Column | None = None
    known_at: KnownAt = AS_AT
    once: Column | None = None
    pick: Pick = BEST
    by_period: Mapping[PeriodType, Clauses] = field(default_factory=dict)
    variants: Variants = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    seeds: tuple[str, ...] = ()
    notes: str = ""
    examples: str = ""
    id: str = field(default="", init=False)
    domain: str = field(default="", init=False)

    def __post_init__(self) -> None:
        for clause, keys in (("exclude", self.exclude), ("unknown", self.unknown)):
            for reason, predicate in keys.items():
                if not isinstance(predicate, Predicate):
                    raise TypeError(
                        f"{self.title}: {clause}[{reason!r}] is not a predicate; write e.g. View.column == 1."
                    )
        for key, values in self.variants.items():
            headlines = [value for value, clauses in values.items() if not clauses]
            if len(headlines) != 1:
                raise ValueError(
                    f"{self.title}: variant {key!r} needs exactly one headline value, the one that changes nothing."
                )

    def __set_name__(self, owner: type, name: str) -> None:
        raise TypeError(f"{name} is declared inside {owner.__name__}: a measure stands at the top of its own file.")

    @property
    def kind(self) -> Kind:
        """What its figures are."""
        raise NotImplementedError

    def named(self, name: str, domain: str) -> None:
        """Take the file's name as id and its folder as domain; done once, by the library."""
        object.__setattr__(self, "id", name)
        object.__setattr__(self, "domain", domain)

    def amend(self, *, definitions: str, effective: str, because: str, agreed: str, **clauses: Any) -> Amendment:
        """Next year's definition in a definition set: `exclude` and `unknown` are added to, other clauses replaced."""
        return Amendment(self, definitions, date.fromisoformat(effective), because, agreed, clauses)

    def add(self, *, definitions: str, effective: str, because: str, agreed: str) -> Lifecycle:
        """The definition set reports the measure from a day on; before it the figure is "not applicable"."""
        return Lifecycle(self, definitions, date.fromisoformat(effective), because, agreed, is_added=True)

    def remove(self, *, definitions: str, effective: str, because: str, agreed: str) -> Lifecycle:
        """The definition set no longer reports the measure from a day on; earlier periods keep their figures."""
        return Lifecycle(self, definitions, date.fromisoformat(effective), because, agreed, is_added=False)


@dataclass(frozen=True, eq=False, kw_only=True)
class Measure(Declaration):
    """A count, or with `met` a ratio, with `value` an average, with `per` a rate, with `category` a distribution.

    `average` is the mean or the median of `value`; `scale` is how many stored units make one of `unit` (7 for days
    shown as weeks). `annualise` makes a month's or a quarter's rate a yearly one: times 12, times 4.
    """

    met: Predicate | None = None
    value: Column | None = None
    average: Average = MEAN
    per: Population | None = None
    annualise: bool = False
    category: Column | None = None
    scale: float = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if sum(clause is not None for clause in (self.met, self.value, self.per, self.category)) > 1:
            raise ValueError(
                f"{self.title}: give one of met (ratio), value (average), per (rate) and category (distribution)."
            )

    @property
    def kind(self) -> Kind:
        return kind_of(met=self.met, value=self.value, average=self.average, per=self.per, category=self.category)


def kind_of(*, met: object, value: object, average: Average, per: object, category: object) -> Kind:
    """What the figures are, from the clauses that are there."""
    if met is not None:
        return "ratio"
    if value is not None:
        return "median" if average is not MEAN else "average"
    if category is not None:
        return "distribution"
    return "rate" if per is not None else "count"


@dataclass(frozen=True, eq=False, kw_only=True)
class TrueRatio(Declaration):
    """The sum of one column over the sum of another, such as cases over full-time equivalents.

    Its numerator is no part of its denominator, so it has a name of its own and nobody makes one by accident.
    `scale` is what one unit of the denominator is stored as (100 for hundredths); `times` is 100 for a percentage.
    """

    numerator: Column
    denominator: Column
    scale: float = 1
    times: int = 1

    @property
    def kind(self) -> Kind:
        return "true_ratio"
