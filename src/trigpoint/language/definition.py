"""One whole definition: a measure in one variant and one definition set, from one day on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

from trigpoint.language.amendment import Amendment
from trigpoint.language.case_view import CaseView
from trigpoint.language.column import Column
from trigpoint.language.measure import Clauses, Declaration, Kind, kind_of
from trigpoint.language.parts import Parts, parts_of
from trigpoint.language.period import PeriodType
from trigpoint.language.population import Population
from trigpoint.language.predicate import Predicate
from trigpoint.language.terms import AS_AT, BEST, MEAN, Average, KnownAt, Pick

NATIONAL = "national"


class VariantError(ValueError):
    """A variant that the measure does not have."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Definition:
    """The clauses in force, each column bound to the view that is counted."""

    measure: str
    definitions: str
    variant: str
    effective: date
    kind: Kind
    counts: type[CaseView]
    dated_by: Column
    periods: tuple[PeriodType, ...]
    where: Predicate | None = None
    exclude: Mapping[str, Predicate]
    unknown: Mapping[str, Predicate]
    met: Predicate | None = None
    value: Column | None = None
    average: Average = MEAN
    per: Population | None = None
    annualise: bool = False
    category: Column | None = None
    due: Column | None = None
    known_at: KnownAt = AS_AT
    once: Column | None = None
    pick: Pick = BEST
    numerator: Column | None = None
    denominator: Column | None = None
    scale: float = 1
    times: int = 1
    unit: str = ""
    decimals: int = 0
    needs: tuple[str, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """Hash of every clause: two definitions with the same fingerprint classify the same rows alike."""
        said = [
            (f.name, getattr(self, f.name))
            for f in fields(self)
            if f.name not in {"effective", "definitions", "variant"}
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:12]

    @property
    def name(self) -> str:
        """`set:hash`, as the figures carry it."""
        return f"{self.definitions}:{self.fingerprint}"

    @property
    def columns(self) -> frozenset[str]:
        """Names of every column the definition reads."""
        clauses = [self.where, self.met, *self.exclude.values(), *self.unknown.values()]
        read = [column.name for clause in clauses if clause is not None for column in clause.columns()]
        one = (self.dated_by, self.value, self.category, self.due, self.once, self.numerator, self.denominator)
        return frozenset([*read, *(column.name for column in one if column is not None)])

    @property
    def parts(self) -> Parts:
        """In what the numerator and the denominator of its figures are counted."""
        if self.numerator is None or self.denominator is None:
            return Parts()
        return parts_of(self.numerator.parts, self.denominator.parts, self.scale)

    @property
    def tested(self) -> tuple[Column, ...]:
        """Columns whose absence makes a row unknown, in reading order."""
        if self.met is not None:
            return tuple(dict.fromkeys(self.met.columns()))
        if self.value is not None:
            return (self.value,)
        told = () if self.where is None else tuple(dict.fromkeys(self.where.columns()))
        return told + tuple(column for column in (self.numerator, self.denominator) if column is not None)


def definitions(
    measure: Declaration,
    variant: str,
    definition_set: str,
    amendments: Iterable[Amendment],
    period_type: PeriodType | None = None,
) -> list[Definition]:
    """Every version of a measure in one variant and set, oldest first; each holds from its `effective` day.

    `variant` is `key=value` or several joined by `;`; empty is the headline. `period_type` applies the clauses that
    the measure replaces for it. Raises `VariantError`.
    """
    mine = sorted(
        (a for a in amendments if a.measure is measure and a.definitions == definition_set), key=lambda a: a.effective
    )
    chosen = [_variant_clauses(measure, part) for part in variant.split(";") if part]
    versions = [_bound(measure, variant, definition_set, measure.effective, chosen, period_type)]
    for count, amendment in enumerate(mine, 1):
        clauses = [a.clauses for a in mine[:count]]
        changes = clauses + chosen
        versions.append(_bound(measure, variant, definition_set, amendment.effective, changes, period_type))
    return versions


def in_force(versions: list[Definition], day: date) -> Definition:
    """The version that holds on a day; before the first, the first (old data are judged by the oldest rule known)."""
    return next((v for v in reversed(versions) if v.effective <= day), versions[0])


def variant_name(measure: Declaration, variant: str) -> str:
    """The variant in its one spelling: parts in alphabetical order, headline parts left out. Raises `VariantError`."""
    parts = [part.strip() for part in variant.split(";") if part.strip()]
    keys = [part.partition("=")[0] for part in parts]
    if twice := [key for key in keys if keys.count(key) > 1]:
        raise VariantError(f"{measure.id}: {twice[0]!r} is given {keys.count(twice[0])} values; give one.")
    return ";".join(sorted(part for part in parts if _variant_clauses(measure, part)))


def _variant_clauses(measure: Declaration, part: str) -> Clauses:
    key, _, value = part.partition("=")
    if key not in measure.variants or value not in measure.variants[key]:
        have = ", ".join(f"{k}={v}" for k, values in measure.variants.items() for v in values) or "none"
        raise VariantError(f"{measure.id} has no variant {part!r}; it has: {have}.")
    return measure.variants[key][value]


def _bound(
    measure: Declaration,
    variant: str,
    definition_set: str,
    effective: date,
    changes: list[Clauses],
    period_type: PeriodType | None,
) -> Definition:
    names = {f.name for f in fields(Definition)} - {"measure", "definitions", "variant", "effective", "kind"}
    clauses: dict[str, Any] = {name: getattr(measure, name) for name in names if hasattr(measure, name)}
    by_period = {**measure.by_period, **{k: v for c in changes for k, v in c.get("by_period", {}).items()}}
    changes = [*changes, by_period.get(period_type, {})] if period_type else changes
    instead: list[Mapping[Column, Column]] = []
    for change in changes:
        for name, clause in change.items():
            if name == "by_period":
                continue
            if name == "instead":
                instead.append(clause)
            elif name in {"exclude", "unknown"}:
                merged = {**clauses[name], **clause}
                clauses[name] = {reason: p for reason, p in merged.items() if p is not None}
            elif name in names:
                clauses[name] = clause
            else:
                raise VariantError(f"{measure.id}: there is no clause {name!r} to replace.")
    bound = {name: _over(clause, clauses["counts"], instead, measure) for name, clause in clauses.items()}
    kind = _kind(measure, bound)
    return Definition(
        measure=measure.id, definitions=definition_set, variant=variant, effective=effective, kind=kind, **bound
    )


def _kind(measure: Declaration, clauses: Mapping[str, Any]) -> Kind:
    if measure.kind == "true_ratio":
        return "true_ratio"
    return kind_of(**{name: clauses[name] for name in ("met", "value", "average", "per", "category")})


def _over(clause: Any, view: type[CaseView], instead: Sequence[Mapping[Column, Column]], measure: Declaration) -> Any:
    """A clause read on the view that is counted: columns of another view are taken by their name."""

    def swap(column: Column) -> Column:
        column = _instead(column, instead, measure)
        if column.name == "as_at" and view.state:
            return view.as_at
        try:
            return view.columns[column.name]
        except KeyError:
            raise VariantError(
                f"{measure.id}: {view.__name__} has no column {column.name!r}, so {column!r} must be replaced too."
            ) from None

    if isinstance(clause, Column):
        return swap(clause)
    if isinstance(clause, Predicate):
        return clause.over(swap)
    if isinstance(clause, Mapping):
        return {reason: predicate.over(swap) for reason, predicate in clause.items()}
    return clause


def _instead(column: Column, instead: Sequence[Mapping[Column, Column]], measure: Declaration) -> Column:
    """The column read in its place; two variants that each replace it and do not chain cannot be combined."""
    read = column
    for swaps in instead:
        if read in swaps:
            read = swaps[read]
        elif column in swaps and read is not column:
            raise VariantError(f"{measure.id}: these variants cannot be combined, both replace {column!r}.")
    return read
