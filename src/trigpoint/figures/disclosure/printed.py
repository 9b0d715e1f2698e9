"""Rows of the tidy table as numbers of a system: what each column of a row tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trigpoint.figures.disclosure.system import NEAR, Cell, Names, Period, Place, System
from trigpoint.figures.display import Display
from trigpoint.language.measure import Kind
from trigpoint.language.period import PeriodType, month_of

Row = Mapping[str, Any]
Displays = Mapping[tuple[str, str, str], Display]
"""How the figures of a measure in a variant and period type are read."""

NUMERATOR, DENOMINATOR = "numerator", "denominator"
BESIDE = ("excluded", "unknown", "pending")
CATEGORY = "category"
SHARES: set[Kind] = {"ratio", "distribution"}
SUMS: set[Kind] = {"average"}
"""Kinds whose numerator adds up values instead of counting."""


@dataclass
class Printed:
    """A row, where it stands in the system, and the number behind each of its columns."""

    row: Row
    form: Kind
    place: Place
    numbers: dict[str, int] = field(default_factory=dict)


def print_rows(system: System, rows: Sequence[Row], displays: Displays) -> list[Printed]:
    """Every row, its numbers added to the system. What a percentage alone tells is a number like any other."""
    return [_print(system, row, displays[row["measure"], row["variant"] or "", row["period_type"]]) for row in rows]


def place_of(row: Row) -> Place:
    """Where a row stands; `team+sex` and `sex+team` are one breakdown."""
    kind, last = PeriodType(row["period_type"]), month_of(row["period_end"])
    names = tuple(filter(None, (row["breakdown"] or "").split("+")))
    groups = tuple((row["group"] or "").split(" + ")) if names else ()
    if len(groups) != len(names):  # the name of a group has a plus of its own
        names, groups = (row["breakdown"],), (row["group"],)
    pairs = sorted(zip(names, groups, strict=True))
    period = Period(str(kind), last - max(kind.months(last), 1) + 1, last + 1)
    return Place(row["authority"], period, tuple(n for n, _ in pairs), tuple(g for _, g in pairs))


def without(place: Place, name: str) -> Place:
    """The place with one name of its breakdown left out."""
    kept = [pair for pair in zip(place.names, place.groups, strict=True) if pair[0] != name]
    names: Names = tuple(n for n, _ in kept)
    return place._replace(names=names, groups=tuple(g for _, g in kept))


def _print(system: System, row: Row, display: Display) -> Printed:
    place = place_of(row)
    printed = Printed(row, display.form, place)
    told = {name: row[name] for name in BESIDE}
    told[NUMERATOR] = _numerator(row, display)
    if display.form != "rate":  # its denominator is the population, which everybody knows
        told[DENOMINATOR] = row["denominator"]
    for what, value in told.items():
        if value is not None:
            base = display.form == "distribution" and what == DENOMINATOR
            where = without(place, CATEGORY) if base else place
            printed.numbers[what] = _number(system, row, what, where, float(value))
    return printed


def _number(system: System, row: Row, what: str, place: Place, value: float) -> int:
    """The number of a column; two rows about the same thing that differ (one of them supplied) are two series."""
    variant = row["variant"] or ""
    number = system.add(Cell((row["measure"], variant), what, place), value)
    if abs(system.values[number] - value) > NEAR:
        number = system.add(Cell((row["measure"], f"{variant} {row['definition']}"), what, place), value)
    return number


def _numerator(row: Row, display: Display) -> float | None:
    """The numerator, or what a value and its denominator tell of it."""
    value, below = row["value"], row["denominator"]
    if row["numerator"] is not None or value is None or display.form in {"median", "average", "true_ratio"}:
        return None if row["numerator"] is None or display.form == "median" else float(row["numerator"])
    if display.form == "count":
        return float(value)
    return float(round(value * below / display.times)) if below else None
