"""`trigpoint commentary`, and a pack filled from a store whose events and commentary it must tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from commands import contents, random_store, run

from trigpoint.packs.commentary import Action, Comment, TrendSet
from trigpoint.tasks.commentary import commentary

PACK = """\
id = "ours"
title = "Our measures"
report = "Our report"
layout = "scorecard"
frequency = "quarterly"
detail = 24
target_set = "ours"
[[page]]
code = "A1"
title = "Re-referrals"
group = "Front door"
measure = "rereferrals_12m_pct"
period_type = "month"
[[page]]
code = "A2"
title = "Conferences in time"
group = "Protection"
measure = "icpc_15wd_pct"
period_type = "month"
"""
TARGETS = """\
set = "ours"
title = "Ours"
[[target]]
measure = "rereferrals_12m_pct"
period_types = ["month"]
good = "low"
target = -2
tolerance = [-3, -1]
from = 2020-04-01
[[target]]
measure = "icpc_15wd_pct"
period_types = ["month"]
good = "high"
target = 300
tolerance = [250, 350]
from = 2020-04-01
"""
COMMENTARY = """\
pack = "ours.toml"
period = "2024-03"
[[comment]]
pages = ["A1", "A2"]
happened = "Both fell."
why = "Vacancies."
actions = [{ text = "Recruit.", owner = "Head of service", by = 2024-06-30 }]
back_on_target = "July 2024"
signed = "Director, 12 April 2024"
[[trend]]
page = "A1"
word = "Improving"
by = "Head of service"
reason = "April to June is incomplete."
on = 2024-04-12
"""
EVENTS = """\
[[event]]
date = 2024-02-05
what = "Inspection"
kind = "inspection"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a council's own pack, its targets, events and commentary."""
    for name, text in (("ours", PACK), ("targets", TARGETS), ("events", EVENTS), ("said", COMMENTARY)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_newest_commentary_of_a_pack_and_period_counts(folder: Path) -> None:
    file, store, march = folder / "said.toml", folder / "store", date(2024, 3, 31)
    assert "2 pages and 1 trends of ours, March 2024, can be loaded" in run("commentary", "check", file).out
    assert not store.exists()
    run("commentary", "load", file, "--store", store)
    other = COMMENTARY.replace("2024-03", "2024-02").replace("Both fell.", "February.")
    older = COMMENTARY.replace("Both fell.", "Draft.")
    for text in (older, COMMENTARY, other):
        file.write_text(text, encoding="utf-8")
        assert run("commentary", "load", file, "--store", store).code == 0
    found = commentary(store, "ours", march)
    action = Action("Recruit.", "Head of service", "30 June 2024")
    signed = "Director, 12 April 2024"
    assert found.comments == (
        Comment(
            pages=("A1", "A2"),
            happened="Both fell.",
            why="Vacancies.",
            actions=(action,),
            back_on_target="July 2024",
            signed=signed,
        ),
    )
    reason = "April to June is incomplete"
    assert found.trends == (
        TrendSet(page="A1", word="Improving", by="Head of service", reason=reason, on=date(2024, 4, 12)),
    )
    assert commentary(store, "theirs", march).comments == ()


def test_a_pack_tells_its_events_its_commentary_and_the_trend_that_a_person_set(folder: Path) -> None:
    store, as_at = random_store(folder)
    run("targets", "load", folder / "targets.toml", "--store", store)
    asked = ("pack", folder / "ours.toml", "--store", store, "--period", f"{as_at:%Y-%m}", "--quiet", "--out")
    assert run(*asked, folder / "before").code == 0
    before = (folder / "before" / "index.html").read_text(encoding="utf-8")
    assert "outside tolerance" in before.partition("Commentary required")[2]
    run("events", "load", folder / "events.toml", "--store", store)
    run("commentary", "load", folder / "said.toml", "--store", store)
    assert run(*asked, folder / "after").code == 0
    after = (folder / "after" / "index.html").read_text(encoding="utf-8")
    assert "No commentary is required." in after
    assert after.count("(set by Head of service, 12 April 2024: April to June is incomplete)") == 1
    page = (folder / "after" / "a1-24-months.html").read_text(encoding="utf-8")
    assert "Commentary required" not in page
    assert "Director, 12 April 2024. Also about A2" in page
    assert "5 February 2024: Inspection (inspection)" in page
    assert ">1</text>" in page
    assert "Also about A1" in (folder / "after" / "a2-24-months.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"A1", "A2"', '"A1", "A3"', "said.toml, comment 1: `pages` names no page of the pack: 'A3'; did you mean A"),
        ('"A1", "A2"', "", "comment 1: `pages` is missing; name the pages by their codes"),
        ('happened = "Both fell."', "", "comment 1: `happened` is missing"),
        ("why", "wy", "`wy` is not a key of this table; did you mean why"),
        (', owner = "Head of service"', "", "comment 1, actions 1 (unnamed): `owner` is missing"),
        ('"Improving"', '"improved"', "trend 1: `word` is no trend: 'improved'; did you mean Improving"),
        ("on = 2024-04-12", "", "trend 1: `on` is missing; say on which day it was set"),
        ('reason = "April to June is incomplete."', 'reason = ""', "trend 1: `reason` is not a text"),
        ('"2024-03"', '"March"', "`period` is 'March'; write the month as \"2026-12\""),
        ('"ours.toml"', '"ours"', "There is no pack 'ours'"),
        ("[[trend]]", '[[comment]]\npages = ["A1"]\nhappened = "x"\n[[trend]]', "A1 has 2 comments; a page has one"),
        ("[[comment]]", "[[comments]]", "`comments` is not a key of this table; did you mean comment"),
    ],
)
def test_a_faulty_file_says_3_and_changes_nothing(folder: Path, old: str, new: str, says: str) -> None:
    file, store = folder / "said.toml", folder / "store"
    run("commentary", "load", file, "--store", store)
    before = contents(store)
    file.write_text(COMMENTARY.replace(old, new, 1), encoding="utf-8")
    done = run("commentary", "load", file, "--store", store)
    assert (done.code, done.out) == (3, "")
    assert says in done.err
    assert contents(store) == before
