"""What changed between two loads, record by record, and the figures that it moved."""

from __future__ import annotations

import csv
from pathlib import Path

from commands import run

HEADINGS = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_close_date\n"
BEFORE = "R1,C1,2026-03-02,N,\nR2,C2,2026-03-03,N,\nR3,C3,2026-03-04,N,\n"
AFTER = "R1,C1,2026-03-02,N,\nR2,C2,2026-04-03,N,2026-05-01\nR4,C1,2026-03-09,Y,\n"


def load(home: Path, rows: str, as_at: str) -> None:
    files = home / as_at
    files.mkdir()
    (files / "ssd_cin_episodes.csv").write_text(HEADINGS + rows)
    run("load", files, "--store", home / "store", "--as-at", as_at, "--authority", "Anyshire", "--quiet")


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_records_that_appeared_vanished_and_changed_are_listed(tmp_path: Path) -> None:
    load(tmp_path, BEFORE, "2026-04-30")
    load(tmp_path, AFTER, "2026-05-31")
    done = run("changes", "--store", tmp_path / "store", "--out", tmp_path / "changed.csv", "--quiet")
    assert done.code == 0, done.err
    found = [(r["record"], r["child"], r["change"], r["columns"]) for r in rows(tmp_path / "changed.csv")]
    assert found == [
        ("R2", "C2", "changed", "cine_referral_date, cine_close_date"),
        ("R3", "C3", "vanished", ""),
        ("R4", "C1", "appeared", ""),
    ]
    assert "ssd_cin_episodes: 1 appeared, 1 vanished, 1 changed" in done.out


def test_the_figures_that_moved_are_held_against_each_other(tmp_path: Path) -> None:
    load(tmp_path, BEFORE, "2026-03-31")
    load(tmp_path, AFTER, "2026-05-31")
    run(
        *("changes", "--store", tmp_path / "store", "--out", tmp_path / "changed.csv", "--quiet"),
        *("--figures", tmp_path / "moved.csv", "--measure", "referrals_received"),
    )
    moved = {row["period_type"]: row for row in rows(tmp_path / "moved.csv")}
    assert (moved["month"]["numerator_before"], moved["month"]["numerator_after"]) == ("3", "2")
    assert moved["month"]["period_end"] == "2026-03-31"


def test_the_same_records_loaded_again_differ_in_nothing(tmp_path: Path) -> None:
    load(tmp_path, BEFORE, "2026-04-30")
    load(tmp_path, BEFORE, "2026-05-31")
    run("changes", "--store", tmp_path / "store", "--out", tmp_path / "changed.csv", "--quiet")
    assert rows(tmp_path / "changed.csv") == []


def test_without_an_earlier_load_there_is_nothing_to_compare(tmp_path: Path) -> None:
    load(tmp_path, BEFORE, "2026-04-30")
    done = run("changes", "--store", tmp_path / "store", "--out", tmp_path / "changed.csv", "--quiet")
    assert done.code == 3
    assert "holds no snapshot before 0001" in done.err
