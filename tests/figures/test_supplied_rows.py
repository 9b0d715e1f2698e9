"""Which supplied row gives a figure: the newest of its period; judgements that hold; categories as one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from trigpoint.figures.supplied import Request, SuppliedAsked, filled, supplied
from trigpoint.figures.table import SCHEMA
from trigpoint.language.period import PeriodType, month_of
from trigpoint.language.reading import Reading

KINDS = (PeriodType.SNAPSHOT, PeriodType.FINANCIAL_YEAR)
RATIO = Reading(form="ratio", unit="%", decimals=1, times=100, periods=KINDS)
GRADES = Reading(form="distribution", unit="judgement", decimals=0, times=100, periods=KINDS, holds=True)
MARCH = month_of(date(2025, 3, 1))
_TEXTS = ("measure", "variant", "area", "period_type", "breakdown", "group", "reason")
_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string()) for name in _TEXTS),
    *(pa.field(name, pa.date32()) for name in ("period_start", "period_end")),
    *(pa.field(name, pa.float64()) for name in ("numerator", "denominator", "value")),
]
ENTRY = pa.schema(_FIELDS)


def entry(*rows: dict[str, Any]) -> pa.Table:
    """An entry of rows of the measure `m` at a day, in A."""
    base = {
        "measure": "m", "variant": "", "area": "A", "period_type": "snapshot", "period_end": date(2025, 3, 31),
        "breakdown": "", "group": "", "numerator": 1, "denominator": 4, "value": 25, "reason": "",
    }  # fmt: skip
    return pa.Table.from_pylist([base | row for row in rows], schema=ENTRY)


def answered(
    *entries: pa.Table, now: Reading = RATIO, months: tuple[int, ...] = (MARCH,), **request: Any
) -> list[dict[str, Any]]:
    asked = SuppliedAsked("m", "", now, [PeriodType.SNAPSHOT])
    named = [(f"e{place}", table) for place, table in enumerate(entries)]
    return supplied(named, [asked], Request(months, ["A"], **request)).to_pylist()


def test_the_newest_entry_gives_the_figure_and_the_others_keep_theirs() -> None:
    (row,) = answered(entry({}), entry({"numerator": 2, "value": 50}), entry({"area": "B"}))
    assert (row["value"], row["definition"]) == (50, "supplied:e1")
    assert row["trace"] == "supplied/m/supplied:e1/headline/snapshot/2025-03-31/A"
    assert row["lower"] < 50 < row["upper"]


def test_a_figure_is_withdrawn_or_suppressed_by_its_word() -> None:
    for reason in ("not collected", "suppressed"):
        later = {"reason": reason, "numerator": None, "denominator": None, "value": None}
        (row,) = answered(entry({}), entry(later))
        assert (row["value"], row["reason"], row["definition"]) == (None, reason, "supplied:e1")


def test_what_nobody_supplied_is_not_collected_or_left_out() -> None:
    (row,) = answered(entry({"period_end": date(2025, 2, 28)}))
    assert (row["reason"], row["value"], row["definition"]) == ("not collected", None, "supplied:none")
    assert answered(silent=False) == []


def test_a_snapshot_of_any_day_stands_in_its_month_alone() -> None:
    days = entry({"period_end": date(2025, 3, 3)}, {"period_end": date(2025, 3, 17), "numerator": 3})
    rows = answered(days, months=(MARCH, MARCH + 1))
    assert [(row["period_end"], row["numerator"]) for row in rows] == [
        (date(2025, 3, 17), 3),
        (date(2025, 4, 30), None),
    ]


def test_a_judgement_holds_until_the_next_and_is_corrected_as_a_whole() -> None:
    def judged(day: date, group: str) -> dict[str, Any]:
        return {"breakdown": "category", "group": group, "period_end": day, "numerator": 1, "denominator": 1}

    first, next_one = date(2025, 1, 17), date(2025, 4, 2)
    entries = [entry(judged(first, "Inadequate"), judged(next_one, "Good")), entry(judged(first, "Outstanding"))]
    rows = answered(*entries, now=GRADES, months=tuple(range(MARCH - 3, MARCH + 3)))
    assert [(row["period_end"], row["group"]) for row in rows] == [
        (date(2024, 12, 31), ""),
        (date(2025, 1, 31), "Outstanding"),
        (date(2025, 2, 28), "Outstanding"),
        (date(2025, 3, 31), "Outstanding"),
        (date(2025, 4, 30), "Good"),
        (date(2025, 5, 31), "Good"),
    ]
    assert {row["breakdown"] for row in rows} == {"category"}


def test_groups_stand_in_every_period_of_their_breakdown() -> None:
    sexes = entry(
        {"breakdown": "sex", "group": "F"}, {"breakdown": "sex", "group": "M", "period_end": date(2025, 2, 28)}
    )
    rows = answered(sexes, months=(MARCH - 1, MARCH), breakdowns=[("sex",)])
    assert {(row["group"], row["period_end"].month): row["reason"] for row in rows} == {
        ("F", 2): "not collected",
        ("M", 2): None,
        ("F", 3): None,
        ("M", 3): "not collected",
    }


@pytest.mark.parametrize(("value", "stays"), [(None, False), (12.0, True)])
def test_a_calculated_value_is_never_replaced(value: float | None, stays: bool) -> None:
    given = supplied(
        [("e", entry({}))], [SuppliedAsked("m", "", RATIO, [PeriodType.SNAPSHOT])], Request([MARCH], ["A"])
    )
    row = given.to_pylist()[0] | {"definition": "national:x", "value": value, "snapshot": "0001"}
    found = filled(pa.Table.from_pylist([row], schema=SCHEMA), given).to_pylist()
    assert [one["definition"] for one in found] == ["national:x" if stays else "supplied:e"]
    elsewhere = pa.Table.from_pylist([row | {"authority": "B"}], schema=SCHEMA)
    assert filled(elsewhere, given).num_rows == 2
    assert filled(elsewhere, given.slice(0, 0)) is elsewhere
