"""Which population a rate is taken per: the latest year known by the period's end, of it the latest publication."""

from __future__ import annotations

import math
from datetime import date

import pyarrow as pa
import pytest

from trigpoint.engine.population import Residents
from trigpoint.language.population import Population
from trigpoint.records import TABLES

Row = tuple[int, int, str, int, int, str]


def known(rows: list[Row], end: str, sex: str = "", authority: str = "A") -> float:
    """Children aged 0 to 17 as known on a day; a row is `age_from, age_to, sex, year, children, published_on`."""
    columns = ("age_from", "age_to", "sex", "year", "children", "published_on")
    filled = [
        {**dict(zip(columns, row, strict=True)), "published_on": date.fromisoformat(row[5]) if row[5] else None}
        | {"authority": "A", "area": "E1", "source": "invented"}
        for row in rows
    ]
    schema = TABLES["ext_population"].schema()
    table = pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in filled], schema=schema)
    found = Residents(table).population(Population(0, 17), [authority], [sex], [date.fromisoformat(end)])
    return float(found[0, 0])


YEARS: list[Row] = [(0, 17, "", 2022, 900, ""), (0, 17, "", 2023, 1000, "2024-07-15")]


@pytest.mark.parametrize(
    ("end", "children"),
    [("2022-06-29", None), ("2022-06-30", 900), ("2024-07-14", 900), ("2024-07-15", 1000), ("2030-01-31", 1000)],
)
def test_the_latest_year_known_on_the_day(end: str, children: int | None) -> None:
    found = known(YEARS, end)
    assert math.isnan(found) if children is None else found == children


def test_a_later_publication_of_the_year_stands_from_its_day() -> None:
    again: list[Row] = [*YEARS, (0, 17, "", 2023, 1010, "2025-01-10"), (0, 17, "", 2022, 905, "2025-03-01")]
    ends = ("2024-12-31", "2025-01-10", "2025-03-31")
    assert [known(again, end) for end in ends] == [1000, 1010, 1010]


def test_the_whole_age_range_stands_before_its_parts() -> None:
    parts: list[Row] = [(0, 4, "", 2022, 300, ""), (5, 17, "", 2022, 500, "")]
    assert known(parts, "2023-01-31") == 800
    assert known([*parts, (0, 17, "", 2022, 801, "")], "2023-01-31") == 801


def test_ages_beyond_the_range_do_not_count() -> None:
    rows: list[Row] = [(0, 17, "", 2022, 800, ""), (18, 25, "", 2022, 400, ""), (0, 25, "", 2023, 1200, "")]
    assert known(rows, "2024-01-31") == 800


def test_both_sexes_together_or_each_alone() -> None:
    sexes: list[Row] = [(0, 17, "F", 2022, 390, ""), (0, 17, "M", 2022, 410, "")]
    assert known(sexes, "2023-01-31") == 800
    assert known(sexes, "2023-01-31", "F") == 390
    assert known([*sexes, (0, 17, "", 2022, 805, "")], "2023-01-31") == 805
    assert math.isnan(known(YEARS, "2023-01-31", "F"))


def test_parts_of_both_kinds_are_not_added_twice() -> None:
    bands: list[Row] = [
        *((0, 4, sex, 2022, n, "") for sex, n in (("F", 100), ("M", 110))),
        *((5, 17, sex, 2022, n, "") for sex, n in (("F", 290), ("M", 300))),
    ]
    assert known(bands, "2023-01-31") == 800
    assert known(bands, "2023-01-31", "M") == 410
    whole: list[Row] = [(0, 17, sex, 2022, n, "") for sex, n in (("F", 390), ("M", 410))]
    assert known([*bands, *whole], "2023-01-31") == 800


def test_another_authoritys_people_are_not_ours() -> None:
    assert math.isnan(known(YEARS, "2024-12-31", authority="B"))
