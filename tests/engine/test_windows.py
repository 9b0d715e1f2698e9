"""Periods made of months against brute force: every sum taken again, row by row."""

from __future__ import annotations

import statistics
from typing import Any

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.engine.classify import Code
from trigpoint.engine.count import Span
from trigpoint.engine.medians import medians
from trigpoint.engine.windows import Ends, Groups, dense, once, picked, provisional
from trigpoint.language.period import PeriodType

START = 12 * 2019  # January 2019
RUN_IN = 36
SPAN = Span(START, START + RUN_IN + 17)
MONTHS = list(range(START + RUN_IN, SPAN.last + 1))
WIDTH = SPAN.last - SPAN.first + 1
KINDS = st.sampled_from(list(PeriodType))
GROUPS = Groups((), pa.array(["A", "B"]))
CODES = [code for code in Code if code]

MONTH = st.integers(SPAN.first, SPAN.last)
AUTHORITY = st.sampled_from(["A", "B"])


def inside(month: int, end: int, kind: PeriodType) -> bool:
    """Whether a month lies in the period that ends with another."""
    return end - kind.months(end) < month <= end


def table(rows: list[tuple[Any, ...]], names: str) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names.split())
    kinds = [pa.string() if name == "authority" else pa.int64() for name in names.split()]
    arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    return pa.table(dict(zip(names.split(), arrays, strict=True)))


@given(KINDS, st.lists(st.tuples(AUTHORITY, MONTH, st.integers(0, 9)), max_size=40))
@settings(deadline=None)
def test_flows_are_sums_of_the_months_inside(kind: PeriodType, rows: list[tuple[str, int, int]]) -> None:
    ends = Ends(kind, MONTHS, SPAN)
    monthly = dense(table(rows, "authority month n"), ["n"], GROUPS, SPAN)["n"]
    found = ends.flow(monthly)
    assert ends.months == [m for m in MONTHS if kind.months(m)]
    for row, authority in enumerate("AB"):
        for place, end in enumerate(ends.months):
            assert found[row, place] == sum(n for a, m, n in rows if a == authority and inside(m, end, kind))


@given(st.lists(st.tuples(AUTHORITY, MONTH, MONTH), max_size=40))
@settings(deadline=None)
def test_a_stock_counts_what_has_begun_and_not_ceased(spells: list[tuple[str, int, int]]) -> None:
    spells = [(a, *sorted((begin, end))) for a, begin, end in spells]  # type: ignore[misc]
    ends = Ends(PeriodType.SNAPSHOT, MONTHS, SPAN)
    changes = [(a, begin, 1) for a, begin, _ in spells] + [(a, end, -1) for a, _, end in spells]
    found = ends.stock(dense(table(changes, "authority month n"), ["n"], GROUPS, SPAN)["n"])
    for row, authority in enumerate("AB"):
        for place, month in enumerate(ends.months):
            assert found[row, place] == sum(a == authority and begin <= month < end for a, begin, end in spells)


UNITS = st.lists(st.tuples(AUTHORITY, st.sampled_from("xyz"), MONTH, st.sampled_from(CODES)), max_size=30)


def levels(rows: list[tuple[str, str, int, Code]]) -> list[tuple[str, int, int, int, int]]:
    """What the query of `count.once` gives: each unit's months by level, with the gap since the month before."""
    found = []
    for level in CODES:
        for unit in {row[:2] for row in rows}:
            months = sorted({m for a, u, m, code in rows if (a, u) == unit and code <= level})
            for before, month in zip([None, *months], months, strict=False):
                found.append((unit[0], month, int(level), month - before if before is not None else 0, 1))
    return found


@given(KINDS.filter(lambda kind: kind is not PeriodType.SNAPSHOT), UNITS)
@settings(deadline=None)
def test_a_unit_counts_once_a_period_by_its_best_class(
    kind: PeriodType, rows: list[tuple[str, str, int, Code]]
) -> None:
    ends = Ends(kind, MONTHS, SPAN)
    found = once(table(levels(rows), "authority month level gap n"), GROUPS, SPAN, ends)
    for row, authority in enumerate("AB"):
        for place, end in enumerate(ends.months):
            best: dict[str, Code] = {}
            for a, unit, month, code in rows:
                if a == authority and inside(month, end, kind):
                    best[unit] = min(best.get(unit, code), code)
            for code in CODES:
                assert found[code][row, place] == list(best.values()).count(code), (code, end)


