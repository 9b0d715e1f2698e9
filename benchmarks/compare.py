"""One measure: our figures, a scan, hand-written SQL and the loop over months, checked equal and timed in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

import pandas as pd
import pyarrow as pa

from benchmarks.handwritten import query, scan, values
from benchmarks.month_loop import Figures, figures
from benchmarks.subject import Subject
from benchmarks.timing import Turns, seconds
from trigpoint.engine import Engine, count
from trigpoint.engine.calculate import Asked
from trigpoint.engine.names import named
from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import month_of
from trigpoint.tasks import library

MONTHS = 120
LOOPED = (0, 29, 59, 89, 119)
"""The months of the 120 that the loop is timed on."""


class DifferentFiguresError(AssertionError):
    """Two ways of calculating a measure disagree: nothing about their speed is worth knowing."""


@dataclass(frozen=True)
class Compared:
    """Seconds of each contender for all 120 month ends, and the ratios of those that took turns."""

    measure: str
    rows: int
    scan: float
    sql: float
    ours: float
    ours_query: float
    loop: float
    to_sql: float
    query_to_sql: float
    to_scan: float

    @property
    def to_loop(self) -> float:
        """How many times faster ours is than the loop."""
        return self.loop / self.ours


def asked(subject: Subject) -> Asked:
    """The measure in its headline definition and the subject's period type."""
    return Asked(library.versions(library.measure(subject.measure), "", NATIONAL), [subject.kind])


def months(engine: Engine) -> list[int]:
    """The 120 months that end with the one of the as-at date."""
    last = month_of(engine.as_at)
    return list(range(last - MONTHS + 1, last + 1))


def compare(engine: Engine, subject: Subject, rounds: int) -> Compared:
    """Time a measure on an engine whose views are prepared. Raises DifferentFiguresError."""
    span = months(engine)
    one = asked(subject)
    columns = {name for d in one.versions for name in d.columns}
    view = engine.view(subject.view, columns)
    duck: Any = engine.con.con
    table = view.get_name()
    _supporting_tables(engine, duck)
    sql, floor = query(subject, table, span[0], span[-1]), scan(subject, table)
    bound = values(subject, sql, span[0], engine.as_at)
    spent: list[float] = []
    with _query_timed(spent):
        turns = Turns(
            {
                "ours": lambda: engine.figures([one], span),
                "sql": lambda: duck.execute(sql, bound).to_arrow_table(),
                "scan": lambda: duck.execute(floor).to_arrow_table(),
            },
            rounds,
        )
    ours = _ours(engine.figures([one], span), subject)
    by_hand = named(duck.execute(sql, bound).to_arrow_table(), engine.records.authorities)
    _same(ours, _hand(by_hand), f"{subject.measure}: hand-written SQL")
    loop = _loop(duck, engine, subject, table, [span[place] for place in LOOPED], ours)
    in_turn = list(zip(spent[1:], turns.taken, strict=False))
    ratios = sorted(query / turn["sql"] for query, turn in in_turn)
    return Compared(
        subject.measure,
        duck.execute(f"select count(*) from {table}").fetchone()[0],
        turns.typical("scan"),
        turns.typical("sql"),
        turns.typical("ours"),
        sorted(spent[1:])[len(spent[1:]) // 2],
        loop * MONTHS / len(LOOPED),
        turns.ratio("ours", "sql"),
        ratios[len(ratios) // 2],
        turns.ratio("ours", "scan"),
    )


def _supporting_tables(engine: Engine, duck: Any) -> None:
    numbers = pa.table({"authority": pa.array(list(engine.records.authorities), pa.int64())})
    duck.register("authorities", numbers)
    people = engine.records.table("ext_population").to_pyarrow()
    duck.register("population", people)


@contextmanager
def _query_timed(spent: list[float]) -> Iterator[None]:
    """While it lasts, seconds of each counting query (built, run and fetched) are added to the list."""

    def timed(inner: Callable[..., pa.Table]) -> Callable[..., pa.Table]:
        def run(*given: Any) -> pa.Table:
            found: list[pa.Table] = []
            spent.append(seconds(lambda: found.append(inner(*given))))
            return found[0]

        return run

    with (
        mock.patch.object(count, "events", timed(count.events)),
        mock.patch.object(count, "states", timed(count.states)),
    ):
        yield


def _ours(table: pa.Table, subject: Subject) -> Figures:
    columns = (table[name].to_pylist() for name in ("authority", "period_end", "numerator", "denominator"))
    return {
        (authority, month_of(end)): (round(numerator or 0), round((denominator or 0) * subject.scale))
        for authority, end, numerator, denominator in zip(*columns, strict=True)
    }


def _hand(table: pa.Table) -> Figures:
    columns = (table[name].to_pylist() for name in ("authority", "month", "n", "d"))
    return {(authority, month): (n or 0, d or 0) for authority, month, n, d in zip(*columns, strict=True)}


def _loop(duck: Any, engine: Engine, subject: Subject, table: str, span: Sequence[int], ours: Figures) -> float:
    """Seconds of the loop over some months, after its table was read."""
    days = [subject.day] if subject.day else ["from_month", "to_month"]
    frame: pd.DataFrame = duck.execute(f"select {', '.join(['authority', *days, *subject.columns])} from {table}").df()
    frame.attrs["as_at"] = pd.Timestamp(engine.as_at)
    found: list[Figures] = []
    spent = seconds(lambda: found.append(figures(subject, frame, span)))
    names = {name: str(number) for number, name in engine.records.authorities.items()}
    looped = {key: found[0].get((names[key[0]], key[1]), (0, 0)) for key in ours if key[1] in span}
    expected = {key: ours[key] for key in looped}
    if (subject.view.state and not any(d for _, d in expected.values())) or subject.per_population:
        expected = {key: (n, 0) for key, (n, _) in expected.items()}
        looped = {key: (n, 0) for key, (n, _) in looped.items()}
    _same(expected, looped, f"{subject.measure}: the loop over months")
    return spent


def _same(ours: Figures, theirs: Figures, name: str) -> None:
    wrong = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    if wrong:
        key = min(wrong)
        raise DifferentFiguresError(
            f"{name} differs from ours in {len(wrong)} of {len(ours)} cells, first at {key}: "
            f"{theirs.get(key)} for {ours.get(key)}."
        )
