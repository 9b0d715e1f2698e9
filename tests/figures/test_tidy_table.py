"""The tidy table: a value or a reason, never both, never neither, and nothing that only a computer can read."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.figures.table import SCHEMA, Block, table

KINDS = ("ratio", "count", "rate", "average", "true_ratio")
AUTHORITIES = ("A", "A", "B")
ENDS = (date(2024, 1, 31), date(2024, 2, 29))
SHAPE = (len(AUTHORITIES), len(ENDS))
SIZE = SHAPE[0] * SHAPE[1]


def whole(numbers: list[int]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64).reshape(SHAPE)


def block(**changes: Any) -> Block:
    """A block of three groups and two periods, every count 1."""
    ones = whole([1] * SIZE)
    plain = Block(
        measure="m",
        variant="",
        kind="ratio",
        period_type="month",
        definitions=["national:1", "national:2"],
        starts=[date(2024, 1, 1), date(2024, 2, 1)],
        ends=ENDS,
        breakdown="sex",
        authorities=AUTHORITIES,
        groups=("F", "M", "F"),
        met=ones,
        not_met=ones,
        excluded=ones,
        unknown=ones,
        pending=ones,
        known=np.array([True, True]),
        snapshot="0001",
        total=ones,
        base=ones,
        population=np.full(SHAPE, 1000.0),
    )
    return replace(plain, **changes)


COUNTS = st.lists(st.integers(0, 3), min_size=SIZE, max_size=SIZE).map(whole)
PEOPLE = st.lists(st.sampled_from([0.0, 1000.0, float("nan")]), min_size=SIZE, max_size=SIZE)
BLOCKS = st.builds(
    block,
    kind=st.sampled_from(KINDS),
    met=COUNTS,
    not_met=COUNTS,
    excluded=COUNTS,
    unknown=COUNTS,
    pending=COUNTS,
    total=COUNTS,
    base=COUNTS,
    scale=st.sampled_from([1, 100]),
    per=st.sampled_from([10_000, 100_000]),
    known=st.lists(st.booleans(), min_size=2, max_size=2).map(np.array),
    population=st.one_of(st.none(), PEOPLE.map(lambda p: np.array(p).reshape(SHAPE))),
    collected=st.one_of(st.none(), st.lists(st.booleans(), min_size=3, max_size=3)),
    applicable=st.sampled_from([True, True, True, False]),
    breakdown=st.sampled_from(["", "sex"]),
)


@given(BLOCKS)
@settings(deadline=None)
def test_every_row_has_a_value_or_a_reason(made: Block) -> None:
    found = table([made])
    assert found.schema == SCHEMA
    assert found.num_rows == SIZE
    for row in found.to_pylist():
        assert (row["value"] is None) == (row["reason"] is not None)
        assert row["reason"] in {None, "no cases", "not collected", "not yet known", "not applicable"}
        numbers = [number for number in row.values() if isinstance(number, float)]
        assert all(math.isfinite(number) for number in numbers), row
        if row["value"] is None:
            assert row["lower"] is row["upper"] is None
        if row["lower"] is not None:
            assert row["lower"] <= row["value"] + 1e-9
            assert row["upper"] >= row["value"] - 1e-9
        assert (row["lower"] is None) == (row["upper"] is None)
        if made.kind in {"ratio", "rate"} and row["value"] is not None:
            assert row["lower"] is not None
    silent = {"not collected", "not yet known", "not applicable"}
    for row in found.to_pylist():
        if row["reason"] in silent and made.kind != "rate":
            names = ("numerator", "denominator", "excluded", "unknown", "pending")
            assert [row[name] for name in names] == [None] * 5


@given(BLOCKS)
@settings(deadline=None)
def test_the_value_is_the_numerator_over_the_denominator(made: Block) -> None:
    times = {"ratio": 100, "rate": made.per, "true_ratio": made.per}.get(made.kind, 1)
    for place, row in enumerate(table([made]).to_pylist()):
        if row["value"] is None:
            continue
        group, period = divmod(place, len(ENDS))
        if made.kind == "count":
            assert (row["value"], row["denominator"]) == (row["numerator"], None)
        else:
            assert row["value"] == pytest.approx(times * row["numerator"] / row["denominator"])
        if made.kind == "ratio":
            assert row["denominator"] == sum(c[group, period] for c in (made.met, made.not_met, made.unknown))
        if made.kind == "true_ratio":
            assert made.base is not None
            assert row["denominator"] == made.base[group, period] / made.scale
        assert (row["authority"], row["group"]) == (AUTHORITIES[group], ("F", "M", "F")[group])
        assert row["period_end"] == ENDS[period]


def reasons(made: Block) -> list[str | None]:
    return list(table([made])["reason"].to_pylist())


def test_only_the_authorities_that_gave_the_records_have_figures() -> None:
    rows = table([block().only_where(["B"])]).to_pylist()
    assert [row["reason"] for row in rows] == ["not collected"] * 4 + [None] * 2
    assert [row["numerator"] for row in rows] == [None] * 4 + [1.0] * 2
    assert reasons(block().only_where([])) == ["not collected"] * SIZE
    assert reasons(block().only_where(["A", "B", "C"])) == [None] * SIZE


def test_reasons_stand_in_one_order() -> None:
    """Nothing to divide by, then not reached by the data, then not collected, then not applicable."""
    empty = block(met=whole([0] * SIZE), not_met=whole([0] * SIZE), unknown=whole([0] * SIZE))
    late = replace(empty, known=np.array([True, False]))
    assert reasons(empty) == ["no cases"] * SIZE
    assert reasons(late) == ["no cases", "not yet known"] * 3
    assert reasons(late.only_where(["B"])) == ["not collected"] * 4 + ["no cases", "not yet known"]
    assert reasons(replace(late.only_where(["B"]), applicable=False)) == ["not applicable"] * SIZE


def test_a_count_of_nothing_is_nought_and_a_rate_without_people_is_not_collected() -> None:
    nothing = whole([0] * SIZE)
    assert table([block(kind="count", met=nothing)])["value"].to_pylist() == [0.0] * SIZE
    assert reasons(block(kind="rate", population=None)) == ["not collected"] * SIZE
    assert reasons(block(kind="average", met=nothing)) == ["no cases"] * SIZE
    assert reasons(block(kind="true_ratio", base=nothing)) == ["no cases"] * SIZE
    rows = table([block(kind="rate", met=nothing)]).to_pylist()
    assert {(row["value"], row["lower"]) for row in rows} == {(0.0, 0.0)}


def test_a_trace_names_one_figure() -> None:
    total = block(breakdown="", groups=("", "", ""), authorities=("A", "B", "C"))
    variant = replace(total, variant="uasc=exc")
    traces = table([block(), total, variant])["trace"].to_pylist()
    assert len(set(traces)) == 3 * SIZE - 0
    assert traces[0] == "0001/m/national:1/headline/month/2024-01-31/A/sex/F"
    assert traces[-1] == "0001/m/national:2/uasc=exc/month/2024-02-29/C"


def test_nothing_asked_is_an_empty_table() -> None:
    for empty in ([], [block(ends=(), groups=())]):
        assert table(empty).num_rows == 0
        assert table(empty).schema == SCHEMA
