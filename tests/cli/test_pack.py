"""`trigpoint pack`: from a store and from published figures, in the formats asked for, for whom it is written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from commands import Done, contents, random_store, run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date]:
    return random_store(tmp_path_factory.mktemp("packs"))


def filled(store: tuple[Path, date], out: Path, *more: object, name: str = "kent") -> Done:
    home, as_at = store
    return run("pack", name, "--store", home, "--period", f"{as_at:%Y-%m}", "--out", out, "--quiet", *more)


def text(path: Path) -> str:
    return re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def inside(store: tuple[Path, date], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scorecard as it is read inside the service."""
    out = tmp_path_factory.mktemp("inside")
    done = filled(store, out, "--format", "html,csv,xlsx,pdf")
    assert done.code == 0, done.err
    return out


def test_a_pack_is_filled_from_a_store_in_the_formats_asked_for(inside: Path) -> None:
    names = {path.name for path in inside.iterdir()}
    assert {"index.html", "kent.html", "kent.csv", "kent.meta.csv", "kent.xlsx", "kent.pdf"} <= names
    assert not [name for name in names if name.startswith(".")]


def test_the_same_inputs_give_the_same_bytes(store: tuple[Path, date], inside: Path, tmp_path: Path) -> None:
    filled(store, tmp_path, "--format", "html,csv,xlsx,pdf")
    assert contents(tmp_path) == contents(inside)


def test_small_numbers_are_hidden_from_the_public_and_from_nobody_inside(
    store: tuple[Path, date], inside: Path, tmp_path: Path
) -> None:
    assert filled(store, tmp_path, "--audience", "public").code == 0
    small = re.compile(r'<span class="sub">(?:[1-5] of \d+|\d+ of [1-9])\b')
    ours, theirs = ((folder / "index.html").read_text(encoding="utf-8") for folder in (inside, tmp_path))
    assert small.search(ours), "the store has small numbers: without them this test shows nothing"
    assert "[c]" not in ours
    assert not small.findall(theirs)
    assert "[c]" in theirs
    assert "Official: public" in theirs


def test_an_unknown_audience_or_format_is_told_and_nothing_is_written(store: tuple[Path, date], tmp_path: Path) -> None:
    for option, value in (("--audience", "neighbours"), ("--format", "html,wordperfect")):
        done = filled(store, tmp_path, option, value)
        assert done.code in (2, 3)
        assert value.split(",")[-1] in done.err
        assert not contents(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kent", "a financial year that does not end in the next year"),
        ("birmingham", "466 of 680 is 69, printed 67"),
        ("cheshire-east", "0 + 0 + 88 + 22 = 110"),
        ("childrens-trust", "a target is printed beside No Target"),
        ("herefordshire", "a rate above nought beside a figure of nought"),
    ],
)
def test_published_reports_come_out_again_and_list_their_contradictions(name: str, said: str, tmp_path: Path) -> None:
    done = run("pack", name, "--published", "--out", tmp_path, "--quiet")
    assert done.code == 0, done.err
    page = text(tmp_path / "index.html")
    assert "What the checks of this report found" in page
    assert said in page
    assert "Rebuilt from published figures" in page


def test_a_pack_without_a_published_report_cannot_be_rebuilt(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'id = "own"\ntitle = "Ours"\nreport = "Ours"\ntarget_set = "birmingham"\n'
        '[[page]]\ncode = "1"\ntitle = "Referrals"\nmeasure = "rereferrals_12m_pct"\nperiod_type = "month"\n',
        encoding="utf-8",
    )
    done = run("pack", own, "--published", "--out", tmp_path / "out", "--quiet")
    assert done.code in (2, 3)
    assert "names no published report" in done.err
    assert not (tmp_path / "out").exists()
