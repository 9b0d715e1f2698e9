"""Whatever stands in a row or a target file, it is judged or refused in a sentence: never a trace."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.judgement.rate_rows import COLUMNS, RateError, rate_row
from trigpoint.judgement.standard import Style
from trigpoint.judgement.target_row import KEYS, TargetRow

NUMBERS = st.sampled_from(["", "0", "5", "10.5", "-3", "1,060", "1e5", "nan", "inf", "TBD", "n/a", "x", "9%", "5-9"])
SCALES = st.sampled_from(
    [
        "",
        "Red::45;Amber:45:60;Green:60:",
        "A:1:2",
        "A::",
        "A::;B::",
        "A:1:2:3",
        "G:80:60",
        "RI or better:95:90",
        ";",
        "a",
    ]
)
CELLS = {
    "style": st.sampled_from([*Style, "", "blue"]),
    "polarity": st.sampled_from(["higher", "lower", "none", "", "up"]),
    "decimals": st.sampled_from(["", "0", "1", "-1", "99", "²"]),
    "unit": st.sampled_from(["%", "", "days"]),
    "bands": SCALES,
    "value": st.one_of(NUMBERS, st.just("17;66;15;2"), st.text(max_size=8)),
    "history": st.lists(NUMBERS, max_size=4).map(";".join),
}
ROWS = st.fixed_dictionaries({name: CELLS.get(name, NUMBERS) for name in COLUMNS})
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 200), st.decimals(), st.text(max_size=6), st.dates(), SCALES,
    st.sampled_from(["high", "low", "none", "to be set", "month", *Style]),
    st.lists(st.one_of(st.integers(0, 100), st.just("month"), st.lists(st.integers())), max_size=3),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=2),
)  # fmt: skip
WORKING: dict[str, Any] = {
    "measure": "a_pct",
    "period_types": ["month"],
    "good": "high",
    "target": Decimal(90),
    "from": date(2026, 4, 1),
}


@settings(deadline=None)
@given(ROWS)
def test_a_row_of_rate(cells: dict[str, str]) -> None:
    with contextlib.suppress(RateError):
        assert rate_row(cells).state


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
def test_a_row_of_a_target_file(changes: dict[str, Any]) -> None:
    row = TargetRow("t.toml, target 1", {**WORKING, **changes}, {"set": "s"})
    assert bool(row.targets()) is not bool(row.faults)
    assert all(fault.endswith(".") for fault in row.faults)
