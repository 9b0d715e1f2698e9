"""What the rows of a return cannot mean, each on the shortest history that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from returns_help import Return, Row, episodes, write_return

from trigpoint.sources import plan
from trigpoint.sources.ssda903.checks import findings
from trigpoint.sources.ssda903.collection import collection
from trigpoint.sources.ssda903.view import View

HEADER: list[Row] = [{"CHILD": "A", "DOB": "2010-05-20"}]


def found(folder: Path, modules: Return) -> dict[str, list[int]]:
    """Rows by check that finds them."""
    write_return(folder, modules)
    (delivery,) = plan([folder], "Kent").deliveries
    return {f"{f.check}: {f.module}": [row for row, _ in f.rows] for f in findings(View([collection(delivery.files)]))}


EPISODES: dict[str, tuple[list[str], dict[str, list[int]]]] = {
    "nothing wrong": (["A 2019-04-13 S 2019-05-13 X1", "A 2019-05-13 P - -"], {}),
    "overlap": (["A 2019-04-13 S 2019-06-13 X1", "A 2019-06-12 P - -"], {"overlap": [3]}),
    "gap": (["A 2019-04-13 S 2019-06-13 X1", "A 2019-06-14 P - -"], {"gap": [2]}),
    "X1 and nothing follows": (["A 2019-04-13 S 2019-06-13 X1"], {"X1 without next": [2]}),
    "open and another follows": (["A 2019-04-13 S - -", "A 2019-06-13 P - -"], {"open but not last": [2]}),
    "ends before it starts": (["A 2019-06-13 S 2019-04-13 E4A"], {"end before start": [2]}),
    "end without reason": (["A 2019-04-13 S 2019-06-13 -"], {"end and reason": [2]}),
    "reason without end": (["A 2019-04-13 S - E4A"], {"end and reason": [2]}),
    "does not start with S": (["A 2019-04-13 P - -"], {"not started with S": [2]}),
    "returns without S": (
        ["A 2019-04-13 S 2019-05-13 E4A", "A 2019-06-13 L - -"],
        {"not started with S": [3]},
    ),
    "in care before the year": (["A 2018-04-13 P 2019-05-13 E4A"], {"entry unknown": [2]}),
    "S after X1": (["A 2019-04-13 S 2019-05-13 X1", "A 2019-05-13 S - -"], {"S after X1": [3]}),
    "equal rows are one": (["A 2019-04-13 S 2019-05-13 E4A"] * 2, {}),
}


@pytest.mark.parametrize(("rows", "expected"), EPISODES.values(), ids=list(EPISODES))
def test_episodes(tmp_path: Path, rows: list[str], expected: dict[str, list[int]]) -> None:
    told = found(tmp_path, {"Episodes": episodes(*rows)})
    assert told == {f"{check}: Episodes": places for check, places in expected.items()}


def test_dates_after_the_year_and_before_birth(tmp_path: Path) -> None:
    rows = episodes("A 2009-04-13 S 2019-05-13 E4A", "A 2019-06-13 S 2020-02-01 E4A")
    missing = [{"CHILD": "A", "MISSING": "M", "MIS_START": "2020-01-13", "MIS_END": "2020-04-01"}]
    told = found(tmp_path, {"Header": HEADER, "Episodes": rows, "Missing": missing})
    assert told == {"before birth: Episodes": [2], "after the year: Missing": [2]}


def test_children_that_the_header_lacks_or_knows_otherwise(tmp_path: Path) -> None:
    leavers = [{"CHILD": "A", "DOB": "2010-05-21"}, {"CHILD": "B", "DOB": "2000-05-20"}, {"CHILD": "B", "ACTIV": "F1"}]
    told = found(tmp_path, {"Header": HEADER, "OC3": leavers, "Episodes": episodes("A 2019-04-13 S - -")})
    assert told == {"not in Header: OC3": [3], "other birth: OC3": [2]}


def test_reviews_outside_care(tmp_path: Path) -> None:
    rows = episodes("A 2019-04-13 S 2019-05-13 E4A", "B 2018-04-13 P 2019-05-13 E4A")
    days = [("A", "2019-04-12"), ("A", "2019-05-13"), ("A", "2019-05-14"), ("B", "2018-01-01"), ("C", "2019-05-01")]
    reviews = [{"CHILD": child, "REVIEW": day} for child, day in days]
    told = found(tmp_path, {"Episodes": rows, "Reviews": reviews})
    assert told["review outside care: Reviews"] == [2, 4, 6]
    parts = {part.table: part for part in plan([tmp_path], "Kent").parts()}
    issues = [issue for issue in parts["ssd_cla_reviews"].issues if "lies in no period" in issue.what]
    assert [(issue.row, issue.kind) for issue in issues] == [(2, "warning"), (4, "warning"), (6, "warning")]
