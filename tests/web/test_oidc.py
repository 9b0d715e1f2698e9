"""Signing in with an identity provider: the honest one signs in, each hostile one never does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from trigpoint.web.access.models import Logged
from trigpoint.web.people import provider as providers
from trigpoint.web.people.models import Account, Grant, SignedIn

from .conftest import MakeAccount
from .fake_provider import CLIENT, SECRET, TENANT, FakeProvider, running

pytestmark = pytest.mark.django_db
_NOW = int(time.time())


@pytest.fixture
def fake(settings: Settings, deployment: None) -> Iterator[FakeProvider]:
    with running() as found:
        settings.ENVIRONMENT = replace(
            settings.ENVIRONMENT, issuer=found.issuer, client_id=CLIENT, client_secret=SECRET, tenant=TENANT
        )
        yield found


def begin(client: Client, **form: str) -> str:
    return client.post("/sign-in/provider", form)["Location"]


def through(fake: FakeProvider, client: Client | None = None, **changes: str) -> tuple[Client, Any]:
    """There and back; `changes` are to what the browser brings back."""
    client = client or Client()
    return client, client.get("/sign-in/return", fake.authorize(begin(client), **changes))


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_honest_one_signs_in(fake: FakeProvider) -> None:
    client, response = through(fake)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert is_in(client)
    account = Account.objects.get()
    assert (account.issuer, account.subject, account.title) == (fake.issuer, "object-1", "Performance analyst")
    assert not account.has_usable_password()
    assert [(g.role, g.kind, g.provided) for g in account.grants.all()] == [("analyst", "authority", True)]
    assert (fake.asked["code_challenge_method"], fake.asked["response_type"]) == ("S256", "code")
    through(fake)
    assert Account.objects.count() == Grant.objects.count() == 1


HOSTILE: dict[str, dict[str, Any]] = {
    "another issuer": {"claims": {"iss": "https://elsewhere.example"}},
    "issuer with a slash more": {"claims": {"iss": "/"}},
    "another audience": {"claims": {"aud": "another-client"}},
    "others in the audience": {"claims": {"aud": [CLIENT, "another-client"]}},
    "another authorized party": {"claims": {"azp": "another-client"}},
    "another nonce": {"claims": {"nonce": "of another question"}},
    "no nonce": {"without": ("nonce",)},
    "expired": {"claims": {"exp": _NOW - 200}},
    "no end": {"without": ("exp",)},
    "end as text": {"claims": {"exp": "tomorrow"}},
    "from the future": {"claims": {"iat": _NOW + 86_400}},
    "not valid yet": {"claims": {"nbf": _NOW + 86_400}},
    "another tenant": {"claims": {"tid": "99999999-2222-3333-4444-555555555555"}},
    "no tenant": {"without": ("tid",)},
    "no object": {"without": ("oid",)},
    "no roles": {"without": ("roles",)},
    "empty roles": {"claims": {"roles": []}},
    "roles as text": {"claims": {"roles": "administrator"}},
    "roles of others": {"claims": {"roles": ["Directory.Read"]}},
    "team manager of no team": {"claims": {"roles": ["team_manager"]}},
    "alg none": {"trick": "alg none"},
    "public key as a secret": {"trick": "public key as a secret"},
    "another algorithm": {"trick": "another algorithm"},
    "unknown key": {"trick": "unknown key"},
    "no key named": {"trick": "no key named"},
    "key swapped": {"trick": "key swapped"},
    "changed after signing": {"trick": "changed after signing"},
    "token address elsewhere": {"addresses": {"token_endpoint": "http://127.0.0.2:1/token"}},
    "keys elsewhere": {"addresses": {"jwks_uri": "http://127.0.0.2:1/keys"}},
    "describes another": {"addresses": {"issuer": "https://elsewhere.example"}},
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_one_signs_nobody_in(fake: FakeProvider, hostile: str) -> None:
    for name, value in HOSTILE[hostile].items():
        setattr(fake, name, value)
    if hostile == "issuer with a slash more":
        fake.claims = {"iss": f"{fake.issuer}/"}
    client = Client()
    there = client.post("/sign-in/provider")
    response = there
    if there.status_code == 302:
        response = client.get("/sign-in/return", fake.authorize(there["Location"]))
    assert response.status_code == 403
    assert not is_in(client)
    assert not Account.objects.exists()
    assert Logged.objects.get(action="sign in").refused


@pytest.mark.parametrize(
    "changes", [{"state": "of nobody"}, {"code": "guessed"}, {"code": ""}, {"iss": "https://elsewhere.example"}]
)
def test_an_answer_that_was_not_asked_for_signs_nobody_in(fake: FakeProvider, changes: dict[str, str]) -> None:
    client, response = through(fake, None, **changes)
    assert response.status_code == 403
    assert not is_in(client)


def test_an_answer_is_for_the_browser_that_asked(fake: FakeProvider) -> None:
    victim = Client()
    brought = fake.authorize(begin(Client()))
    assert victim.get("/sign-in/return", brought).status_code == 403
    assert not is_in(victim)


def test_a_code_of_another_question_is_worth_nothing(fake: FakeProvider) -> None:
    """What proof keys are for: a stolen code brought back in the thief's own session."""
    stolen, thief = fake.authorize(begin(Client()))["code"], Client()
    _, response = through(fake, thief, code=stolen)
    assert response.status_code == 403
    assert not is_in(thief)


