"""Which way round a file writes its dates: settled by the whole file, else by the return, else refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from returns_help import episodes, write_return

from trigpoint.sources import Refused, plan
from trigpoint.sources.ssda903 import dates


def reviews(folder: Path, *days: str, others: bool = False) -> list[date | None]:
    """Days of the reviews of a return with these written in its Reviews, alone or beside day-first Episodes."""
    folder.mkdir(exist_ok=True)
    rows = [{"CHILD": "A", "DOB": "", "REVIEW": day, "REVIEW_CODE": "PN1"} for day in days]
    modules = {"Reviews": rows}
    if others:
        modules["Episodes"] = episodes("A 20/04/2019 S - -")
    write_return(folder, modules, form="%Y-%m-%d")
    parts = {part.table: part for part in plan([folder], "Kent").parts()}
    found: list[date | None] = parts["ssd_cla_reviews"].data["clar_cla_review_date"].to_pylist()
    return found


CASES: dict[str, tuple[list[str], list[date | None]]] = {
    "day first, settled by one": (["05/04/2019", "13/04/2019"], [date(2019, 4, 5), date(2019, 4, 13)]),
    "month first, settled by one": (["05/04/2019", "04/13/2019"], [date(2019, 5, 4), date(2019, 4, 13)]),
    "ISO needs no order": (["2019-04-05", "2019-04-06 00:00:00"], [date(2019, 4, 5), date(2019, 4, 6)]),
    "two digits, this century and the last": (["13/04/19", "13/04/98"], [date(2019, 4, 13), date(1998, 4, 13)]),
    "points, dashes and one digit": (["13.4.2019", "1-4-2019"], [date(2019, 4, 13), date(2019, 4, 1)]),
    "both readings are one": (["05/05/2019"], [date(2019, 5, 5)]),
    "no date settles nothing": (["13/04/2019", "45/01/2019", "13/13/2019"], [date(2019, 4, 13), None, None]),
    "a time of midnight": (["13/04/2019 00:00"], [date(2019, 4, 13)]),
}


@pytest.mark.parametrize(("written", "read"), CASES.values(), ids=list(CASES))
def test_a_file_settles_the_order_of_its_dates(tmp_path: Path, written: list[str], read: list[date | None]) -> None:
    assert reviews(tmp_path, *written) == read


def test_an_ambiguous_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"file0.csv: day and month cannot be told apart.*write dates as 2024-12-31"):
        reviews(tmp_path, "05/04/2019", "06/04/2019")


def test_a_mixed_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"dates are mixed: '13/04/2019' has the day first, '04/14/2019' the month"):
        reviews(tmp_path, "13/04/2019", "04/14/2019")


def test_the_rest_of_the_return_settles_a_file_that_does_not(tmp_path: Path) -> None:
    assert reviews(tmp_path, "05/04/2019", others=True) == [date(2019, 4, 5)]
    told = [i for part in plan([tmp_path], "Kent").parts() for i in part.issues if "day first" in i.what]
    assert [(issue.file, issue.kind) for issue in told] == [("file0.csv", "warning")]


def test_every_day_is_read_as_it_is_written() -> None:
    for number in range(0, 60_000, 13):
        day = date.fromordinal(date(1950, 1, 1).toordinal() + number)
        assert dates.read(dates.written(day), "day") == day
