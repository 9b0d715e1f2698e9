"""The gate before rows about children: scope, restricted cases, and a line in the log with each child shown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.log import who_has_seen
from trigpoint.web.access.tokens import token
from trigpoint.web.children.gate import Row, place, scoped, seen
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.people.actions import Action

from .conftest import MakeAccount

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def rows(shared_store: Path) -> list[Row]:
    homes = allocated(snapshot_of(shared_store))
    return [{"authority": authority, "child_id": child} for authority, child in homes]


def teams(rows: list[Row], store: Path) -> Counter[str]:
    homes = allocated(snapshot_of(store))
    return Counter(homes[row["authority"], row["child_id"]].team for row in rows)


def test_a_team_manager_sees_the_rows_of_the_team_and_the_number_of_the_rest(
    rows: list[Row], store: Path, make: MakeAccount
) -> None:
    team, count = teams(rows, store).most_common(1)[0]
    actor = make("team_manager", team=team).actor(timezone.localdate())
    found = seen(actor, Action.SEE_WORK, rows, "a list")
    assert (len(found.rows), found.outside, found.restricted) == (count, len(rows) - count, 0)
    assert {row["team"] for row in found.rows} == {team}


def test_a_row_stands_where_it_says_and_not_where_the_child_is_now(
    rows: list[Row], store: Path, make: MakeAccount
) -> None:
    team = teams(rows, store).most_common(1)[0][0]
    actor = make("team_manager", team=team).actor(timezone.localdate())
    elsewhere = [row | {"team": "Some other team", "service": ""} for row in rows]
    assert seen(actor, Action.SEE_WORK, elsewhere, "a list").rows == []


def test_an_action_that_no_role_allows_shows_no_row(rows: list[Row], make: MakeAccount) -> None:
    actor = make("viewer").actor(timezone.localdate())
    assert seen(actor, Action.SEE_CHILDREN, rows, "a list").rows == []


def test_a_restricted_case_is_a_number_to_all_but_those_named(rows: list[Row], make: MakeAccount) -> None:
    named, other = make("analyst"), make("analyst")
    case = RestrictedCase.objects.create(
        child=token(rows[0]["child_id"]), because="a colleague's", since=TODAY.replace(year=2020)
    )
    case.named.add(named)
    shown = [seen(who.actor(timezone.localdate()), Action.SEE_CHILDREN, rows, "a list") for who in (named, other)]
    assert [(len(one.rows), one.restricted) for one in shown] == [(len(rows), 0), (len(rows) - 1, 1)]


def test_exactly_the_children_shown_are_logged(rows: list[Row], store: Path, make: MakeAccount) -> None:
    team = teams(rows, store).most_common(1)[0][0]
    actor = make("team_manager", team=team).actor(timezone.localdate())
    inside = {row["child_id"] for row in seen(actor, Action.SEE_WORK, rows, "a list").rows}
    assert {row["child_id"] for row in rows if list(who_has_seen(row["child_id"]))} == inside


@pytest.mark.parametrize("role", ["team_manager", "worker", "head_of_service", "analyst", "viewer"])
def test_a_list_that_is_kept_shows_each_the_rows_of_a_list_made_for_them(
    rows: list[Row], store: Path, make: MakeAccount, role: str
) -> None:
    taken = snapshot_of(store)
    home = allocated(taken)[rows[0]["authority"], rows[0]["child_id"]]
    part = {"team_manager": {"team": home.team}, "worker": {"worker": home.worker}}.get(role, {})
    part = {"service": home.service} if role == "head_of_service" else part
    actor = make(role, **part).actor(timezone.localdate())
    RestrictedCase.objects.create(child=token(rows[0]["child_id"]), because="x", since=TODAY.replace(year=2020))
    every = rows + [row | {"team": home.team, "service": "Elsewhere"} for row in rows[::-3]]
    kept = place(every, taken)
    found = [scoped(actor, Action.SEE_WORK, given, taken) for given in (every, kept, kept)]
    assert found[0] == found[1] == found[2]
    assert len(kept.rows) == len(every)
