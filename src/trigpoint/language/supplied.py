"""Supplied measures: what case records cannot give and another body sends as figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from trigpoint.language.measure import Kind, Variants
from trigpoint.language.period import PeriodType
from trigpoint.language.population import Population
from trigpoint.language.terms import Good

_WORDS = {"about", "cohort", "numerator", "denominator"}
_NUMBERS = {"form", "unit", "decimals", "per", "signed"}
REPLACEABLE = frozenset(_WORDS | _NUMBERS)
"""Clauses that a variant may replace."""


@dataclass(frozen=True, eq=False, kw_only=True)
class SuppliedMeasure:
    """A measure that comes as figures, from the supplier whose template asks for it.

    `form` says how numerator and denominator make the value: `ratio` (in per cent), `rate` (per `per`), `count`,
    `average` (sum over number), `distribution` (over `categories`, best first). `numerator`, `denominator`, `about`
    and `cohort` say in words what the supplier is to count. `lag` is how many months after the period ends a figure
    usually appears. `signed` values may be below nought. A judgement `holds` until the next one.
    `variants` replaces clauses under a key and a value; the empty clauses are the headline.
    """

    title: str
    supplier: str
    form: Kind
    good: Good
    unit: str
    source: str
    periods: tuple[PeriodType, ...]
    numerator: str
    denominator: str = ""
    about: str = ""
    cohort: str = ""
    per: Population | None = None
    categories: tuple[str, ...] = ()
    decimals: int = 0
    signed: bool = False
    holds: bool = False
    lag: int = 0
    variants: Variants = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    seeds: tuple[str, ...] = ()
    notes: str = ""
    id: str = field(default="", init=False)
    domain: str = field(default="", init=False)

    def __post_init__(self) -> None:
        if (self.form == "rate") != (self.per is not None):
            raise ValueError(f"{self.title}: a rate, and nothing else, is per a population; give or remove `per`.")
        if (self.form == "distribution") != bool(self.categories):
            raise ValueError(f"{self.title}: a distribution, and nothing else, has categories.")
        for key, values in self.variants.items():
            if sum(not clauses for clauses in values.values()) != 1:
                raise ValueError(
                    f"{self.title}: variant {key!r} needs exactly one headline value, the one that changes nothing."
                )
            for value, clauses in values.items():
                if wrong := sorted(set(clauses) - REPLACEABLE):
                    raise ValueError(
                        f"{self.title}: {key}={value} replaces {wrong[0]!r}; it may replace: "
                        f"{', '.join(sorted(REPLACEABLE))}."
                    )

    def __set_name__(self, owner: type, name: str) -> None:
        raise TypeError(f"{name} is declared inside {owner.__name__}: a measure stands at the top of its own file.")

    @property
    def kind(self) -> Literal["supplied"]:
        """Told apart from the record-level kinds."""
        return "supplied"

    def named(self, name: str, domain: str) -> None:
        """Take the file's name as id and its folder as domain; done once, by the library."""
        object.__setattr__(self, "id", name)
        object.__setattr__(self, "domain", domain)

    def clauses(self) -> dict[str, object]:
        """The clauses that a variant may replace, as the headline has them."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name in REPLACEABLE}