def test_an_answer_counts_once(fake: FakeProvider) -> None:
    client = Client()
    brought = fake.authorize(begin(client))
    assert client.get("/sign-in/return", brought).status_code == 302
    client.post("/sign-out/")
    assert client.get("/sign-in/return", brought).status_code == 403
    assert not is_in(client)


def test_an_old_question_is_not_answered(fake: FakeProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    brought = fake.authorize(begin(client))
    monkeypatch.setattr("trigpoint.web.people.oidc._FOR", -1)
    assert client.get("/sign-in/return", brought).status_code == 403


def test_a_storm_of_unknown_keys_is_one_call(fake: FakeProvider) -> None:
    fake.trick = "unknown key"
    for _ in range(8):
        through(fake)
    assert fake.calls.count("/keys") == 1


def test_a_new_key_is_fetched_when_the_minute_is_over(fake: FakeProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.trick = "unknown key"
    through(fake)
    monkeypatch.setattr(providers, "_PAUSE", -1)
    through(fake)
    assert fake.calls.count("/keys") == 2


def test_the_same_address_of_another_person_is_another_account(fake: FakeProvider) -> None:
    through(fake)
    fake.claims = {"oid": "object-2", "roles": ["viewer"]}
    through(fake)
    assert [a.email for a in Account.objects.all()] == ["person@example.gov.uk"] * 2
    assert [[g.role for g in a.grants.all()] for a in Account.objects.order_by("pk")] == [["analyst"], ["viewer"]]


def test_provided_roles_come_and_go_and_ours_stay(fake: FakeProvider) -> None:
    through(fake)
    account = Account.objects.get()
    Grant.objects.create(account=account, role="panel", kind="authority", starts="2026-01-01")
    fake.claims = {"roles": ["team_manager:team:Team%202", "quality_officer:authority", "unknown"]}
    client, _ = through(fake)
    held = {(one.role, one.place) for one in account.actor(Grant.objects.last().starts).held}  # type: ignore[union-attr]
    assert held == {("panel", ""), ("team_manager", "Team 2"), ("quality_officer", "")}
    fake.claims = {"roles": ["unknown"]}
    _, response = through(fake)
    assert response.status_code == 403
    assert client.get("/account/").content.count(b"Corporate parenting panel") == 1
    assert b"Team manager" not in client.get("/account/").content.replace(b"<title>", b"").split(b"Your roles")[1]


def test_a_closed_account_stays_out(fake: FakeProvider) -> None:
    through(fake)
    Account.objects.update(is_active=False)
    client, response = through(fake)
    assert response.status_code == 403
    assert not is_in(client)


def test_the_provider_ends_the_sessions_that_came_of_its_own(fake: FakeProvider) -> None:
    mine, _ = through(fake)
    fake.claims = {"sid": "another-session"}
    other, _ = through(fake)
    for iss, sid in (("https://elsewhere.example", "their-session"), (fake.issuer, ""), (fake.issuer, "guess")):
        Client().get("/sign-out/provider", {"iss": iss, "sid": sid})
    assert is_in(mine)
    Client().get("/sign-out/provider", {"iss": fake.issuer, "sid": "their-session"})
    assert (is_in(mine), is_in(other)) == (False, True)
    assert "their-session" not in "".join(SignedIn.objects.values_list("provider_session", flat=True))


def proved(client: Client) -> float:
    return float(client.session.get("proved", 0))


@pytest.mark.parametrize(
    ("claims", "fresh"),
    [
        ({"auth_time": _NOW + 3600}, True),
        ({"auth_time": _NOW - 3600}, False),
        ({}, False),
        ({"auth_time": _NOW + 3600, "oid": "object-2"}, False),
    ],
)
def test_proving_again_takes_the_same_person_and_the_providers_word(
    fake: FakeProvider, claims: dict[str, Any], *, fresh: bool
) -> None:
    client, _ = through(fake)
    session = client.session
    session["proved"] = 0
    session.save()
    there = begin(client, again="yes", next="/account/")
    fake.claims = claims
    response: HttpResponse = client.get("/sign-in/return", fake.authorize(there))  # type: ignore[assignment]
    assert fake.asked["prompt"] == "login"
    assert (proved(client) > 0) is fresh
    assert response.status_code == (302 if fresh else 403)


def test_without_a_provider_there_is_no_such_way(make: MakeAccount) -> None:
    assert Client().post("/sign-in/provider").status_code == Client().get("/sign-in/return").status_code == 404


def test_a_provider_that_is_away_is_said_to_be(fake: FakeProvider, settings: Settings) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, issuer="http://127.0.0.1:9")
    response = Client().post("/sign-in/provider")
    assert response.status_code == 403
    assert b"cannot be reached" in response.content
