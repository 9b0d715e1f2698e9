"""Administration: roles are given and ended by somebody else, with a reason; what the council settles is kept."""

from __future__ import annotations

import time
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from trigpoint.store import Store
from trigpoint.tasks.configure import Row, Setting, configurations, configure, configured
from trigpoint.tasks.teams import places
from trigpoint.web.access.models import Logged
from trigpoint.web.access.tokens import token
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Held, ScopeKind
from trigpoint.web.people.app_roles import app_role, held_of
from trigpoint.web.people.models import Account, Grant

from .conftest import PASSWORD, MakeAccount, SignIn

pytestmark = pytest.mark.django_db
WHY = "agreed with the head of service"


@pytest.fixture
def boss(make: MakeAccount) -> Account:
    return make("administrator")


@pytest.fixture
def admin(boss: Account, sign_in: SignIn) -> Client:
    return sign_in(boss)


def team(store: Path) -> str:
    return next(one.name for one in places(store).teams)


def test_a_role_is_given_for_a_team_and_holds_at_once(
    admin: Client, boss: Account, make: MakeAccount, sign_in: SignIn, store: Path
) -> None:
    other = make("viewer")
    form = {"role": "team_manager", "kind": "team", "place": team(store), "because": WHY}
    assert admin.post(f"/administration/people/{other.pk}/roles/new/", form).status_code == 302
    made = Grant.objects.get(account=other, role="team_manager")
    assert (made.place, made.granted_by, made.provided, made.starts) == (team(store), boss, False, timezone.localdate())
    assert team(store) in unescape(sign_in(other).get("/account/").content.decode())
    assert WHY in Logged.objects.filter(action=Action.GRANT_ROLES).get().detail


BAD_WISHES: dict[str, dict[str, str]] = {
    "no such role": {"role": "everything"},
    "no part": {"role": "team_manager", "kind": ""},
    "no such part": {"role": "team_manager", "kind": "planet"},
    "a team that is not there": {"role": "team_manager", "kind": "team", "place": "Team 99"},
    "no team": {"role": "team_manager", "kind": "team", "place": ""},
    "a worker who is not there": {"role": "worker", "kind": "worker", "place": "W-nobody"},
    "in the past": {"role": "viewer", "starts": "2020-01-01"},
    "no day": {"role": "viewer", "starts": "tomorrow"},
    "ends before it begins": {"role": "viewer", "ends": "2020-01-01"},
    "no reason": {"role": "viewer", "because": "because"},
}


@pytest.mark.parametrize("bad", BAD_WISHES)
def test_a_wish_that_will_not_do_is_told_and_kept(admin: Client, make: MakeAccount, bad: str) -> None:
    other = make("panel")
    form = {"because": WHY, "kind": "authority"} | BAD_WISHES[bad]
    response = admin.post(f"/administration/people/{other.pk}/roles/new/", form)
    assert response.status_code == 400
    assert "There is a problem" in response.content.decode()
    assert other.grants.count() == 1
    assert all(value in response.content.decode() for name, value in form.items() if name in {"place", "because"})


def test_nobody_changes_their_own_roles(admin: Client, boss: Account) -> None:
    mine = boss.grants.get()
    for path in ("roles/new/", f"roles/{mine.pk}/end/", "close/", "title/"):
        response = admin.post(
            f"/administration/people/{boss.pk}/{path}", {"role": "analyst", "because": WHY, "title": "New"}
        )
        assert response.status_code == 403, path
    boss.refresh_from_db()
    assert boss.is_active
    assert boss.grants.count() == 1
    assert "Give a role" not in admin.get(f"/administration/people/{boss.pk}/").content.decode()


def test_a_change_of_roles_asks_who_one_is_again(boss: Account, make: MakeAccount) -> None:
    other, client = make("viewer"), Client()
    client.post("/sign-in/", {"username": boss.username, "password": PASSWORD})
    path = f"/administration/people/{other.pk}/roles/new/"
    assert client.get(path).status_code == 200
    session = client.session
    session["proved"] = int(time.time()) - 11 * 60
    session.save()
    response = client.get(path)
    assert response["Location"] == f"/sign-in/again/?next={path}"
    assert client.post(path, {"role": "viewer", "because": WHY}).status_code == 403
    assert other.grants.count() == 1
    assert client.post("/sign-in/again/", {"password": "wrong", "next": path}).status_code == 403
    assert client.post("/sign-in/again/", {"password": PASSWORD, "next": path})["Location"] == path
    assert client.get(path).status_code == 200


