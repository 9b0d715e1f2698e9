"""Measures: frozen declarations that classify the rows of a case view. A measure never computes a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from trigpoint.language.amendment import Amendment
from trigpoint.language.case_view import CaseView
from trigpoint.language.column import Column
from trigpoint.language.period import PeriodType
from trigpoint.language.population import Population
from trigpoint.language.predicate import Predicate
from trigpoint.language.terms import AS_AT, Good, KnownAt

Kind = Literal["ratio", "count", "rate", "average", "true_ratio"]
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
    `once` counts each of its values once a period. `variants` replaces clauses under a key and a value; the empty
    clauses are the headline.
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


@dataclass(frozen=True, eq=False, kw_only=True)
class Measure(Declaration):
    """A count, or with `met` a ratio, with `value` an average, with `per` a rate per population."""

    met: Predicate | None = None
    value: Column | None = None
    per: Population | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if sum(clause is not None for clause in (self.met, self.value, self.per)) > 1:
            raise ValueError(f"{self.title}: give one of met (ratio), value (average) and per (rate), not several.")

    @property
    def kind(self) -> Kind:
        if self.met is not None:
            return "ratio"
        if self.value is not None:
            return "average"
        return "rate" if self.per is not None else "count"


@dataclass(frozen=True, eq=False, kw_only=True)
class TrueRatio(Declaration):
    """The sum of one column over the sum of another, such as cases over full-time equivalents.

    Its numerator is no part of its denominator, so it has a name of its own and nobody makes one by accident.
    `scale` is what one unit of the denominator is stored as (100 for hundredths).
    """

    numerator: Column
    denominator: Column
    scale: int = 1

    @property
    def kind(self) -> Kind:
        return "true_ratio"
