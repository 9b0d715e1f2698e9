"""How a supplied figure is read: what numerator, denominator and value of a measure in a variant must be."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Any, cast

from trigpoint.language.definition import NATIONAL, definitions, variant_name
from trigpoint.language.measure import Declaration, Kind
from trigpoint.language.parts import Parts
from trigpoint.language.period import PeriodType
from trigpoint.language.population import Population
from trigpoint.language.supplied import SuppliedMeasure

AnyMeasure = Declaration | SuppliedMeasure

_A_YEAR = {PeriodType.MONTH: 12, PeriodType.QUARTER: 4}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`value` = `times` x numerator / denominator; a count has no denominator, a median neither.

    `numerator`, `denominator`, `about` and `cohort` are words for the supplier, `categories` the groups of a
    distribution where they are agreed. `parts` is in what the counts are stored; a supplier gives them as read.
    """

    form: Kind
    unit: str
    decimals: int
    times: int
    periods: tuple[PeriodType, ...]
    signed: bool = False
    holds: bool = False
    categories: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    about: str = ""
    cohort: str = ""
    parts: Parts = field(default_factory=Parts)

    @property
    def divided(self) -> bool:
        """Whether the value is a numerator over a denominator."""
        return self.form not in {"count", "median"}

    @property
    def share(self) -> bool:
        """Whether the numerator is part of the denominator and the value a percentage of it."""
        return self.form in {"ratio", "distribution"}


def spelling(measure: AnyMeasure, variant: str) -> str:
    """The variant in its one spelling, headline parts left out. Raises VariantError."""
    return variant_name(cast("Declaration", measure), variant)  # which reads no more than the id and the variants


def combinations(measure: AnyMeasure) -> list[str]:
    """Every variant and combination of variants, in its one spelling; the headline (empty) first."""
    keys = sorted(measure.variants)
    chosen = product(*(measure.variants[key] for key in keys))
    found = (spelling(measure, ";".join(map("=".join, zip(keys, values, strict=True)))) for values in chosen)
    return sorted(found, key=lambda name: name.count("=") if name else -1)


def reading(measure: AnyMeasure, variant: str, period_type: PeriodType | None = None) -> Reading:
    """How a figure of the measure in this variant is read. Raises VariantError."""
    name = spelling(measure, variant)
    if isinstance(measure, SuppliedMeasure):
        return _supplied(measure, name)
    return _declared(measure, name, period_type)


def _supplied(measure: SuppliedMeasure, variant: str) -> Reading:
    clauses: dict[str, Any] = measure.clauses()
    for part in variant.split(";") if variant else []:
        key, _, value = part.partition("=")
        clauses |= measure.variants[key][value]
    form, per = clauses["form"], clauses.pop("per")
    if form == "rate":
        clauses["denominator"] = clauses["denominator"] or _people(per)
    fixed: dict[str, Any] = {"periods": measure.periods, "holds": measure.holds, "categories": measure.categories}
    return Reading(times=_times(form, per), **fixed, **clauses)


def _declared(measure: Declaration, variant: str, period_type: PeriodType | None) -> Reading:
    (now,) = definitions(measure, variant, NATIONAL, (), period_type)
    yearly = _A_YEAR.get(period_type, 1) if now.annualise and period_type else 1
    words = measure.words
    return Reading(
        form=now.kind,
        unit=now.unit,
        decimals=now.decimals,
        times=now.times if now.kind == "true_ratio" else _times(now.kind, now.per) * yearly,
        periods=now.periods,
        signed=now.kind in {"average", "median", "true_ratio"},
        numerator=words.get("sum" if now.kind == "average" else "met", measure.title),
        denominator=_people(now.per) if now.per else words.get("all", ""),
        parts=now.parts,
    )


def _people(per: Population) -> str:
    return f"Population aged {per.age_from} to {per.age_to}"


def _times(form: Kind, per: Population | None) -> int:
    if form in {"ratio", "distribution"}:
        return 100
    return per.per if form == "rate" and per else 1
