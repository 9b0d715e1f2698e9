"""The published library beyond the month: changed files, the folder without a server, and who sees what."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from trigpoint.store import Store, StoreError
from trigpoint.tasks.agreed_comments import AgreedComment, of_packs
from trigpoint.tasks.export_library import SUMS, export_library
from trigpoint.tasks.publish_month import Asked, MonthError, publish_month
from trigpoint.tasks.retractions import retract
from trigpoint.tasks.shelf import shelf

from . import flow
from .conftest import SignIn

pytestmark = pytest.mark.django_db

PERIOD = date(2026, 10, 31)


def asked(store: Path, **given: object) -> Asked:
    told: dict[str, object] = {
        "store": store,
        "snapshot": "",
        "period": PERIOD,
        "packs": [(flow.PACK, "internal"), (flow.PACK, "panel")],
        "job": "first",
        "forms": ("html", "csv"),
    }
    return Asked(**(told | given))  # type: ignore[arg-type]


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    own = flow.copied(store, tmp_path / "store")
    publish_month(asked(own), tmp_path / "aside")
    return own


def test_the_same_job_publishes_once_and_another_must_say_why(own: Path, tmp_path: Path) -> None:
    publish_month(asked(own), tmp_path / "aside")
    assert len(shelf(own)) == 1
    with pytest.raises(MonthError, match="published already"):
        publish_month(asked(own, job="second"), tmp_path / "aside")
    publish_month(asked(own, job="second", because="A row was missing."), tmp_path / "aside")
    newest, oldest = shelf(own)
    assert (newest.because, oldest.replaced_by) == ("A row was missing.", newest.release)
    assert not list((tmp_path / "aside").iterdir())


def test_a_file_that_was_changed_is_told_and_not_shown(own: Path, sign_in: SignIn) -> None:
    (release,) = shelf(own)
    (pack,) = release.seen_by(frozenset({"panel"}))
    assert pack.first is not None
    path = Store(own).release(release.release).path / pack.first.name
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"<h1>", b"<h1>Not "))
    client = sign_in("panel")
    assert b"1 file is" in client.get(f"/library/{release.release}/").content
    answer = client.get(f"/library/{release.release}/{pack.first.name}")
    assert answer.status_code == 500
    assert b"Not " not in answer.content.replace(b"Nothing", b"")


def test_files_come_with_their_type_and_only_by_their_published_names(own: Path, sign_in: SignIn) -> None:
    (release,) = shelf(own)
    client = sign_in("panel")
    home = f"/library/{release.release}/packs/panel/{flow.PACK}"
    page = client.get(f"{home}/index.html")
    assert page["Content-Type"] == "text/html; charset=utf-8"
    assert page["Content-Disposition"].startswith("inline")
    assert b"trigpoint.css" in page.content
    assert client.get(f"{home}/trigpoint.css")["Content-Type"] == "text/css; charset=utf-8"
    assert client.get(f"{home}/{flow.PACK}.html")["Content-Disposition"].startswith("attachment")
    for name in ("../../manifest.json", "manifest.json", "packs/panel/figures.parquet", "figures.csv"):
        assert client.get(f"/library/{release.release}/{name}").status_code == 404
    assert client.get(f"/library/{release.release}/packs/internal/{flow.PACK}/index.html").status_code == 404
    inside = sign_in("viewer").get(f"/library/{release.release}/packs/internal/{flow.PACK}/index.html")
    assert inside.status_code == 200


def test_the_folder_without_a_server_holds_what_was_published_for_an_audience(own: Path, tmp_path: Path) -> None:
    (release,) = shelf(own)
    done = export_library(own, tmp_path / "out", ["panel"], "Borderfield")
    sums = [line.split("  ") for line in (done.folder / SUMS).read_text().splitlines()]
    assert done.files == len(sums) > 1
    for digest, name in sums:
        assert hashlib.sha256((done.folder / name).read_bytes()).hexdigest() == digest
        assert "/panel/" in name
    index = (done.folder / "index.html").read_text()
    assert f"{release.release}/panel/{flow.PACK}/index.html" in index
    assert "internal" not in index
    with pytest.raises(StoreError, match="name a new folder"):
        export_library(own, tmp_path / "out", ["panel"])
    retract(own, release.release, "It names a school.", "Director")
    gone = export_library(own, tmp_path / "gone", ["panel"])
    assert gone.files == 0
    assert "It names a school." in (gone.folder / "index.html").read_text()


def test_two_comments_about_one_page_are_both_printed() -> None:
    first = AgreedComment(pages=(("p", "1"), ("p", "2"), ("q", "9")), happened="One.", signed="Head of care")
    second = AgreedComment(pages=(("p", "2"),), happened="Two.", signed="Head of safeguarding")
    said = of_packs([first, second], ["p", "q"], PERIOD)
    printed = {code: comment.happened for comment in said["p"].comments for code in comment.pages}
    assert printed == {"1": "One.", "2": "One. Two."}
    assert [comment.pages for comment in said["q"].comments] == [("9",)]
