"""The collection year: the one that codes, modules and dates contradict least."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from returns_help import Return, episodes, write_return

from trigpoint.sources import Part, plan
from trigpoint.sources.ssda903.modules import YEARS, collection_year, label


def recognised(folder: Path, modules: Return) -> int | None:
    write_return(folder, modules)
    (year,) = {file.year for file in plan([folder]).files}
    return year


@pytest.mark.parametrize("year", YEARS)
def test_each_collection_year_by_its_dates(tmp_path: Path, year: int) -> None:
    rows = episodes(f"A {year - 3}-05-13 P {year}-03-31 E4A", f"B {year - 1}-04-13 S - -")
    assert recognised(tmp_path, {"Episodes": rows}) == year


CODES: dict[str, tuple[Return, range]] = {
    "sex as a number": ({"Header": [{"CHILD": "A", "SEX": "1"}]}, range(2018, 2025)),
    "sex as a letter": ({"Header": [{"CHILD": "A", "SEX": "F"}]}, range(2025, 2028)),
    "old special guardianship": ({"Episodes": episodes("A - S - E43")}, range(2018, 2019)),
    "new special guardianship": ({"Episodes": episodes("A - S - E45")}, range(2019, 2028)),
    "old activity": ({"OC3": [{"CHILD": "A", "ACTIV": "F3"}]}, range(2018, 2022)),
    "new activity": ({"OC3": [{"CHILD": "A", "ACTIV": "P4"}]}, range(2022, 2028)),
    "supported accommodation": ({"Episodes": episodes("A - S - - C2 K3")}, range(2025, 2028)),
    "other placements split": ({"Episodes": episodes("A - S - - C2 Z12")}, range(2026, 2028)),
    "social workers": ({"SWEpisodes": [{"CHILD": "A", "SW_ID": "1"}]}, range(2024, 2028)),
    "deprivation of liberty": ({"DoLo": [{"CHILD": "A", "DOB": "2010-05-13"}]}, range(2027, 2028)),
}


@pytest.mark.parametrize(("modules", "years"), CODES.values(), ids=list(CODES))
def test_without_dates_codes_and_modules_tell_the_latest_year_that_takes_them(
    tmp_path: Path, modules: Return, years: range
) -> None:
    assert recognised(tmp_path, modules) == years[-1]


@pytest.mark.parametrize(("modules", "years"), CODES.values(), ids=list(CODES))
def test_codes_move_the_year_when_dates_allow_it(tmp_path: Path, modules: Return, years: range) -> None:
    """Missing episodes that ended long before say only that the year is not earlier."""
    early = [{"CHILD": "A", "MISSING": "M", "MIS_START": "2017-05-13", "MIS_END": "2017-05-14"}]
    assert recognised(tmp_path, {**modules, "Missing": early}) == years[0]


def test_dates_outweigh_codes_that_do_not_fit(tmp_path: Path) -> None:
    rows = episodes("A 2019-04-13 S 2019-06-01 E43", "B 2019-04-13 S 2019-06-01 E45", "C 2018-01-01 P 2020-03-31 E45")
    write_return(tmp_path, {"Episodes": rows, "DoLo": [{"CHILD": "A", "DOLO_START": "2019-05-13"}]})
    planned = plan([tmp_path])
    assert planned.files[0].year == 2020
    parts: list[Part] = list(planned.parts())
    told = [issue.what for part in parts for issue in part.issues]
    assert "'E43' is not in the code set REASON_EPISODE_CEASED of 2019/20 (1 rows); it is kept as it stands" in told
    assert "DoLo is collected from 2026/27, and this return is of 2019/20" in told


def test_a_date_after_the_year_weighs_more_than_episodes_that_ended_before_it(tmp_path: Path) -> None:
    old = [f"{child} 2018-05-13 S 2018-06-01 E4A" for child in "ABC"]
    assert recognised(tmp_path, {"Episodes": episodes(*old, "D 2019-05-13 S - -")}) == 2020


def test_a_year_ends_with_march() -> None:
    assert [collection_year(date(2024, 3, 31)), collection_year(date(2024, 4, 1))] == [2024, 2025]
    assert label(2025) == "2024/25"
