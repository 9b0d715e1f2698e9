"""Signing in to a trial, sessions that end, and headers on everything."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from trigpoint.web.access.models import Logged

from .conftest import PASSWORD, MakeAccount, SignIn

pytestmark = pytest.mark.django_db


def sent(client: Client, username: str, password: str = PASSWORD, onward: str = "") -> int:
    return client.post("/sign-in/", {"username": username, "password": password, "next": onward}).status_code


def test_a_name_and_password_sign_in_and_are_logged(make: MakeAccount) -> None:
    make("analyst", "ana")
    client = Client()
    assert sent(client, "ana") == 302
    assert b"Performance analyst" in client.get("/account/").content
    assert Logged.objects.get().action == "sign in"


def test_a_wrong_password_keeps_the_name_and_says_nothing_of_which_was_wrong(make: MakeAccount) -> None:
    make("analyst", "ana")
    known, unknown = (
        Client().post("/sign-in/", {"username": "ana", "password": "x"}),
        Client().post("/sign-in/", {"username": "bob", "password": "x"}),
    )
    assert known.status_code == unknown.status_code == 403
    assert (
        known.content.replace(b"ana", b"bob") == unknown.content.replace(b"ana", b"bob")
        or b"is not right" in unknown.content
    )


def test_after_five_wrong_passwords_even_the_right_one_waits(make: MakeAccount) -> None:
    make("analyst", "ana")
    client = Client()
    tried = [sent(client, "ana", "wrong") for _ in range(5)]
    assert tried[0] == 403
    assert sent(client, "ana") != 302


def test_a_deployment_knows_no_passwords(make: MakeAccount, settings: Settings) -> None:
    make("analyst", "ana")
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, trial=False)
    assert sent(Client(), "ana") == 403


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(make: MakeAccount, onward: str) -> None:
    make("analyst", "ana")
    response = Client().post("/sign-in/", {"username": "ana", "password": PASSWORD, "next": onward})
    assert response["Location"] == "/"


def test_a_closed_account_and_a_taken_role_hold_from_the_next_request(make: MakeAccount, sign_in: SignIn) -> None:
    account = make("analyst")
    client = sign_in(account)
    assert client.get("/account/").status_code == 200
    account.grants.update(ends="2020-01-01")
    assert b"You have no role yet" in client.get("/account/").content
    account.is_active = False
    account.save()
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize(("key", "ago"), [("seen", 31 * 60), ("began", 10 * 60 * 60 + 60)])
def test_a_session_ends_when_it_was_left_alone_or_is_too_old(sign_in: SignIn, key: str, ago: int) -> None:
    client = sign_in("viewer")
    client.get("/account/")
    session = client.session
    session[key] = int(time.time()) - ago
    session.save()
    assert client.get("/account/").status_code == 302


def test_other_sessions_can_be_ended(make: MakeAccount, sign_in: SignIn) -> None:
    account = make("viewer")
    here, there = sign_in(account), sign_in(account)
    here.post("/account/")
    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


def test_signing_out_ends_the_session_and_clears_the_browser(sign_in: SignIn) -> None:
    client = sign_in("viewer")
    response = client.post("/sign-out/")
    assert "storage" in response["Clear-Site-Data"]
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("path", ["/sign-in/", "/account/", "/nowhere/", "/static/web.css"])
def test_every_answer_has_its_headers(path: str) -> None:
    response = Client().get(path)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert path.startswith(settings.STATIC_URL) or response["Cache-Control"] == "no-store"


def test_a_form_without_its_token_is_refused_and_gives_back_what_was_typed(make: MakeAccount) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/sign-in/", {"username": "what I typed", "password": "hidden one"})
    assert response.status_code == 403
    assert b"what I typed" in response.content
    assert b"hidden one" not in response.content
