"""Every address says what it takes; who may not take it gets nothing from it. Made from the addresses themselves."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from trigpoint.web.access.models import Logged
from trigpoint.web.pages import declared
from trigpoint.web.people.actions import Action
from trigpoint.web.people.roles import ROLES

from .conftest import SignIn

PAGES = [found for found in get_resolver().url_patterns if isinstance(found, URLPattern)]
SAMPLES = {"int": "1", "str": "x", "slug": "x", "path": "x/y", "uuid": "12345678-1234-5678-1234-567812345678"}
_OPEN = {Action.SIGN_IN, Action.BE_SIGNED_IN}


def address(found: URLPattern) -> str:
    """An address of this pattern, its parts filled with samples."""
    parts = {name: SAMPLES[_kind(converter)] for name, converter in found.pattern.converters.items()}
    text = str(found.pattern)
    for name, sample in parts.items():
        for kind in SAMPLES:
            text = text.replace(f"<{kind}:{name}>", sample)
        text = text.replace(f"<{name}>", sample)
    return f"/{text}"


def _kind(converter: object) -> str:
    return type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")


@pytest.mark.parametrize("found", PAGES, ids=lambda found: str(found.name))
def test_every_address_declares_its_actions(found: URLPattern) -> None:
    assert declared(found.callback), f"{found.pattern} does not say which action it takes: make it with `page`"


@pytest.mark.django_db
@pytest.mark.parametrize("found", PAGES, ids=lambda found: str(found.name))
def test_who_is_not_signed_in_is_sent_to_sign_in(found: URLPattern) -> None:
    for method, action in (declared(found.callback) or {}).items():
        if action is Action.SIGN_IN:
            continue
        response = Client().generic(method, address(found))
        assert response.status_code == 302, (method, address(found))
        assert response["Location"].startswith("/sign-in/")


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_refused_what_it_does_not_name(role: str, sign_in: SignIn) -> None:
    client = sign_in(role)
    refused = 0
    for found in PAGES:
        for method, action in (declared(found.callback) or {}).items():
            if action in ROLES[role].actions | _OPEN or method == "HEAD":
                continue
            refused += 1
            assert client.generic(method, address(found)).status_code == 403, (method, address(found))
    assert Logged.objects.filter(refused=True).count() == refused


@pytest.mark.django_db
def test_a_method_that_is_not_declared_is_refused(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    for found in PAGES:
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - set(declared(found.callback) or {}):
            assert client.generic(method, address(found)).status_code in {403, 405}, (method, address(found))