def test_an_ended_role_holds_no_more_from_the_next_request(admin: Client, make: MakeAccount, sign_in: SignIn) -> None:
    other = make("information_governance")
    client = sign_in(other)
    assert client.get("/access-log/").status_code == 200
    grant = other.grants.get()
    path = f"/administration/people/{other.pk}/roles/{grant.pk}/end/"
    assert admin.post(path, {"because": ""}).status_code == 400
    assert admin.post(path, {"because": WHY}).status_code == 302
    assert client.get("/access-log/").status_code == 403
    assert admin.post(path, {"because": WHY}).status_code == 403


def test_a_role_of_another_account_is_not_found(admin: Client, make: MakeAccount) -> None:
    one, other = make("viewer"), make("viewer")
    grant = other.grants.get()
    assert admin.get(f"/administration/people/{one.pk}/roles/{grant.pk}/end/").status_code == 404


def test_a_closed_account_is_out_at_once_and_can_be_opened(admin: Client, make: MakeAccount, sign_in: SignIn) -> None:
    other = make("viewer")
    client = sign_in(other)
    admin.post(f"/administration/people/{other.pk}/close/", {"because": WHY})
    assert client.get("/account/").status_code == 302
    assert other.sessions.count() == 0
    admin.post(f"/administration/people/{other.pk}/close/", {"because": WHY})
    other.refresh_from_db()
    assert other.is_active


def test_the_last_who_may_give_roles_stays(make: MakeAccount, sign_in: SignIn) -> None:
    first, second = make("administrator"), make("administrator")
    client = sign_in(first)
    first.grants.update(ends=timezone.localdate() + timedelta(days=1))
    assert client.post(f"/administration/people/{second.pk}/close/", {"because": WHY}).status_code == 302
    third = make("administrator")
    first.grants.update(ends="2020-01-01")
    second.is_active = True
    second.save()
    other = sign_in(second)
    second.grants.update(ends="2020-01-01")
    Grant.objects.create(account=second, role="administrator", kind="authority", starts="2030-01-01")
    assert other.post(f"/administration/people/{third.pk}/close/", {"because": WHY}).status_code == 403
    third.refresh_from_db()
    assert third.is_active


def test_sessions_of_somebody_are_ended(admin: Client, make: MakeAccount, sign_in: SignIn) -> None:
    other = make("viewer")
    client = sign_in(other)
    client.get("/account/")
    admin.post(f"/administration/people/{other.pk}/sessions/")
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "held",
    [
        Held("analyst"),
        Held("team_manager", ScopeKind.TEAM, "Team 2: 100% north"),
        Held("head_of_service", ScopeKind.SERVICE, "Children in need"),
        Held("quality_officer"),
    ],
)
def test_the_value_of_an_app_role_gives_the_role_it_was_made_of(held: Held) -> None:
    value = app_role(held)
    assert held_of(value) == held
    assert " " not in value


@pytest.mark.parametrize(
    "value", ["team_manager", "team_manager:team:", "analyst:team:Team 2", "worker:planet:x", "root"]
)
def test_a_value_that_gives_no_role(value: str) -> None:
    assert held_of(value) is None


# restricted cases


@pytest.fixture
def officer(sign_in: SignIn) -> Client:
    return sign_in("information_governance")


def test_a_case_is_restricted_by_its_number_which_is_kept_nowhere(officer: Client, make: MakeAccount) -> None:
    named = make("analyst")
    form = {"child": "CASE-99", "because": WHY, "named": [str(named.pk)]}
    assert officer.post("/restricted/new/", form).status_code == 302
    case = RestrictedCase.objects.get()
    assert (case.child, list(case.named.all())) == (token("CASE-99"), [named])
    pages = [
        officer.get(path).content.decode() for path in ("/restricted/", f"/restricted/{case.pk}/", "/restricted/new/")
    ]
    assert not [text for text in pages if "CASE-99" in text]
    assert not [row for row in Logged.objects.all() if "CASE-99" in f"{row.about}{row.detail}"]


def test_the_same_number_again_changes_what_is_set(officer: Client) -> None:
    for until in ("", "2030-01-01"):
        officer.post("/restricted/new/", {"child": "CASE-99", "because": WHY, "until": until})
    assert [case.until for case in RestrictedCase.objects.all()] == [date(2030, 1, 1)]


@pytest.mark.parametrize("bad", [{"child": ""}, {"because": "x"}, {"until": "2020-01-01"}, {"named": ["999"]}])
def test_a_restriction_that_will_not_do_is_told(officer: Client, bad: dict[str, object]) -> None:
    response = officer.post("/restricted/new/", {"child": "CASE-1", "because": WHY} | bad)
    assert response.status_code == 400
    assert not RestrictedCase.objects.exists()


