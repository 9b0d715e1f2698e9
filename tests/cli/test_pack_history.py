"""A pack filled from a store with releases: published figures as published, revised ones marked with today's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import run
from test_publish import REFERRALS, loaded, published

PACK = """\
id = "ours"
title = "Our measures"
report = "Our report"
target_set = "ours"
periods = 5
HISTORY
[[page]]
code = "A1"
title = "Referrals"
measure = "referrals_received"
period_type = "month"
words = { one = "referral", many = "referrals", value = "Referrals" }
"""
TARGETS = """\
set = "ours"
title = "Ours"
[[target]]
measure = "referrals_received"
period_types = ["month"]
target = "to be set"
due = 2024-03-31
from = 2020-04-01
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """February to April were published with the first snapshot, and the records loaded again a month later."""
    home = tmp_path_factory.mktemp("history")
    loaded(home, REFERRALS, "2024-05-01")
    assert published(home, "--periods", 3).code == 0
    loaded(home, {**REFERRALS, "d": "2024-01-04", "f": "2024-04-11", "g": "2024-05-02"}, "2024-05-31")
    (home / "targets.toml").write_text(TARGETS, encoding="utf-8")
    run("targets", "load", home / "targets.toml", "--store", home / "store")
    return home


def page(home: Path, history: str = "", period: str = "2024-05", *more: object) -> str:
    """The page of the pack as text without tags, a line a table row."""
    pack, out = home / "ours.toml", home / f"out{len(list(home.iterdir()))}"
    pack.write_text(PACK.replace("HISTORY", history), encoding="utf-8")
    done = run("pack", pack, "--store", home / "store", "--period", period, "--out", out, "--quiet", *more)
    assert done.code == 0, done
    return (out / "a1.html").read_text(encoding="utf-8")


def rows(html: str) -> list[str]:
    """The rows of the data table, oldest first."""
    table = html.partition("Data table for the chart")[2].partition("</table>")[0]
    told = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in table.split("<tr")[2:]]
    return [row.partition(">")[2].partition("Target to be set")[0].strip() for row in told]


def test_a_published_period_stands_as_published_with_todays_value_beside_it(begun: Path) -> None:
    html = page(begun)
    assert rows(html) == [
        "January 2024 1",
        "February 2024 1",
        "March 2024 r: 1 today (correction: 1 gone) 2 r",
        "April 2024 r: 3 today (late recording: 1 new) 2 r",
        "May 2024 1",
    ]
    assert "r: revised. The figure that was published" in html
    assert "p: provisional" not in html
    assert "national, history as published" in html
    assert "Hollow: revised since it was published." in html
    assert html.count('fill="#fff" stroke="#12436d"') == 4  # two points in each of the two drawings


def test_a_restated_history_is_todays_with_the_published_value_beside_it(begun: Path) -> None:
    html = page(begun, 'history = "restated"')
    assert rows(html) == [
        "January 2024 1",
        "February 2024 1",
        "March 2024 r: published as 2 (correction: 1 gone) 1 r",
        "April 2024 r: published as 2 (late recording: 1 new) 3 r",
        "May 2024 1",
    ]
    assert "history restated by the definitions of its last period" in html


def test_small_numbers_do_not_come_back_in_the_marks(begun: Path) -> None:
    html = page(begun, "", "2024-05", "--audience", "public")
    assert "1 new" not in html
    assert "3 today" not in html
    assert "another figure today (late recording)" in html


def test_a_store_without_releases_says_that_history_is_todays(tmp_path: Path) -> None:
    loaded(tmp_path, REFERRALS, "2024-05-01")
    (tmp_path / "targets.toml").write_text(TARGETS, encoding="utf-8")
    run("targets", "load", tmp_path / "targets.toml", "--store", tmp_path / "store")
    html = page(tmp_path, "", "2024-04")
    assert "history as calculated today, no earlier release" in html
    assert rows(html)[-1] == "April 2024 2"


def test_another_history_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(PACK.replace("HISTORY", 'history = "rewritten"'), encoding="utf-8")
    done = run("pack", tmp_path / "ours.toml", "--check")
    assert done.code == 3
    assert "`history` is 'rewritten'; give one of as_published, restated." in done.err
