"""No leak: every page that links lead to, for every role, read byte by byte for case numbers of children.

Who may not see children gets none in any answer, file or header. Who may gets none that the access log does not have.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.http import HttpResponseBase
from django.test import Client

from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.models import Shown
from trigpoint.web.access.tokens import token
from trigpoint.web.people.actions import CHILD_LEVEL
from trigpoint.web.people.roles import ROLES

from .browser import name_of
from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db
OF_A_KIND, AT_MOST = 3, 200
LINK = re.compile(rb'(?:href|action)="([^"#]*)')
WITHOUT = [role for role in ROLES if not ROLES[role].actions & CHILD_LEVEL]
WITH = [role for role in ROLES if ROLES[role].actions & CHILD_LEVEL]


@pytest.fixture(scope="module")
def children(shared_store: Path) -> frozenset[str]:
    """The case number of every child in the records: each is a canary."""
    files = snapshot_of(shared_store).tables["ssd_person"]
    return frozenset(str(one) for one in pq.read_table(files, columns=["pers_person_id"])[0].to_pylist())


def answers(client: Client) -> Iterator[tuple[str, HttpResponseBase, bytes]]:
    """Pages and files, a few of each kind, that links and forms of other pages name: address, answer, its bytes."""
    waiting, seen = ["/"], {"/"}
    kinds: Counter[str] = Counter()
    while waiting and sum(kinds.values()) < AT_MOST:
        path = waiting.pop(0)
        kinds[name_of(path)] += 1
        if kinds[name_of(path)] > OF_A_KIND:
            continue
        answer = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        yield path, answer, body
        found = [html.unescape(link.decode()) for link in LINK.findall(body)]
        found += [answer["Location"]] if answer.has_header("Location") else []
        for link in found:
            full = path.partition("?")[0] + link if link.startswith("?") else link
            if full.startswith("/") and not full.startswith(("//", "/static/")) and full not in seen:
                seen.add(full)
                waiting.append(full)


def canaries(answer: HttpResponseBase, body: bytes, children: frozenset[str]) -> set[str]:
    """The case numbers in an answer and its headers."""
    text = body.decode("utf-8", "replace") + "\n".join(f"{name}: {value}" for name, value in answer.items())
    return {
        word for word in re.findall(r"[A-Za-z0-9]+", text) if len(word) > 3
    } & children  # whole words: no token's part


@pytest.mark.parametrize("role", WITHOUT)
def test_who_sees_no_children_is_shown_none(role: str, sign_in: SignIn, children: frozenset[str]) -> None:
    count = 0
    for path, answer, body in answers(sign_in(role)):
        count += 1
        assert canaries(answer, body, children) == set(), path
        assert answer.status_code < 500, path
    assert count > 3


@pytest.mark.parametrize("role", WITH)
def test_who_sees_children_is_shown_none_that_is_not_logged(
    role: str, make: MakeAccount, sign_in: SignIn, children: frozenset[str]
) -> None:
    account = make(role)
    shown: set[str] = set()
    for path, answer, body in answers(sign_in(account)):
        assert answer.status_code < 500, path
        shown |= canaries(answer, body, children)
    logged = set(Shown.objects.filter(logged__account=account).values_list("child", flat=True))
    assert {child for child in shown if token(child) not in logged} == set()


@pytest.mark.parametrize("role", [role for role in WITH if ROLES[role].scoped])
def test_a_scope_without_children_shows_none(role: str, sign_in: SignIn, children: frozenset[str]) -> None:
    for path, answer, body in answers(sign_in(role, team="A team that is not there")):
        assert canaries(answer, body, children) == set(), path
