"""What does most harm in the wrong hands asks again who one is, however the request is made."""

from __future__ import annotations

import time
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from trigpoint.web.access.models import Logged
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.feed.models import FeedKey
from trigpoint.web.people.models import Account

from .conftest import PASSWORD, SignIn

pytestmark = pytest.mark.django_db

EXPORT = "/measures/cla_at_period_end/children/export/"
WHY = "to ring the carers of these children"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def stale(client: Client) -> Client:
    """The same client, whose person proved who they are eleven minutes ago."""
    session = client.session
    session["proved"] = int(time.time()) - 11 * 60
    session.save()
    return client


def again(path: str) -> str:
    return f"{reverse('again')}?next={path}"


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("analyst", EXPORT),
        ("information_governance", "/access-log/export"),
        ("information_governance", "/access-log/child/0123456789abcdef/export"),
        ("information_governance", "/restricted/new/"),
        ("information_governance", "/restricted/1/"),
        ("information_manager", "/month/2026-10/retract/"),
        ("administrator", "/administration/people/1/roles/new/"),
    ],
)
def test_it_is_not_even_opened_by_who_signed_in_long_ago(role: str, path: str, sign_in: SignIn) -> None:
    client = stale(sign_in(role))
    if path.endswith("roles/new/"):
        sign_in("viewer")  # somebody else's account
        path = f"/administration/people/{Account.objects.latest('pk').pk}/roles/new/"
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (302, again(path))


def test_a_list_of_children_is_given_after_the_password_and_with_its_filters(sign_in: SignIn) -> None:
    client = stale(sign_in("analyst"))
    path = f"{EXPORT}?result=counted"
    there = client.get(path)["Location"]
    assert there == again(path.replace("?", "%3F").replace("=", "%3D"))
    assert client.post(reverse("again"), {"password": "not it", "next": path}).status_code == 403
    assert client.get(path).status_code == 302
    assert client.post(reverse("again"), {"password": PASSWORD, "next": path})["Location"] == path
    assert client.get(path).status_code == 200
    assert client.post(EXPORT, {"why": WHY, "form": "xlsx"})["Content-Type"] == TYPE


def test_a_form_that_was_open_too_long_gives_no_list_and_what_was_typed(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    assert client.get(EXPORT).status_code == 200
    answer = stale(client).post(EXPORT, {"why": WHY, "form": "xlsx"})
    assert answer.status_code == 403
    assert not answer.has_header("Content-Disposition")
    text = unescape(answer.content.decode())
    assert WHY in text
    assert f'href="{again(EXPORT)}"' in text
    assert not Logged.objects.filter(detail__contains=WHY).exists()


@pytest.mark.parametrize(
    ("role", "path", "form"),
    [
        ("analyst", "/team/list/", {"team": "Team 1"}),
        ("administrator", "/feed/keys/", {"name": "Power BI", "audience": "public"}),
    ],
)
def test_what_has_no_form_of_its_own_goes_back_to_the_page_it_came_from(
    role: str, path: str, form: dict[str, Any], sign_in: SignIn
) -> None:
    client = stale(sign_in(role))
    came = {"Referer": "http://testserver/team/?team=Team+1"}
    assert client.post(path, form, headers=came)["Location"] == again("/team/%3Fteam%3DTeam%2B1")
    elsewhere = {"Referer": "http://elsewhere.example/"}
    assert client.post(path, form, headers=elsewhere)["Location"] == again("/")
    assert not FeedKey.objects.exists()


def test_a_restriction_is_not_set_from_a_form_that_was_open_too_long(sign_in: SignIn) -> None:
    guard = stale(sign_in("information_governance"))
    wish = {"child": "CASE-1", "because": "a child of somebody who works here"}
    assert guard.post("/restricted/new/", wish).status_code == 403
    assert not RestrictedCase.objects.exists()