def gaps(rows: list[tuple[str, str, int, Code]], *, first: bool) -> list[tuple[str, int, int, int, int]]:
    """What the query of `units.picked` gives: one row a unit and month, with the gap to the row before (or after)."""
    found = []
    for unit in {row[:2] for row in rows}:
        mine = {m: code for a, u, m, code in rows if (a, u) == unit}
        months = sorted(mine)
        for place, month in enumerate(months):
            other = months[place - 1] if first and place else months[place + 1 : place + 2]
            gap = abs(month - other) if isinstance(other, int) else (other[0] - month if other and not first else 0)
            found.append((unit[0], month, int(mine[month]), gap, 1))
    return found


@given(KINDS.filter(lambda kind: kind is not PeriodType.SNAPSHOT), UNITS, st.booleans())
@settings(deadline=None)
def test_the_first_or_last_row_of_a_period_decides(
    kind: PeriodType, rows: list[tuple[str, str, int, Code]], first: bool
) -> None:
    rows = list({row[:3]: row for row in rows}.values())
    ends = Ends(kind, MONTHS, SPAN)
    found = picked(table(gaps(rows, first=first), "authority month code gap n"), GROUPS, SPAN, ends, first=first)
    for row, authority in enumerate("AB"):
        for place, end in enumerate(ends.months):
            mine = sorted(r for r in rows if r[0] == authority and inside(r[2], end, kind))
            decides = [
                code
                for unit in {r[1] for r in mine}
                for _, _, _, code in [(min if first else max)((r for r in mine if r[1] == unit), key=lambda r: r[2])]
            ]
            for code in CODES:
                assert found[code][row, place] == decides.count(code), (code, end)


@given(
    KINDS.filter(lambda kind: kind is not PeriodType.SNAPSHOT),
    st.lists(st.tuples(AUTHORITY, MONTH, st.integers(0, 9), st.integers(1, 3)), max_size=30),
)
@settings(deadline=None)
def test_a_median_is_the_middle_of_the_rows_inside(kind: PeriodType, rows: list[tuple[str, int, int, int]]) -> None:
    ends = Ends(kind, MONTHS, SPAN)
    found = medians(table(rows, "authority month amount n"), GROUPS, SPAN, ends)
    for row, authority in enumerate("AB"):
        for place, end in enumerate(ends.months):
            values = [v for a, m, v, n in rows for _ in range(n) if a == authority and inside(m, end, kind)]
            expected = statistics.median(values) if values else None
            assert (None if np.isnan(found[row, place]) else found[row, place]) == expected


MOVES = st.lists(
    st.tuples(
        AUTHORITY,
        MONTH,
        st.integers(0, 8),
        st.sampled_from(list(Code)),
        st.sampled_from(CODES),
        st.lists(st.sampled_from(list(Code)), min_size=9, max_size=9),
    ),
    max_size=15,
)


@given(KINDS.filter(lambda kind: kind is not PeriodType.SNAPSHOT), MOVES)
@settings(deadline=None)
def test_classes_are_what_they_were_at_each_periods_end(kind: PeriodType, rows: list[tuple[Any, ...]]) -> None:
    """A row has a final class, and for some months after its own another: at those ends the other one counts."""
    ends = Ends(kind, MONTHS, SPAN)
    final, moved = [], []
    for authority, month, ahead, _, now, then in rows:
        final.append((authority, month, now))
        for step in range(ahead):
            at = month + step
            if at <= SPAN.last and then[step] != now:
                moved.append((authority, month, at, int(then[step]), int(now), 1))
    classes = {}
    for code in CODES:
        mine = table([(a, m, int(c == code)) for a, m, c in final], "authority month n")
        classes[code] = ends.flow(dense(mine, ["n"], GROUPS, SPAN)["n"])
    found = provisional(table(moved, "authority month at then now n"), GROUPS, ends, classes)
    for row, authority in enumerate("AB"):
        for place, end in enumerate(ends.months):
            known = []
            for a, month, ahead, _, now, then in rows:
                if a == authority and inside(month, end, kind):
                    known.append(then[end - month] if 0 <= end - month < ahead else now)
            for code in CODES:
                assert found[code][row, place] == known.count(code), (code, end)


def test_groups_stand_in_alphabetical_order_and_name_what_is_not_recorded() -> None:
    rows = pa.table({"authority": ["B", "A", "A"], "sex": ["F", None, "F"], "n": [1, 2, 4], "month": [START] * 3})
    groups = Groups.of(("sex",), ["A", "B", "C"], [rows])
    assert groups.names() == (["A", "A", "B"], ["F", "Not recorded", "F"])
    assert np.array_equal(dense(rows, ["n"], groups, Span(START, START))["n"], [[4], [2], [1]])
    assert Groups.of((), ["A", "B", "C"], [rows]).names() == (["A", "B", "C"], ["", "", ""])
