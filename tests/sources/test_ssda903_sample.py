"""A return in the real layout with messy content: nothing lost, and as many faults as a slow count finds."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from sources_help import shared

from trigpoint.sources import plan
from trigpoint.sources.ssda903.checks import findings
from trigpoint.sources.ssda903.collection import collection
from trigpoint.sources.ssda903.view import View


@pytest.fixture
def sample() -> Path:
    return shared("ssda903")


def day(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007 - a date has no zone


def slow_counts(folder: Path) -> Counter[str]:
    """Neighbouring episodes of each child compared one by one, in the order of their dates."""
    children = defaultdict(list)
    with (folder / "episodes.csv").open(encoding="utf-8-sig") as opened:
        for place, row in enumerate(csv.DictReader(opened)):
            start, end = day(row["DECOM"]), day(row["DEC"])
            assert start
            children[row["CHILD"]].append((start, end or date.max, place, row["REC"]))
    counts: Counter[str] = Counter()
    for episodes in children.values():
        episodes.sort()
        for (_, end, _, reason), (start, *_) in pairwise(episodes):
            counts["open but not last"] += end == date.max
            counts["overlap"] += start < end < date.max
            counts["gap"] += reason == "X1" and end < start
        counts["X1 without next"] += episodes[-1][3] == "X1" and episodes[-1][1] < date.max
    return +counts


def test_every_row_is_read(sample: Path) -> None:
    parts = {part.table: part for part in plan([sample], "Sample").parts()}
    assert parts["ssd_cla_episodes"].data.num_rows == 5050
    assert parts["ssd_person"].data.num_rows == 2676
    reviews = parts["ssd_cla_reviews"]
    assert (reviews.rows_in, reviews.repeated, reviews.data.num_rows) == (12582, 2, 12580)
    assert not [str(issue) for part in parts.values() for issue in part.issues if issue.kind == "error"]


def test_the_year_is_that_of_its_dates(sample: Path) -> None:
    assert {file.year for file in plan([sample]).files} == {2018}


def test_faults_are_as_many_as_a_slow_count_finds(sample: Path) -> None:
    (delivery,) = plan([sample], "Sample").deliveries
    found = {f.check: len(f.rows) for f in findings(View([collection(delivery.files)])) if f.module == "Episodes"}
    counted = slow_counts(sample)
    assert counted["overlap"]
    assert counted["open but not last"]
    assert {check: found.get(check, 0) for check in counted} == counted
