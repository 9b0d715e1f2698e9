"""A month from its records to its packs, through the pages: who may do what, and what stands afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from trigpoint.store import Store
from trigpoint.tasks.shelf import shelf
from trigpoint.web.jobs.models import Job
from trigpoint.web.months.clearance import clearance
from trigpoint.web.months.models import Approval, Happening, Month, Publication
from trigpoint.web.people.models import Grant

from . import flow
from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db

PACKS = [f"{flow.PACK}|internal", f"{flow.PACK}|public"]


@pytest.fixture(autouse=True)
def _html_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other formats have tests of their own, and take longer."""
    monkeypatch.setattr("trigpoint.tasks.publish_month.formats", lambda: ("html",))


@pytest.fixture
def people(make: MakeAccount) -> flow.People:
    return flow.People(make("analyst"), make("information_manager"), make("head_of_service"), make("approver"))


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    return flow.copied(store, tmp_path / "store")


@pytest.fixture
def month(own: Path, people: flow.People, sign_in: SignIn) -> Month:
    """A month frozen and calculated."""
    snapshot = Store(own).current()
    assert snapshot is not None
    flow.accepted(snapshot.id, people.analyst)
    made = flow.frozen(sign_in(people.manager), snapshot.id, PACKS)
    sign_in(people.analyst).post(f"/month/{flow.PERIOD}/calculate/")
    flow.work()
    made.refresh_from_db()
    return made


@pytest.fixture
def out(month: Month, people: flow.People, sign_in: SignIn) -> str:
    """The address of publication of a month that is signed off and published."""
    page = f"/month/{flow.PERIOD}/publish/"
    flow.settle(month, people)
    assert clearance(month).obstacles == []
    assert sign_in(people.manager).post(page).status_code == 302
    flow.work()
    return page


def test_a_month_that_is_not_signed_off_is_not_published(month: Month, people: flow.People, sign_in: SignIn) -> None:
    refused = sign_in(people.manager).post(f"/month/{flow.PERIOD}/publish/")
    assert refused.status_code == 422
    assert b"not signed off" in refused.content
    assert not Publication.objects.exists()


def test_a_publication_names_who_signed_and_shows_each_audience_its_own(
    out: str, own: Path, people: flow.People, sign_in: SignIn
) -> None:
    publication = Publication.objects.get()
    (release,) = shelf(own)
    assert release.release == publication.release
    assert release.people["signed"] == [people.director.title]
    assert release.people["published"] == [people.manager.title]
    assert publication.published is not None
    panel = sign_in("panel")
    listed = panel.get("/library/").content
    assert b"Public" in listed
    assert b"Internal" not in listed
    (shown,) = release.seen_by(frozenset({"public"}))
    assert shown.first is not None
    opened = panel.get(f"/library/{release.release}/{shown.first.name}")
    assert f"Signed off by {people.director.title}".encode() in opened.content
    hidden = release.seen_by(frozenset({"internal"}))[0].first
    assert hidden is not None
    for name in (hidden.name, "figures.csv", "packs/public/figures.parquet"):
        assert panel.get(f"/library/{release.release}/{name}").status_code == 404


def test_a_month_is_published_again_with_a_reason_and_taken_back_with_one(
    out: str, own: Path, people: flow.People, sign_in: SignIn
) -> None:
    manager, director, panel = sign_in(people.manager), sign_in(people.director), sign_in("panel")
    again = manager.post(out)
    assert again.status_code == 422
    assert b"why it is published again" in again.content
    manager.post(out, {"because": "One figure was wrong."})
    flow.work()
    newest, oldest = shelf(own)
    assert newest.replaces == (oldest.release,)
    assert oldest.replaced_by == newest.release
    assert director.post(f"/month/{flow.PERIOD}/retract/", {"why": ""}).status_code == 422
    director.post(f"/month/{flow.PERIOD}/retract/", {"why": "A child could be recognised."})
    flow.work()
    (shown,) = newest.seen_by(frozenset({"public"}))
    assert shown.first is not None
    notice = panel.get(f"/library/{newest.release}/{shown.first.name}")
    assert notice.status_code == 410
    assert b"A child could be recognised." in notice.content
    assert Store(own).release(newest.release).changed() == []


