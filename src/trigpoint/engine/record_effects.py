"""By how much failing rows distort figures: each calculated again with the rows removed, and with them mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.engine.calculate import Asked
from trigpoint.engine.engine import Engine
from trigpoint.engine.record_rules import Checked
from trigpoint.engine.record_worlds import State, World, worlds
from trigpoint.engine.world_records import engine_of
from trigpoint.language.period import PeriodType, last_day

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

Progress = Callable[[str], None]
Row = dict[str, Any]
Key = tuple[str, ...]

_KEY = ("measure", "period_type", "period_start", "period_end", "breakdown", "group")
_SUMS = ("numerator", "denominator")


@dataclass(frozen=True)
class Effect:
    """A figure as it is, and its numerator, denominator and value in the two other states.

    A state is missing where it was not calculated: a rule without a mend has none mended.
    """

    rule: str
    authority: str
    figure: Row
    removed: Row | None
    mended: Row | None


def adds_up(asked: Asked) -> bool:
    """Whether the figure of an authority is the sum over its children: then only those concerned are calculated."""
    return all(d.kind != "median" and not d.counts.of_workers for d in asked.versions)


def effects(
    engine: Engine,
    done: Sequence[Checked],
    asked: Sequence[Asked],
    as_at: date,
    divided: Callable[[Row], float | None],
    progress: Progress,
    *,
    whole: bool = False,
) -> Iterator[Effect]:
    """Every figure that failing rows change, in the last complete month, quarter and year.

    Of the children concerned only, unless `whole`: figures that do not add up over children need the whole authority.
    `divided` gives the value of a figure from its numerator and denominator.
    """
    found, members = worlds(engine, done, whole=whole)
    if not found or not asked:
        return
    months = complete_months(as_at)
    progress("figures as they are")
    now = _by_authority(engine.figures(asked, months, progress=progress), months)
    with TemporaryDirectory(prefix="trigpoint-worlds-") as folder:
        progress("records removed and mended")
        beside = engine_of(engine, done, found, members, Path(folder))
        figures = _by_authority(beside.figures(asked, months, progress=progress), months)
    names = engine.records.authorities
    for (rule, authority), states in _states(found).items():
        lines = {state: _with_wholes(figures.get(world.name, {})) for state, world in states.items()}
        for key, figure in _every(now.get(names[authority], {}), lines.values()).items():
            if figure["numerator"] is None and figure["denominator"] is None:
                continue
            changed = {
                state: _laid(figure, _at(lines[State.AS_IS], key), _at(lines[state], key), divided, whole=whole)
                for state in states
                if state is not State.AS_IS
            }
            if any(row is not None and _differs(row, figure) for row in changed.values()):
                yield Effect(rule, names[authority], figure, changed.get(State.REMOVED), changed.get(State.MENDED))


def complete_months(as_at: date) -> list[int]:
    """The months that end the last complete month, quarter and year by a day."""
    month = 12 * as_at.year + as_at.month - 1
    month -= 0 if last_day(month) == as_at else 1
    ends = {
        next(m for m in range(month, month - 12, -1) if kind.months(m))
        for kind in (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR)
    }
    return sorted(ends)


def _by_authority(table: pa.Table, months: Sequence[int]) -> dict[str, dict[Key, Row]]:
    """Figures by authority and by what they are; of each period type the last."""
    last = last_day(months[-1])
    found: dict[str, dict[Key, Row]] = {}
    for row in table.to_pylist():
        if row["period_end"] == last or row["period_type"] in {PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR}:
            found.setdefault(row["authority"], {})[tuple(str(row[name]) for name in _KEY)] = row
    ends = {(key[0], key[1]): "" for of in found.values() for key in of}
    for of in found.values():
        for key in of:
            ends[key[0], key[1]] = max(ends[key[0], key[1]], key[3])
    return {who: {k: row for k, row in of.items() if k[3] == ends[k[0], k[1]]} for who, of in found.items()}


def _states(found: Sequence[World]) -> dict[tuple[str, int], dict[State, World]]:
    by_rule: dict[tuple[str, int], dict[State, World]] = {}
    for world in found:
        by_rule.setdefault((world.rule.id, world.authority), {})[world.state] = world
    return by_rule


def _laid(
    figure: Row, base: Row | None, other: Row | None, divided: Callable[[Row], float | None], *, whole: bool
) -> Row | None:
    """The authority's figure once what changes for the children concerned is laid on it."""
    if whole:
        return other
    row = dict(figure)
    for name in _SUMS:
        if figure[name] is not None:
            row[name] = figure[name] + _of(other, name) - _of(base, name)
    row["value"] = divided(row)
    return row


def _with_wholes(figures: dict[Key, Row]) -> dict[Key, Row]:
    """The figures with, under no category, that over which all categories of a distribution are taken."""
    wholes = {(*key[:-1], ""): {**row, "numerator": 0.0} for key, row in figures.items() if key[-2] == "category"}
    return {**wholes, **figures}


def _every(now: dict[Key, Row], states: Iterable[dict[Key, Row]]) -> dict[Key, Row]:
    """The figures as they are, and at nothing the categories that are there in another state only."""
    known = _with_wholes(now)
    new = {key for state in states for key in state if key[-2] == "category" and key[-1]} - known.keys()
    empty = {key: {**known[*key[:-1], ""], "group": key[-1], "value": 0.0} for key in new if (*key[:-1], "") in known}
    return {**now, **empty}


def _at(figures: Mapping[Key, Row], key: Key) -> Row | None:
    """A figure; a category in which there is nobody has none, and is nothing of all."""
    return figures.get(key) or (figures.get((*key[:-1], "")) if key[-2] == "category" else None)


def _of(row: Mapping[str, Any] | None, name: str) -> float:
    return (row[name] or 0.0) if row is not None else 0.0


def _differs(row: Row, figure: Row) -> bool:
    return any(row[name] != figure[name] for name in (*_SUMS, "value"))
