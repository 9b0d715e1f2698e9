"""The week of a team: what is open, what was missed, whose it is; never another team's."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings
from python_calamine import load_workbook

from trigpoint.cases.looked_after_visit_due import LookedAfterVisitDue
from trigpoint.language.period import PeriodType
from trigpoint.language.work import Work
from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.work_due import WorkDue, work_due
from trigpoint.web.access.log import who_has_seen
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import do_next
from trigpoint.web.teams.week import Item, week

from .conftest import AS_AT, SignIn

VISIT = Work(title="Visit", doing="visits", counts=LookedAfterVisitDue, by=LookedAfterVisitDue.limit_on)


@pytest.fixture(scope="module")
def due(shared_store: Path) -> WorkDue:
    return work_due(shared_store)


@pytest.fixture(scope="module")
def homes(shared_store: Path) -> dict[str, tuple[str, str]]:
    return {child: (home.team, home.worker) for (_, child), home in allocated(snapshot_of(shared_store)).items()}


@pytest.fixture(scope="module")
def team(due: WorkDue, homes: dict[str, tuple[str, str]]) -> str:
    """The team with most to do."""
    return Counter(homes[child][0] for child in due.rows["child_id"].to_pylist() if child in homes).most_common(1)[0][0]


@pytest.mark.parametrize(
    ("kind", "measure"),
    [("child_protection_visit", "cpp_visits_in_timescale_pct"), ("looked_after_visit", "cla_visits_in_timescale_pct")],
)
def test_what_is_overdue_is_what_the_measure_does_not_meet(
    due: WorkDue, shared_store: Path, kind: str, measure: str
) -> None:
    overdue = {row["child_id"] for row in due.rows.to_pylist() if row["work"] == kind and row["by"] < AS_AT}
    variant = "rule=last_visit"
    rows = cases(shared_store, measure, PeriodType.SNAPSHOT, AS_AT, ["not_met"], variant)
    assert overdue == set(rows["child_id"].to_pylist())


def test_a_child_has_one_open_row_of_a_kind(due: WorkDue) -> None:
    counted = Counter((row["work"], row["child_id"]) for row in due.rows.to_pylist() if row["child_id"])
    assert counted
    assert set(counted.values()) == {1}


def item(days: int | None, child: str = "P1", worker: str = "W1") -> Item:
    by = None if days is None else AS_AT + timedelta(days)
    return Item(VISIT, child, worker, "Team", "R", by, -days if days is not None else 0)


def test_a_week_sorts_what_is_missed_what_comes_up_what_has_no_day_and_what_is_later() -> None:
    found = [item(-3, "A"), item(-10, "B"), item(0, "C"), item(7, "D"), item(8, "E"), item(None, "F")]
    made = week(found, AS_AT, Counter({"W1": 5}))
    assert [one.child for one in made.missed] == ["B", "A"]
    assert [one.child for one in made.workers[0].items] == ["C", "D"]
    assert [one.child for one in made.now] == ["F"]
    assert made.later == 1
    assert made.workers[0].children == 5
    assert made.sentence == "2 visits to do in the next 7 days. 2 are overdue."


def test_a_week_with_nothing_in_it_says_so() -> None:
    assert week([], AS_AT, Counter()).sentence == "Nothing falls due in the next 7 days. Nothing is overdue."


@pytest.mark.django_db
def test_a_manager_sees_exactly_the_teams_children_and_each_is_logged(
    sign_in: SignIn, due: WorkDue, homes: dict[str, tuple[str, str]], team: str
) -> None:
    page = sign_in("team_manager", team=team).get("/team/").content.decode()
    week_end = AS_AT + timedelta(7)
    listed = [row for row in due.rows.to_pylist() if row["by"] is None or row["by"] <= week_end]
    mine = {row["child_id"] for row in listed if homes.get(row["child_id"] or "", ("", ""))[0] == team}
    others = {row["child_id"] for row in due.rows.to_pylist() if row["child_id"]} - mine
    assert mine
    assert all(f">{child}<" in page for child in mine)
    assert not [child for child in others if f">{child}<" in page]
    assert all(list(who_has_seen(child)) for child in mine)


@pytest.mark.django_db
def test_another_team_can_be_asked_for_and_is_empty(
    sign_in: SignIn, due: WorkDue, homes: dict[str, tuple[str, str]], team: str
) -> None:
    other = next(name for name, _ in homes.values() if name and name != team)
    page = sign_in("team_manager", team=team).get("/team/", {"team": other}).content.decode()
    assert "Nothing is open" in page
    assert not [child for child in homes if f">{child}<" in page]


@pytest.mark.django_db
def test_who_sees_everything_begins_with_numbers_of_each_team(sign_in: SignIn, due: WorkDue, team: str) -> None:
    page = sign_in("analyst").get("/team/").content.decode()
    missed = sum(1 for row in due.rows.to_pylist() if row["by"] and row["by"] < AS_AT)
    assert f"{missed:,} thing" in page
    assert team in page


@pytest.mark.django_db
def test_the_list_is_a_workbook_with_its_warning_and_every_row(
    sign_in: SignIn, due: WorkDue, homes: dict[str, tuple[str, str]], team: str
) -> None:
    response = sign_in("team_manager", team=team).post("/team/list/", {"team": team})
    book = load_workbook(io.BytesIO(response.content))
    assert "Do not send it on" in str(book.get_sheet_by_name("About this list").to_python()[0][1])
    cases_ = [row[1] for row in book.get_sheet_by_name("Children").to_python()[1:] if row[1]]
    mine = [row["child_id"] for row in due.rows.to_pylist() if homes.get(row["child_id"] or "", ("", ""))[0] == team]
    assert sorted(map(str, cases_)) == sorted(mine)


def test_days_are_counted_from_the_day_of_the_data(due: WorkDue) -> None:
    assert due.as_at == date(2026, 10, 31)


@pytest.mark.django_db
def test_after_a_new_load_the_worker_finds_what_needs_doing_first(
    sign_in: SignIn, store: Path, tmp_path: Path, settings: Settings
) -> None:
    own = tmp_path / "store"
    shutil.copytree(store, own)
    for kept in own.glob("snapshots/*/views/work-*"):
        kept.unlink()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=own)
    client = sign_in("team_manager", team="Any")
    assert b"is being found" in client.get("/team/").content
    assert b"is being found" in client.get("/team/").content
    assert Job.objects.get().kind == "work_due"
    do_next()
    assert b"this week" in client.get("/team/").content
