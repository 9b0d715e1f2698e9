"""A schedule: when each job is due, what is made once, what is told when a job fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.csv as pc
import pytest

from trigpoint.packs.place import PackError
from trigpoint.store import StoreError
from trigpoint.tasks.load import load
from trigpoint.tasks.run_schedule import Made, run_schedule
from trigpoint.tasks.schedule import Job, Schedule, read_schedule

KENT = Path(__file__).parents[2] / "docs" / "schedules" / "kent-daily.toml"
HEAD = 'store = "store"\nout = "reports"\n'
CASES = 'cases = { measure = "referrals_received", period_type = "month" }\n'
MONDAY = date(2026, 11, 16)


def job(every: str, on: int = 0) -> Job:
    return Job(name="j", every=every, on=on, kind="changes", formats=("csv",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("every", "on", "today", "turn"),
    [
        ("daily", 0, MONDAY, "2026-11-16"),
        ("weekly", 1, MONDAY, "2026-W47"),
        ("weekly", 3, MONDAY, ""),
        ("weekly", 3, date(2026, 11, 22), "2026-W47"),
        ("weekly", 1, date(2027, 1, 1), "2026-W53"),
        ("monthly", 5, date(2026, 11, 4), ""),
        ("monthly", 5, date(2026, 11, 30), "2026-11"),
        ("monthly", 31, date(2027, 2, 28), "2027-02"),
    ],
)
def test_a_turn_is_due_from_its_day_on(every: str, on: int, today: date, turn: str) -> None:
    assert job(every, on).turn(today) == turn


def written(home: Path, text: str) -> Schedule:
    path = home / "schedule.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return read_schedule(path)


def store(home: Path) -> None:
    files = home / "files"
    files.mkdir()
    (files / "ssd_cin_episodes.csv").write_text(
        "cine_referral_id,cine_person_id,cine_referral_date\nR1,C1,2026-11-03\nR2,C2,2026-11-04\n"
    )
    load([files], home / "store", MONDAY, authority="Anyshire")


def run(schedule: Schedule, today: date = MONDAY, **how: bool) -> list[Made]:
    return run_schedule(schedule, today, (StoreError,), **how)  # type: ignore[arg-type]


def test_what_is_due_is_made_once_a_turn(tmp_path: Path) -> None:
    store(tmp_path)
    schedule = written(tmp_path, f'[[job]]\nname = "referrals"\nevery = "weekly"\non = "monday"\n{CASES}')
    (made,) = run(schedule)
    assert (made.outcome, made.folder) == ("made", tmp_path / "reports" / "referrals" / "2026-W47")
    assert pc.read_csv(tmp_path / "reports" / "referrals" / "2026-W47" / "referrals.csv").num_rows == 2
    assert [one.outcome for one in run(schedule)] == ["there"]
    assert [one.outcome for one in run(schedule, date(2026, 11, 23))] == ["made"]
    assert [one.outcome for one in run(schedule, again=True)] == ["made"]


def test_a_job_that_fails_is_told_and_leaves_nothing_and_the_others_are_made(tmp_path: Path) -> None:
    store(tmp_path)
    jobs = (
        f'[[job]]\nname = "changed"\nevery = "daily"\nchanges = {{}}\n[[job]]\nname = "list"\nevery = "daily"\n{CASES}'
    )
    failed, made = run(written(tmp_path, jobs))
    assert (failed.outcome, made.outcome) == ("failed", "made")
    assert "holds no snapshot before" in failed.reason
    assert list((tmp_path / "reports" / "changed").iterdir()) == []


def test_the_schedule_of_the_manual_is_good() -> None:
    schedule = read_schedule(KENT)
    assert {one.every for one in schedule.jobs} == {"daily", "weekly", "monthly"}
    assert schedule.store == KENT.resolve().parent / "store"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'[[job]]\nname = "a"\nevery = "hourly"\n{CASES}', "`every` is 'hourly'; give one of daily, monthly, weekly"),
        ('[[job]]\nname = "a"\nevery = "daily"\n', "`name` says 0 things to make"),
        (f'[[job]]\nname = "../a"\nevery = "daily"\n{CASES}', "it becomes a folder"),
        (
            '[[job]]\nname = "a"\nevery = "daily"\ncases = { measure = "referals_received" }\n',
            "did you mean referrals_",
        ),
        ('[[job]]\nname = "a"\nevery = "daily"\npack = { name = "kent", formats = ["doc"] }\n', "give some of"),
        (f'[[job]]\nname = "a"\nevery = "daily"\n{CASES}' * 2, "has the name 'a' twice"),
        (f'[[job]]\nname = "a"\nevery = "monthly"\non = 32\n{CASES}', "from 1 to 31"),
        ('[[job]]\nname = "a"\nevery = "daily"\nquality = { rules = ["0815"] }\n', "There is no rule '0815'"),
    ],
)
def test_a_fault_of_a_schedule_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises((PackError, ValueError), match=said):
        written(tmp_path, text)
