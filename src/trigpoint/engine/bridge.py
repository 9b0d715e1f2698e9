"""Why a figure changed: the rows whose class differs between two runs, as lines that sum exactly to the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import median

import pyarrow as pa

from trigpoint.language.definition import Definition
from trigpoint.language.measure import Kind
from trigpoint.language.result import Result


class Line(StrEnum):
    """The lines of a bridge, in the order in which they are laid."""

    LATE = "late recording corrected"
    LEFT = "left"
    JOINED = "joined"
    CHANGED = "status changed"
    POPULATION = "population"


@dataclass(frozen=True)
class Standing:
    """How one row stands in one run: its class and what it adds to the sums."""

    result: str
    numerator: int
    denominator: int
    reason: str = ""


@dataclass(frozen=True)
class Difference:
    """One row whose standing differs, and the line it belongs to."""

    line: Line
    authority: str
    record: str
    child: str
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True)
class Sums:
    """Numerator and denominator of a set of rows, and the values they hold (for a median)."""

    numerator: int = 0
    denominator: int = 0
    values: tuple[int, ...] = ()


@dataclass(frozen=True)
class Step:
    """One line of the bridge: how many rows differ, and by how much the figure moves when they are laid on."""

    line: Line
    rows: int
    numerator: Fraction
    denominator: Fraction
    value: Fraction | None


Run = Mapping[tuple[str, str, str, int], Standing]


def run(rows: pa.Table, definition: Definition) -> Run:
    """The rows of one list of cases by authority, record, child and number (records may share an id)."""
    names = ["authority", "record_id", "child_id", "result", "reason", "value"]
    base = definition.denominator.name if definition.denominator is not None else ""
    columns = [rows[name].to_pylist() for name in names]
    bases = rows[base].to_pylist() if base else [None] * rows.num_rows
    found: dict[tuple[str, str, str, int], Standing] = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    listed = sorted(zip(*columns, bases, strict=True), key=lambda row: tuple(str(cell) for cell in row))
    for authority, record, child, result, reason, value, own in listed:
        key = (authority, record or "", child or "")
        found[*key, seen[key]] = _standing(definition.kind, result, reason or "", value, own)
        seen[key] += 1
    return found


def _standing(kind: Kind, result: str, reason: str, value: int | None, own: int | None) -> Standing:
    counted = result in {Result.MET, Result.COUNTED}
    in_base = counted if kind != "ratio" else result in {Result.MET, Result.NOT_MET, Result.UNKNOWN}
    top = (value or 0) if kind in {"average", "median", "true_ratio"} and counted else int(counted)
    bottom = (own or 0) if kind == "true_ratio" and counted else int(in_base)
    return Standing(result, top, bottom, reason)


def differences(before: Run, after: Run, line: Line | None = None) -> list[Difference]:
    """Rows that stand differently in the two runs. With `line` they all belong to it."""
    found = []
    for key in sorted({**before, **after}):
        one, other = before.get(key), after.get(key)
        if one != other:
            own = line or (Line.JOINED if one is None else Line.LEFT if other is None else Line.CHANGED)
            found.append(Difference(own, key[0], key[1], key[2], one, other))
    return found


def steps(
    definition: Definition,
    start: Run,
    changes: Sequence[Difference],
    population: tuple[int | None, int | None],
    factor: int,
) -> list[Step]:
    """The lines laid one after the other on the first run: their values sum exactly to the change of the figure.

    `population` holds that of the two runs (for a rate), `factor` what the fraction is multiplied by.
    """
    sums = _sums(start.values())
    people = population[0]
    value = _value(definition, sums, people, factor)
    found = []
    for line in Line:
        mine = [change for change in changes if change.line is line]
        if line is Line.POPULATION:
            if definition.kind != "rate" or population[0] == population[1]:
                continue
            grown = (population[1] or 0) - (population[0] or 0)
            now = _value(definition, sums, population[1], factor)
            found.append(Step(line, 0, Fraction(0), Fraction(grown), _less(now, value)))
            continue
        if line is Line.LATE and not mine:
            continue
        laid = _laid(sums, mine)
        now = _value(definition, laid, people, factor)
        top, bottom = laid.numerator - sums.numerator, laid.denominator - sums.denominator
        plain = definition.kind in {"count", "rate"}
        found.append(Step(line, len(mine), Fraction(top), Fraction(0 if plain else bottom), _less(now, value)))
        sums, value = laid, now
    return found


def value_of(definition: Definition, run_: Run, people: int | None, factor: int) -> Fraction | None:
    """The figure of a run, exactly; nothing when it has no cases or no population."""
    return _value(definition, _sums(run_.values()), people, factor)


def _sums(rows: Iterable[Standing]) -> Sums:
    rows = list(rows)
    values = tuple(sorted(row.numerator for row in rows if row.result == Result.COUNTED))
    return Sums(sum(row.numerator for row in rows), sum(row.denominator for row in rows), values)


def _laid(sums: Sums, changes: Sequence[Difference]) -> Sums:
    values = Counter(sums.values)
    top, bottom = sums.numerator, sums.denominator
    for change in changes:
        for standing, sign in ((change.before, -1), (change.after, 1)):
            if standing is not None:
                top += sign * standing.numerator
                bottom += sign * standing.denominator
                if standing.result == Result.COUNTED:
                    values[standing.numerator] += sign
    return Sums(top, bottom, tuple(sorted(values.elements())))


def _value(definition: Definition, sums: Sums, people: int | None, factor: int) -> Fraction | None:
    scale = Fraction(definition.scale)
    if definition.kind == "median":
        return Fraction(median(sums.values)) / scale if sums.values else None
    if definition.kind == "count":
        return Fraction(sums.numerator)
    bottom = people if definition.kind == "rate" else sums.denominator
    if not bottom:
        return None
    share = Fraction(sums.numerator, bottom) * factor
    if definition.kind == "average":
        return share / scale
    return share * scale if definition.kind == "true_ratio" else share


def _less(now: Fraction | None, before: Fraction | None) -> Fraction | None:
    """How far the value moved; nothing where there is a value on one side only."""
    return None if now is None or before is None else now - before
