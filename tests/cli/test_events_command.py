"""`trigpoint events`: what is checked, what is kept, and what is listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from commands import contents, run

from trigpoint.packs.event import Event
from trigpoint.tasks.events import events

TOML = """\
[[event]]
date = 2026-05-11
what = "New referral form goes live"
kind = "go-live"
measures = ["rereferrals_12m_pct", "icpc_15wd_pct"]
team = "Front door"
source = "Change log 14"
[[event]]
date = 2026-03-02
what = "Inspection"
kind = "inspection"
"""
CSV = """\
Date,What,Kind,Measures,Team,Source
11/05/2026,New referral form goes live,go-live,rereferrals_12m_pct;icpc_15wd_pct,Front door,Change log 14
2026-03-02,Inspection,inspection,all,,

"""
BOTH = (
    Event(on=date(2026, 3, 2), what="Inspection", kind="inspection"),
    Event(
        on=date(2026, 5, 11),
        what="New referral form goes live",
        kind="go-live",
        measures=("rereferrals_12m_pct", "icpc_15wd_pct"),
        team="Front door",
        source="Change log 14",
    ),
)


def written(folder: Path, text: str, name: str = "events.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text"), [("events.toml", TOML), ("events.csv", CSV)])
def test_both_forms_of_a_register_are_the_same_events_and_the_newest_counts(
    tmp_path: Path, name: str, text: str
) -> None:
    file, store = written(tmp_path, text, name), tmp_path / "store"
    assert run("events", "check", file).out == f"{name}: 2 events can be loaded.\n"
    assert not store.exists()
    older = TOML.partition("[[event]]\ndate = 2026-03-02")[0]
    assert run("events", "load", written(tmp_path, older, "older.toml"), "--store", store).code == 0
    assert run("events", "load", file, "--store", store).code == 0
    assert events(store) == BOTH
    said = run("events", "--store", store).out.splitlines()
    assert said == [
        "2026-03-02  Inspection (inspection)  all measures",
        "2026-05-11  New referral form goes live (go-live, Front door only)  rereferrals_12m_pct, icpc_15wd_pct"
        "  Source: Change log 14",
    ]


def test_an_event_of_another_authority_is_not_told_of_this_one(tmp_path: Path) -> None:
    file = written(tmp_path, TOML.replace('kind = "inspection"', 'kind = "inspection"\nauthority = "B"'))
    run("events", "load", file, "--store", tmp_path / "store")
    assert [event.authority for event in events(tmp_path / "store")] == ["B", ""]
    assert [event.authority for event in events(tmp_path / "store", "A")] == [""]


def test_a_store_without_events_says_so(tmp_path: Path) -> None:
    assert "No events are loaded" in run("events", "--store", tmp_path / "store").out
    assert run("events").code == 2


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("2026-05-11", '"11/05/2026"', "event 1: `date` is '11/05/2026'; write it as 2026-05-11, without quotes."),
        ("2026-05-11", "1926-05-11", "event 1: `date` is 1926-05-11; give a day from 1990 to 2100"),
        ("icpc_15wd_pct", "icpc_15wd", "event 1: `measures` names no measure: 'icpc_15wd'; did you mean icpc_15wd_pct"),
        ('["rereferrals_12m_pct", "icpc_15wd_pct"]', '"some"', "`measures` is not a list of ids"),
        ('"inspection"', '"inspections"', "event 2: `kind` is 'inspections'; did you mean 'inspection'."),
        ('"inspection"', '"party"', "`kind` is 'party'; give one of inspection, go-live"),
        ("source", "sauce", "event 1: `sauce` is not a key of an event; did you mean source."),
        ('what = "Inspection"\n', "", "event 2: `what` is missing"),
        ("[[event]]\ndate = 2026-03-02", "[[happening]]\ndate = 2026-03-02", "`happening` is not a key of a register"),
        ("[[event]]", "[[event", "is not a TOML file"),
    ],
)
def test_a_faulty_register_says_3_and_changes_nothing(tmp_path: Path, old: str, new: str, says: str) -> None:
    store = tmp_path / "store"
    run("events", "load", written(tmp_path, TOML), "--store", store)
    before = contents(store)
    done = run("events", "load", written(tmp_path, TOML.replace(old, new, 1), "bad.toml"), "--store", store)
    assert (done.code, done.out) == (3, "")
    assert says in done.err
    assert contents(store) == before


def test_every_fault_of_a_file_is_told_at_once_and_lines_are_those_a_person_sees(tmp_path: Path) -> None:
    wrong = CSV.replace("go-live", "golive").replace("2026-03-02", "spring")
    done = run("events", "check", written(tmp_path, wrong, "e.csv"))
    assert done.err.splitlines() == [
        "e.csv, line 2: `kind` is 'golive'; did you mean 'go-live'.",
        "e.csv, line 3: `date` is 'spring'; write it as 2026-10-05.",
    ]
    twice = CSV.strip() + "\n2026-03-02,Inspection,inspection\n"
    assert "'Inspection' on 2026-03-02 stands twice" in run("events", "check", written(tmp_path, twice, "e.csv")).err
    headless = run("events", "check", written(tmp_path, "day,what\n", "e.csv")).err
    assert "line 1: there is no column date, kind" in headless
    assert "cannot be opened" in run("events", "check", tmp_path / "none.csv").err
