"""Files are counted while they come: too much is never kept, and nothing is where nobody may bring files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve

from trigpoint.web import receiving
from trigpoint.web.months.flow_models import Load
from trigpoint.web.pages import most_of

from .conftest import SignIn

pytestmark = pytest.mark.django_db

LARGE = 3_000_000  # more than stays in memory


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The temporary files that were begun, by their folder."""
    made: list[str] = []
    real = tempfile.NamedTemporaryFile

    def noted(*args: Any, **named: Any) -> Any:
        made.append(str(named.get("dir")))
        return real(*args, **named)

    monkeypatch.setattr("trigpoint.web.receiving.tempfile.NamedTemporaryFile", noted)
    return made


def file(name: str, size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def lying() -> list[Path]:
    """Whatever of an upload lies anywhere in the application's own folder."""
    return [path for path in Path(settings.ENVIRONMENT.data).rglob("*") if path.is_file()]


def test_a_large_file_comes_into_a_folder_of_ours_and_is_gone_afterwards(begun: list[str], sign_in: SignIn) -> None:
    sent = {"files": file("person.csv", LARGE), "as_at": "never", "from": "browser"}
    assert sign_in("analyst").post("/month/load/", sent).status_code == 422
    assert begun == [str(receiving.receiving_folder())]
    assert receiving.receiving_folder().stat().st_mode & 0o777 == 0o700
    assert not lying()


@pytest.mark.parametrize(
    ("limits", "sizes", "says"),
    [
        ((1_000_000, 9_000_000), (LARGE,), "one.csv is larger than 1 MB"),
        ((4_000_000, 5_000_000), (LARGE, LARGE), "larger than 5 MB together"),
        ((1_000, 2_000), (LARGE, LARGE), "larger than 2 kB together"),
    ],
)
def test_what_is_too_large_is_stopped_while_it_comes(
    limits: tuple[int, int], sizes: tuple[int, ...], says: str, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolve("/month/load/").func, "trigpoint_files", limits)
    names = ("one.csv", "two.csv")
    sent = {"as_at": "2026-10-31", "files": [file(name, size) for name, size in zip(names, sizes, strict=False)]}
    answer = sign_in("analyst").post("/month/load/", sent)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert says in text
    assert 'value="2026-10-31"' in text
    assert not lying()
    assert not Load.objects.exists()


def test_nothing_is_kept_of_what_somebody_may_not_send(begun: list[str], sign_in: SignIn) -> None:
    sent = {"files": file("person.csv", LARGE)}
    assert Client().post("/month/load/", sent).status_code in {302, 403}
    assert Client().post("/sign-in/", sent).status_code == 403
    assert sign_in("viewer").post("/month/load/", sent).status_code == 403
    assert sign_in("analyst").post("/account/", sent).status_code == 302
    assert begun == []


def test_only_three_addresses_take_files() -> None:
    found = {
        one.name for one in get_resolver().url_patterns if isinstance(one, URLPattern) and any(most_of(one.callback))
    }
    assert found == {"month_load", "target_begin", "pack_new"}
