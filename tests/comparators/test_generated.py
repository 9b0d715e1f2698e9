"""Comparators on generated figures: a slow obvious second implementation, and what must hold whatever is published."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.comparators import invented
from trigpoint.comparators.comparators import Comparators, for_measure
from trigpoint.comparators.schema import VALUES

CODES = [row["neighbour_code"] for row in invented.neighbours().to_pylist()]
OWN = invented.AUTHORITY_CODE
OTHERS = ["X06000091", "X06000092", "X06000093"]
MEASURE = {"low": ("rereferrals_12m_pct", "ReReferral"), "high": ("icpc_15wd_pct", "CP_conf_15days")}

TENTHS = st.integers(0, 40).map(lambda tenths: Decimal(tenths) / 10)
CELLS = st.fixed_dictionaries({code: st.one_of(st.none(), TENTHS) for code in [OWN, *CODES, *OTHERS]})


@dataclass(frozen=True)
class Entry:
    table: pa.Table

    def read(self) -> pa.Table:
        return self.table


def published(cells: dict[str, Decimal | None], polarity: str) -> list[Entry]:
    """A store's entries in which each authority published its cell, or suppressed it."""
    _, name = MEASURE[polarity]
    pattern = next(row for row in invented.values(2026, 1).to_pylist() if row["measure"] == name)
    rows = [{**pattern, "level": "england", "area_code": "X92000001", "area": "England", "value": Decimal(2)}]
    for code, value in cells.items():
        reason = "suppressed" if value is None else ""
        row = {**pattern, "level": "authority", "area_code": code, "area": code, "region": "Marches"}
        rows.append({**row, "value": value, "reason": reason, "polarity": polarity})
    return [Entry(pa.Table.from_pylist(rows, schema=VALUES)), Entry(invented.neighbours())]


def found(cells: dict[str, Decimal | None], polarity: str) -> Comparators:
    one = for_measure(published(cells, polarity), MEASURE[polarity][0], OWN)
    assert one is not None
    return one


def slow_rank(own: Decimal | None, others: list[Decimal | None], polarity: str) -> tuple[int, int] | None:
    """By hand: strike out who published nothing, order the rest, count."""
    if own is None:
        return None
    better, there = 0, 1
    for other in others:
        if other is None:
            continue
        there += 1
        if (polarity == "low" and other < own) or (polarity == "high" and other > own):
            better += 1
    return better + 1, there


@given(CELLS, st.sampled_from(["low", "high"]))
def test_mean_and_ranks_equal_the_slow_way(cells: dict[str, Decimal | None], polarity: str) -> None:
    one = found(cells, polarity)
    near = [cells[code] for code in CODES]
    total, count = Fraction(0), 0
    for value in near:
        if value is not None:
            total, count = total + Fraction(value), count + 1
    mean = one.at("neighbours")
    assert mean is not None
    assert mean.value == (total / count if count else None)
    rank, everyone = one.among_neighbours, one.in_england
    assert (rank and (rank.rank, rank.of)) == (slow_rank(cells[OWN], near, polarity) if count else None)
    all_others = [cells[code] for code in (*CODES, *OTHERS)]
    assert (everyone and (everyone.rank, everyone.of)) == slow_rank(cells[OWN], all_others, polarity)


@given(CELLS, st.sampled_from(["low", "high"]))
def test_a_withheld_figure_counts_nowhere_and_is_named(cells: dict[str, Decimal | None], polarity: str) -> None:
    one = found(cells, polarity)
    withheld = {code for code in CODES if cells[code] is None}
    assert set(one.not_published) == withheld
    assert {n.reason for n in one.neighbours if n.value is None} <= {"suppressed"}
    without = found({code: value for code, value in cells.items() if value is not None or code == OWN}, polarity)
    assert (one.at("own"), one.among_neighbours, one.in_england, one.quartile) == (
        without.at("own"), without.among_neighbours, without.in_england, without.quartile,
    )  # fmt: skip
    mine, theirs = one.at("neighbours"), without.at("neighbours")
    assert mine is not None
    assert theirs is not None
    assert mine.value == theirs.value


@given(CELLS)
def test_the_order_turns_round_with_the_polarity(cells: dict[str, Decimal | None]) -> None:
    low, high = found(cells, "low").in_england, found(cells, "high").in_england
    assert (low is None) == (high is None) == (cells[OWN] is None)
    if low and high:
        assert low.rank + high.rank + low.tied == low.of + 2


@given(CELLS)
def test_without_a_published_region_there_is_none_made_up(cells: dict[str, Decimal | None]) -> None:
    assert found(cells, "low").at("region") is None