def test_who_signed_off_may_not_publish(month: Month, people: flow.People, sign_in: SignIn) -> None:
    flow.settle(month, people)
    Grant.objects.create(account=people.director, role="information_manager", kind="authority", starts="2020-01-01")
    refused = sign_in(people.director).post(f"/month/{flow.PERIOD}/publish/")
    assert refused.status_code == 403
    assert not Publication.objects.exists()
    assert not Job.objects.filter(kind="publish").exists()


def test_a_changed_figure_ends_its_sign_off_and_no_other(month: Month, people: flow.People, sign_in: SignIn) -> None:
    flow.settle(month, people)
    before = Approval.objects.filter(voided=None).count()
    line = month.lines.first()
    assert line is not None
    month.lines.filter(pk=line.pk).update(digest="0" * 64)
    Approval.objects.filter(line=line).update(digest="1" * 64)
    sign_in(people.analyst).post(f"/month/{flow.PERIOD}/calculate/")
    flow.work()
    assert Approval.objects.filter(voided=None).count() == before - 1
    voided = Approval.objects.get(line=line)
    assert "calculated again" in voided.voided_because
    assert Happening.objects.filter(what__contains="1 sign-off void").exists()
    assert any("not signed off" in one.words for one in clearance(month).obstacles)


def test_words_that_may_tell_of_a_child_wait_for_a_second_person(
    month: Month, people: flow.People, sign_in: SignIn
) -> None:
    line = month.lines.filter(missing="").first()
    assert line is not None
    flow.said(line, people.head, "Both siblings, aged 7 and living in Marshfield, went missing with 2 children.")
    flow.settle(month, people)
    found = clearance(month)
    assert [one.count for one in found.obstacles] == [f"{len(found.doubts)} remarks in comments"]
    clear, page = f"/month/{flow.PERIOD}/clear/", {"because": "These are invented.", "digest": ""}
    for doubt in found.doubts:
        page["digest"] = doubt.warned.digest
        assert sign_in(people.head).post(clear, page).status_code == 403
        assert sign_in(people.director).post(clear, page | {"because": " "}).status_code == 422
        assert sign_in(people.director).post(clear, page).status_code == 302
    assert clearance(month).obstacles == []


def test_reasonableness_names_children_only_to_who_may_see_them(
    month: Month, people: flow.People, sign_in: SignIn
) -> None:
    line = month.lines.filter(missing="").first()
    assert line is not None
    page = f"/month/{flow.PERIOD}/reasonable/{line.pk}/"
    assert sign_in("viewer").get(f"/month/{flow.PERIOD}/reasonable/").status_code == 200
    assert b"waiting its turn" in sign_in("viewer").get(page).content  # nothing is built inside the request
    flow.work()
    blind = sign_in("viewer").get(page)
    assert b"do not let you see the children" in blind.content
    assert b"is logged" not in blind.content
    sighted = sign_in(people.analyst).get(page)
    assert b"That you saw this list is logged" in sighted.content


def test_previews_are_written_by_a_job_and_stay_inside_their_folder(
    month: Month, people: flow.People, sign_in: SignIn
) -> None:
    manager = sign_in(people.manager)
    assert manager.post(f"/month/{flow.PERIOD}/preview/").status_code == 302
    flow.work()
    page = manager.get(f"/month/{flow.PERIOD}/publish/").content.decode()
    href = f"/month/{flow.PERIOD}/preview/internal/{flow.PACK}/index.html"
    assert href in page
    assert b"Preview. Draft, not signed off" in manager.get(href).content
    assert manager.get(f"/month/{flow.PERIOD}/preview/../../../secret").status_code == 404
    assert manager.get(f"/month/{flow.PERIOD}/preview/internal/figures.parquet").status_code == 404
    assert sign_in("panel").get(href).status_code == 403
