"""Disclosure control over everything that is published together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from trigpoint.figures.disclosure.earlier import Before, look_up, only_earlier
from trigpoint.figures.disclosure.printed import (
    BESIDE,
    DENOMINATOR,
    NUMERATOR,
    SHARES,
    SUMS,
    Displays,
    Printed,
    Row,
    print_rows,
)
from trigpoint.figures.disclosure.rounded import rounded
from trigpoint.figures.disclosure.rule import Action, Rule
from trigpoint.figures.disclosure.secondary import Hidden, Range, protect
from trigpoint.figures.disclosure.sums import NOBODY, add_every
from trigpoint.figures.disclosure.system import Cell, System
from trigpoint.figures.table import SCHEMA
from trigpoint.language.reason import Reason

SMALL, BASE, RESTATED, WITHHELD = "small number", "small denominator", "restated by few", "withheld before"
SECONDARY = "secondary"
_DERIVED = ("value", "lower", "upper")


@dataclass(frozen=True)
class Withheld:
    """One number that is not published: its row, column and value, why, and what it protects. Never for publication."""

    row: Row
    column: str
    number: float
    why: str
    protects: str = ""


@dataclass
class Controlled:
    """The rows as the audience may see them, a flag for each, what was withheld, and what could not be protected.

    `unproved` counts numbers that earlier releases withheld in rows which are not published now.
    """

    table: pa.Table
    flags: list[bool]
    withheld: list[Withheld] = field(default_factory=list)
    exposed: list[str] = field(default_factory=list)
    unproved: int = 0


def controlled(
    table: pa.Table,
    rule: Rule,
    displays: Displays,
    earlier: Sequence[pa.Table] = (),
    progress: Callable[[int, int], None] = lambda *_: None,
    *,
    secondary: bool = True,
) -> Controlled:
    """What an audience may see of the figures that are published together.

    `table` has the columns of the tidy table: every figure of the publication, in whole numbers. `earlier` are the
    tables that were published before for the same audience, oldest first, with what was withheld left empty.
    `secondary` is only ever False to show what would then be disclosed.
    """
    rows = table.to_pylist()
    system = System()
    printed = print_rows(system, rows, displays)
    flags = [_is_flagged(row, system, rule) for row in printed]
    if rule.action is not Action.SUPPRESS:
        return Controlled(table, [flag and rule.action is Action.FLAG for flag in flags])
    before = look_up(earlier)
    lost, known, unproved = only_earlier(system, before, rows, displays)
    shown = {number for one in printed for number in one.numbers.values()}
    kinds = {system.cells[n].series: one.form for one in [*printed, *lost] for n in one.numbers.values()}
    add_every(system, kinds, rule.threshold)
    hidden = Hidden(
        {n: _cost(system.cells[n], system.values[n]) for n in shown},
        frozenset(known | _as_before(printed, before, system)),
    )
    targets = _targets(system, rule, kinds, printed, before)
    _hide_primary(targets, printed, before, hidden)
    if secondary:
        protect(system, {n: wanted for n, (wanted, _) in targets.items()}, hidden, progress)
    out = [_published(one, hidden, rule) for one in printed]
    withheld = [found for one in printed for found in _withheld(one, system, hidden)]
    exposed = [called(system.cells[n]) for n in hidden.exposed]
    return Controlled(pa.Table.from_pylist(out, SCHEMA), flags, withheld, exposed, unproved)


def called(cell: Cell) -> str:
    """A number in words, for people who may know it."""
    group = ", ".join(f"{name} {value}" for name, value in zip(cell.place.names, cell.place.groups, strict=True))
    series = " ".join(filter(None, cell.series))
    first, after = (
        f"{month // 12}-{month % 12 + 1:02}" for month in (cell.place.period.first, cell.place.period.after - 1)
    )
    return f"{series}: {cell.what}, {cell.place.period.kind} {first} to {after}{', ' if group else ''}{group}"


def _is_flagged(one: Printed, system: System, rule: Rule) -> bool:
    numbers = {name: system.values[number] for name, number in one.numbers.items()}
    if one.form in SHARES and {NUMERATOR, DENOMINATOR} <= set(numbers):
        numbers[""] = numbers[DENOMINATOR] - numbers[NUMERATOR]
    base = numbers.get(DENOMINATOR, math.inf) if one.form not in {"count", "rate"} else math.inf
    if one.form in SUMS:
        numbers.pop(NUMERATOR, None)
    return any(rule.is_small(number) for number in numbers.values()) or 0 < base < rule.least_denominator


Targets = dict[int, tuple[Range, str]]


def _targets(
    system: System, rule: Rule, kinds: Mapping[Any, str], printed: Sequence[Printed], before: Before
) -> Targets:
    """Every number that must be hidden well, with the range it must be able to have, and why."""
    return _joined(
        _small(system, rule, kinds),
        _small_bases(printed, system, rule),
        _small_sums(system, rule, kinds),
        _restated(printed, before, rule, system),
    )


def _small(system: System, rule: Rule, kinds: Mapping[Any, str]) -> Targets:
    """Every small count, printed or worked out. A sum of values is no count."""
    wanted = Range(rule.least, rule.threshold)
    found: Targets = {}
    for number, cell, value in system.numbered():
        is_sum = kinds.get(cell.series) in SUMS and cell.what.startswith(NUMERATOR)
        if not is_sum and rule.is_small(value) and not any(word in cell.what for word in NOBODY):
            found[number] = wanted, SMALL
    return found


def _small_bases(printed: Iterable[Printed], system: System, rule: Rule) -> Targets:
    """Numerators over a small denominator: the share of a few says too much of each, whatever it is."""
    found: Targets = {}
    for one in printed:
        base, top = one.numbers.get(DENOMINATOR), one.numbers.get(NUMERATOR)
        if base is None or top is None or not 0 < system.values[base] < rule.least_denominator:
            continue
        value, below = system.values[top], system.values[base]
        if one.form in SHARES:
            found[top] = Range(min(value, rule.least), max(value, min(below, rule.threshold))), BASE
        elif one.form in SUMS:
            found[top] = _around(value), BASE
    return found


def _small_sums(system: System, rule: Rule, kinds: Mapping[Any, str]) -> Targets:
    """Sums over a few that are printed nowhere and can be worked out."""
    found: Targets = {}
    for number, cell, value in system.numbered():
        if cell.what == NUMERATOR and kinds.get(cell.series) in SUMS:
            base = system.find(cell._replace(what=DENOMINATOR))
            if base is not None and 0 < system.values[base] < rule.least_denominator:
                found[number] = _around(value), BASE
    return found


def _around(value: float) -> Range:
    return Range(math.floor(value / 2), math.ceil(value * 1.5) + 1)


def _restated(printed: Iterable[Printed], before: Before, rule: Rule, system: System) -> Targets:
    """Numbers that differ from what was published of them by a small number: it may be none, or the threshold."""
    found: Targets = {}
    for one in printed:
        for column, number in one.numbers.items():
            old, new = before.number(one.row, column), system.values[number]
            if old is not None and 0 < abs(new - old) < rule.threshold:
                up, down = old + rule.threshold, max(old - rule.threshold, 0)
                found[number] = Range(old, up) if new > old else Range(down, old), RESTATED
    return found


def _joined(*several: Targets) -> Targets:
    """Every target with the widest range asked of it, and the first reason."""
    found: Targets = {}
    for targets in several:
        for number, (wanted, why) in targets.items():
            other, first = found.get(number, (wanted, why))
            found[number] = Range(min(wanted.low, other.low), max(wanted.high, other.high)), first
    return found


def _as_before(printed: Iterable[Printed], before: Before, system: System) -> set[int]:
    """Numbers that were published as they are: nobody can take them back."""
    return {
        number
        for one in printed
        for column, number in one.numbers.items()
        if before.number(one.row, column) == system.values[number]
    }


def _hide_primary(targets: Targets, printed: Iterable[Printed], before: Before, hidden: Hidden) -> None:
    for number, (_, why) in targets.items():
        if number in hidden.cost:
            hidden.why[number] = why
    for one in printed:
        for column, number in one.numbers.items():
            if before.is_withheld(one.row, column):
                hidden.why.setdefault(number, WITHHELD)


def _cost(cell: Cell, value: float) -> float:
    """Few and small: a total is worth more than a group, a denominator more than a numerator, 0 more than 7."""
    depth = (30.0, 4.0, 1.0)[min(len(cell.place.names), 2)]
    size = 2.0 if value == 0 else 1 + math.log10(1 + abs(value)) / 3
    return depth * size * (3.0 if cell.what == DENOMINATOR else 1.0)


def _published(one: Printed, hidden: Hidden, rule: Rule) -> dict[str, Any]:
    row = dict(one.row)
    gone = {column for column, number in one.numbers.items() if number in hidden.why}
    for column in gone & {NUMERATOR, DENOMINATOR, *BESIDE}:
        row[column] = None
    small = one.form == "median" and (row[DENOMINATOR] is None or row[DENOMINATOR] < rule.least_denominator)
    if gone & {NUMERATOR, DENOMINATOR} or (small and row["value"] is not None):
        row |= dict.fromkeys(_DERIVED) | {"reason": str(Reason.SUPPRESSED)}
    return rounded(row, one.form, rule.round_to)


def _withheld(one: Printed, system: System, hidden: Hidden) -> list[Withheld]:
    return [
        Withheld(
            one.row,
            column,
            system.values[number],
            hidden.why[number],
            called(system.cells[hidden.protects[number]]) if number in hidden.protects else "",
        )
        for column, number in one.numbers.items()
        if number in hidden.why
    ]
