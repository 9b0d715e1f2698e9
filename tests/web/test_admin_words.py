"""The council's words take effect: pages say them at once, months from their next freeze, what is published never."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from django.conf import settings

from trigpoint.store import Store
from trigpoint.tasks.configure import Row, Setting, configure
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.offered_packs import offered_packs
from trigpoint.tasks.own_packs import versions_of
from trigpoint.tasks.releases import with_figures
from trigpoint.web.jobs.models import Job
from trigpoint.web.months.models import Approval, Month

from . import flow
from .conftest import MakeAccount, SignIn
from .test_admin_packs import GOOD

pytestmark = pytest.mark.django_db

WORDS = {"better": "Ahead", "on_target": "On track", "within": "Nearly there", "outside": "Off track"}
WHY = {"because": "agreed by the corporate parenting panel"}
PACKS = [f"{flow.PACK}|internal"]


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    return flow.copied(store, tmp_path / "store")


def texts(store: Path, release: str) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in Store(store).release(release).files.items()}


def test_pages_of_measures_say_what_the_council_says(own: Path, sign_in: SignIn) -> None:
    reader, admin = sign_in("viewer"), sign_in("administrator")
    page = "/measures/cla_at_period_end/"
    assert "<h1>Children looked after</h1>" in reader.get(page).content.decode()
    assert admin.post("/administration/words/", WORDS | WHY | {"care": "cared for"}).status_code == 302
    assert "<h1>Cared for children</h1>" in reader.get(page).content.decode()
    for found in ("cared for children", "looked after"):  # both still find it
        listed = unescape(reader.get("/measures/", {"q": found}).content.decode())
        assert "Cared for children" in listed
        assert "Children looked after" not in listed
    assert "Cared for children" in admin.get("/administration/words/").content.decode()
    admin.post("/administration/words/", WORDS | WHY | {"care": ""})
    assert "<h1>Children looked after</h1>" in reader.get(page).content.decode()


def test_a_pack_is_kept_as_it_is_written_and_offered_in_the_councils_words(own: Path, sign_in: SignIn) -> None:
    configure(own, Setting.WORDS, [Row("care", "in care")], "Director", "agreed by the panel")
    text = GOOD.replace("Board report", "Looked after children")
    admin = sign_in("administrator")
    assert admin.post("/administration/packs/new/", {"text": text, "do": "keep", **WHY}).status_code == 302
    assert versions_of(own, "our-board")[0].title == "Looked after children"
    assert ("our-board", "Children in care", 2) in offered_packs(own)
    assert b">Children in care</a>" in admin.get("/administration/packs/").content


def test_words_of_a_moment_can_be_had_again(tmp_path: Path) -> None:
    first = configure(tmp_path, Setting.WORDS, [Row("care", "in care"), Row("outside", "Red")], "Director", "agreed")
    second = configure(tmp_path, Setting.WORDS, [Row("care", "cared for")], "Director", "agreed again")
    assert council_words(tmp_path).entry == second.hash
    then = council_words(tmp_path, first.time)
    assert (then.entry, then.said("Children looked after")) == (first.hash, "Children in care")
    assert list(then.states.values()) == ["Red"]


def test_a_month_keeps_the_words_it_was_frozen_with_until_it_is_frozen_again(
    own: Path, make: MakeAccount, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trigpoint.tasks.publish_month.formats", lambda: ("html",))
    monkeypatch.setattr("trigpoint.web.months.work.prepare_figures", lambda *_, **__: None)
    people = flow.People(make("analyst"), make("information_manager"), make("head_of_service"), make("approver"))
    manager, snapshot = sign_in(people.manager), Store(own).current()
    assert snapshot is not None
    flow.accepted(snapshot.id, people.analyst)
    month = flow.frozen(manager, snapshot.id, PACKS)
    entry = configure(own, Setting.WORDS, [Row("care", "cared for")], "Director", "agreed by the panel")
    first = published(month, people, sign_in)
    assert "hildren in care" in first
    assert "ared for children" not in first
    (old,) = with_figures(own)
    kept = texts(own, old.id)
    assert old.manifest["words"] == ""

    month = flow.frozen(manager, snapshot.id, PACKS)
    assert month.calculated_at is None
    second = published(month, people, sign_in)
    assert "ared for children" in second
    assert "hildren in care" not in second
    new = with_figures(own)[-1]
    assert new.manifest["words"] == entry.hash
    assert texts(own, old.id) == kept
    assert not Approval.objects.exclude(voided=None).exists()  # a title is no figure: the sign-offs stand


def published(month: Month, people: flow.People, sign_in: SignIn) -> str:
    """Calculate, sign off and publish a month; the words of all its pages."""
    sign_in(people.manager).post(f"/month/{flow.PERIOD}/calculate/")
    flow.work()
    month.refresh_from_db()
    if not Approval.objects.exists():
        flow.settle(month, people)
    page = f"/month/{flow.PERIOD}/publish/"
    assert sign_in(people.manager).post(page, {"because": "to have the words"}).status_code == 302
    flow.work()
    assert Job.objects.filter(kind="publish").latest("pk").state == "done"
    release = with_figures(settings.ENVIRONMENT.store)[-1]
    return " ".join(path.read_text() for name, path in release.files.items() if name.endswith(".html"))