def test_only_who_may_see_children_can_be_named_and_nobody_names_themselves(make: MakeAccount, sign_in: SignIn) -> None:
    both = make("information_governance")
    Grant.objects.create(account=both, role="analyst", kind="authority", starts="2026-01-01")
    form = {"child": "CASE-1", "because": WHY, "named": [str(both.pk)]}
    assert sign_in(both).post("/restricted/new/", form).status_code == 403
    form["named"] = [str(make("administrator").pk)]
    assert sign_in("information_governance").post("/restricted/new/", form).status_code == 400
    assert not RestrictedCase.objects.exists()


# what the council settles


def test_a_setting_is_kept_whole_with_what_was_before(tmp_path: Path) -> None:
    assert configured(tmp_path, Setting.WORDS) is None
    configure(tmp_path, Setting.WORDS, [Row("care", "cared for")], "Director", WHY)
    configure(tmp_path, Setting.CLOSURE_DAYS, [Row("2026-12-24", "Closed", date(2026, 12, 24))], "Director", WHY)
    configure(tmp_path, Setting.WORDS, [], "Director", "as it was before")
    found = configurations(tmp_path, Setting.WORDS)
    assert [(one.rows, one.because) for one in found] == [((), "as it was before"), ((Row("care", "cared for"),), WHY)]


def test_closure_days_are_added_and_removed(admin: Client, own_store: Path) -> None:
    form = {"starts": "2026-12-28", "ends": "2026-12-31", "value": "Christmas closure", "because": WHY}
    assert admin.post("/administration/closed/", form).status_code == 302
    assert b"Christmas closure" in admin.get("/administration/closed/").content
    found = configured(own_store, Setting.CLOSURE_DAYS)
    assert found is not None
    assert found.rows == (Row("2026-12-28", "Christmas closure", date(2026, 12, 28), date(2026, 12, 31)),)
    assert found.by == "System administrator"
    admin.post("/administration/closed/", {"remove": "2026-12-28", "because": "entered by mistake"})
    assert len(Store(own_store).entries("configuration")) == 2
    assert b"There are none." in admin.get("/administration/closed/").content


def test_a_correction_of_teams_gives_new_places_for_roles(admin: Client, own_store: Path) -> None:
    form = {"key": "Team Phoenix", "value": "New service", "starts": "2026-11-01", "because": WHY}
    admin.post("/administration/teams/", form)
    found = places(own_store)
    assert "New service" in found.services
    assert [one.local for one in found.teams if one.name == "Team Phoenix"] == [True]
    assert b"Team Phoenix" in admin.get("/administration/teams/").content


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("closed", {"starts": "soon", "value": "Closed"}),
        ("closed", {"value": "Closed"}),
        ("closed", {"starts": "2026-12-28", "ends": "2026-12-01", "value": "Closed"}),
        ("closed", {"starts": "2026-12-28", "value": ""}),
        ("teams", {"key": ""}),
        ("teams", {"key": "T", "starts": "2026-12-01", "ends": "2026-11-01"}),
        ("words", {"care": "owned", "better": "Better", "on_target": "On", "within": "Near", "outside": "Out of it"}),
        (
            "words",
            {"care": "in care", "better": "Same", "on_target": "Same", "within": "Near it", "outside": "Out of it"},
        ),
        ("kept", {"records": "2", "uploads": "90"}),
        ("kept", {"records": "24", "uploads": "many"}),
    ],
)
def test_a_setting_that_will_not_do_is_told(admin: Client, own_store: Path, path: str, form: dict[str, str]) -> None:
    response = admin.post(f"/administration/{path}/", form | {"because": WHY})
    assert response.status_code == 400
    assert b"There is a problem" in response.content
    assert not Store(own_store).entries("configuration")


def test_words_and_periods_are_kept(admin: Client, own_store: Path) -> None:
    said = {"care": "in care", "better": "Better", "on_target": "On track", "within": "Nearly", "outside": "Off track"}
    assert admin.post("/administration/words/", said | {"because": WHY}).status_code == 302
    assert admin.post("/administration/kept/", {"records": "36", "uploads": "30", "because": WHY}).status_code == 302
    page = admin.get("/administration/words/").content.decode()
    assert all(word in page for word in ("On track", "Nearly", WHY))
    found = configured(own_store, Setting.RETENTION)
    assert found is not None
    assert {row.key: row.value for row in found.rows} == {"records": "36", "uploads": "30"}


def test_every_page_of_administration_answers(admin: Client, make: MakeAccount) -> None:
    other = make("viewer")
    for path in ("", "people/", "roles/", "teams/", "words/", "closed/", "kept/", f"people/{other.pk}/"):
        assert admin.get(f"/administration/{path}").status_code == 200
