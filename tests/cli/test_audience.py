"""`trigpoint figures --audience`: the table for the public, the list for those inside, and refusals."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from commands import Done, run

TEAMS = {"North": 3, "South": 20, "East": 8}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with 31 referrals of April 2024: of 3, 20 and 8 children of three teams."""
    home = tmp_path_factory.mktemp("home")
    files = home / "records" / "A"
    files.mkdir(parents=True)
    children = [f"{team}{n}" for team, count in TEAMS.items() for n in range(count)]
    (files / "ssd_person.csv").write_text("\n".join(["pers_person_id", *children]) + "\n", encoding="utf-8")
    head = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_referral_team"
    rows = [f"R{child},{child},2024-04-02,N,{child.rstrip('0123456789')}" for child in children]
    (files / "ssd_cin_episodes.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    done = run("load", files, "--store", home / "store", "--as-at", "2024-06-30", "--quiet")
    assert done.code == 0, done
    return home


def figures(home: Path, name: str, *more: object) -> Done:
    asked = ("--measure", "referrals_received", "--period-type", "month", "--variant", "headline", "--to", "2024-04")
    return run("figures", "--store", home / "store", *asked, "--by", "team", "--out", home / name, "--quiet", *more)


def counts(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["group"]: row["numerator"] for row in csv.DictReader(lines)}


def test_the_public_table_withholds_and_the_list_says_what_and_why(home: Path) -> None:
    done = figures(home, "public.csv", "--audience", "public", "--suppressed", home / "withheld.csv")
    assert done.code == 0, done
    assert counts(home / "public.csv") == {"": "31", "North": "", "South": "20", "East": ""}
    with (home / "withheld.csv").open(encoding="utf-8", newline="") as lines:
        withheld = list(csv.DictReader(lines))
    assert {row["group"]: row["why"] for row in withheld} == {"North": "small number", "East": "secondary"}
    assert all("INTERNAL USE ONLY" in row["use"] for row in withheld)


def test_a_panel_sees_a_flag(home: Path) -> None:
    assert figures(home, "panel.csv", "--audience", "panel").code == 0
    with (home / "panel.csv").open(encoding="utf-8", newline="") as lines:
        assert {row["group"]: row["note"] for row in csv.DictReader(lines)}["North"] == "small number"


def test_what_is_published_already_is_held_against_the_new_table(home: Path) -> None:
    assert figures(home, "all.csv").code == 0
    rows = (home / "all.csv").read_text(encoding="utf-8").splitlines()
    (home / "before.csv").write_text("\n".join(row for row in rows if "North" not in row) + "\n", encoding="utf-8")
    done = figures(home, "again.csv", "--audience", "public", "--earlier", home / "before.csv")
    assert (done.code, (home / "again.csv").exists()) == (3, False)
    assert "team North" in done.err


def test_options_that_need_an_audience_say_so(home: Path) -> None:
    done = figures(home, "none.csv", "--suppressed", home / "list.csv")
    assert done.code == 2
    assert "--audience" in done.err
