"""Target setting: a paper is begun, argued, agreed by a second person and carried; what held before stays."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from trigpoint.judgement.entries import from_table
from trigpoint.judgement.target import Target, in_force
from trigpoint.store import Store
from trigpoint.tasks import target_baseline
from trigpoint.tasks.fill_pack import fill_pack, targets_for
from trigpoint.tasks.prepared_figures import Prepared, read_prepared
from trigpoint.tasks.target_baseline import prepare_baseline
from trigpoint.tasks.target_paper import Paper, begin, pack_of
from trigpoint.tasks.targets import load_targets
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import do_next
from trigpoint.web.months.models import Month, MonthPack
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.targets.agreeing import CARRY, ask_for
from trigpoint.web.targets.models import Decision, PaperState, TargetPaper

from .conftest import AS_AT, MakeAccount, SignIn
from .own_targets import OLD, PACK, decide, fields, put_forward, row, save

pytestmark = pytest.mark.django_db
STARTS = date(2027, 4, 1)


@pytest.fixture(scope="module")
def packed(shared_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store of our own with targets loaded and the baseline of a paper calculated, and the pack."""
    home = tmp_path_factory.mktemp("targets")
    (home / "ours.toml").write_text(PACK, encoding="utf-8")
    (home / "old.toml").write_text(OLD, encoding="utf-8")
    store = home / "store"
    shutil.copytree(shared_store, store)
    load_targets(home / "old.toml", store)
    pack = home / "ours.toml"
    prepare_baseline(Paper(str(pack), STARTS, begin(str(pack), store, STARTS).rows), store)
    return store, pack


@pytest.fixture
def pack(packed: tuple[Path, Path], tmp_path: Path, settings: Settings, db: None) -> str:
    """The pack of a month; the store is a copy that the test may write to."""
    own = tmp_path / "store"
    shutil.copytree(packed[0], own)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=own)
    MonthPack.objects.create(month=Month.objects.create(period=AS_AT), pack=str(packed[1]), audience="internal")
    return str(packed[1])


@pytest.fixture
def owner(sign_in: SignIn, make: MakeAccount) -> Client:
    return sign_in(make("target_owner", "owner"))


@pytest.fixture
def paper(pack: str, owner: Client) -> TargetPaper:
    owner.post("/targets/begin/", {"pack": pack})
    return TargetPaper.objects.get()


def store_of(settings: Settings) -> Path:
    return Path(settings.ENVIRONMENT.store)


def targets_in(store: Path) -> tuple[Target, ...]:
    return from_table(Store(store).entries("targets")[-1].read())


def test_a_paper_begins_with_the_targets_in_force_and_every_row_kept(paper: TargetPaper, owner: Client) -> None:
    assert (paper.starts, paper.target_set, paper.draft) == (STARTS, "ours", 1)
    reviews, unset = row(paper, "cla_reviews_in_timescale_pct"), row(paper, "rereferrals_12m_pct")
    assert reviews.before["bands"] == "Red::90;Amber:90:95;Green:95:"
    assert reviews.also == [["uasc=exc", "snapshot"]]
    assert row(paper, "icpc_15wd_pct").also == [["", "month"]]
    assert unset.before == {}
    page = owner.get(f"/targets/{paper.pk}/").content.decode()
    assert "3 measures: 0 change, 0 are new" in page
    assert "Nothing stands in the way" not in page  # nobody is named who is to agree
    assert owner.post("/targets/begin/", {"pack": paper.pack}).status_code == 400


def test_a_change_needs_a_reason_and_faults_stand_beside_their_fields(paper: TargetPaper, owner: Client) -> None:
    reviews = row(paper, "cla_reviews_in_timescale_pct")
    path = f"/targets/{paper.pk}/rows/{reviews.pk}/"
    page = owner.post(path, fields(reviews, target="85", bands="Red::70;Amber:70:80")).content.decode()
    assert "Say why it changes" in page
    assert 'id="rationale-error"' in page
    page = owner.post(path, fields(reviews, target="60", rationale="Lower")).content.decode()
    assert "60 lies in Red; give a target inside Green." in page
    assert 'value="60"' in page  # what was typed is kept
    page = owner.post(
        path, fields(reviews, style="two_sided", target="lots", due="soon", rationale="x")
    ).content.decode()
    assert "is &#39;lots&#39;, not a number" in page
    assert 'id="due-error"' in page
    assert save(owner, reviews) == 302  # saved without a change: no version, and no line in the diary
    assert reviews.versions.count() == 1
    assert save(owner, reviews, target="97", bands="Red::92;Amber:92:97;Green:97:", rationale="Improving") == 302
    assert [one.fields["target"] for one in reviews.versions.all()] == ["95", "97"]


def test_the_row_shows_its_baseline_on_the_bands_that_are_typed(paper: TargetPaper, owner: Client) -> None:
    reviews = row(paper, "cla_reviews_in_timescale_pct")
    path = f"/targets/{paper.pk}/rows/{reviews.pk}/"
    before = owner.get(path).content.decode()
    assert "Last 12 figures" in before
    assert "October 2026" in before
    save(owner, reviews, target="1", bands="Red::0.5;Amber:0.5:1;Green:1:", rationale="To see")
    after = owner.get(path).content.decode()
    assert "12 on target" in after
    assert "12 on target" not in before


def test_what_another_definition_does_to_the_figure_is_said(
    paper: TargetPaper, owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    conferences = row(paper, "icpc_15wd_pct")
    path = f"/targets/{paper.pk}/rows/{conferences.pk}/"
    assert "By today" not in owner.get(path).content.decode()  # nothing is amended: nothing to say

    def other(prepared: Prepared, measure: str) -> pa.Table:
        rows = read_prepared(prepared, measure).to_pylist()
        return pa.Table.from_pylist([{**one, "denominator": (one["denominator"] or 0) + 1} for one in rows])

    monkeypatch.setattr(target_baseline, "read_prepared", other)
    page = owner.get(path).content.decode()
    assert re.search(r"By today&#39;s definition \d+ of \d+; by that of the new year \d+ of \d+", page)


def test_two_editors_lose_no_word(paper: TargetPaper, owner: Client, sign_in: SignIn) -> None:
    reviews = row(paper, "cla_reviews_in_timescale_pct")
    stale = fields(reviews, target="99", bands="Red::92;Amber:92:99;Green:99:", rationale="Mine, typed before")
    save(owner, reviews, target="97", bands="Red::92;Amber:92:97;Green:97:", rationale="First")
    other = sign_in("information_manager")
    answer = other.post(f"/targets/{paper.pk}/rows/{reviews.pk}/", stale)
    assert answer.status_code == 409
    assert b"Mine, typed before" in answer.content
    assert b"saved version 2 of this row meanwhile" in answer.content
    assert reviews.versions.count() == 2


def test_nothing_is_put_forward_while_something_stands_in_the_way(paper: TargetPaper, owner: Client) -> None:
    answer = owner.post(f"/targets/{paper.pk}/forward/")
    assert answer.status_code == 400
    assert b"Nobody is named who is to agree" in answer.content
    paper.refresh_from_db()
    assert paper.state == PaperState.DRAFT
    put_forward(owner, paper, "Panel")
    assert paper.state == PaperState.FOR_AGREEMENT


def test_who_proposed_a_row_cannot_agree_it_under_another_role(
    paper: TargetPaper, owner: Client, sign_in: SignIn, make: MakeAccount
) -> None:
    both = make("information_manager", "both")
    writer = sign_in(both)
    save(writer, row(paper, "icpc_15wd_pct"), target="82", rationale="A step up")
    put_forward(owner, paper, "Panel")
    assert decide(writer, paper, "Panel") == 403
    Grant.objects.filter(account=both).update(role="approver")
    assert decide(writer, paper, "Panel") == 403  # the same request, replayed under a role that may agree
    assert not Decision.objects.exists()
    Grant.objects.filter(account=Account.objects.get(username="owner")).update(role="approver")
    assert decide(owner, paper, "Panel") == 403  # nor who began it
    assert decide(sign_in("approver"), paper, "Panel") == 302
    assert Decision.objects.get().agreed


def test_a_change_after_a_decision_voids_it_and_begins_the_next_draft(
    paper: TargetPaper, owner: Client, sign_in: SignIn
) -> None:
    put_forward(owner, paper, "Management team", "Panel")
    director = sign_in("approver")
    decide(director, paper, "Management team")
    save(owner, row(paper, "icpc_15wd_pct"), target="82", rationale="A step up")
    paper.refresh_from_db()
    assert (paper.state, paper.draft) == (PaperState.DRAFT, 2)
    assert Decision.objects.get().voided_because == "changed Conferences in 15 days"
    page = owner.get(f"/targets/{paper.pk}/").content.decode()
    assert "voided by this change: the decision of Management team. This is draft 2" in page
    assert "on draft 1 is void: changed Conferences in 15 days" in page
    put_forward(owner, paper)
    assert decide(director, paper, "Panel", draft=1) == 403  # a decision about a draft that is no more
    assert Decision.objects.filter(voided=None).count() == 0


@pytest.fixture
def agreed(paper: TargetPaper, owner: Client, sign_in: SignIn) -> TargetPaper:
    """The paper with a target raised and a measure removed, agreed by all at the second go."""
    save(owner, row(paper, "cla_reviews_in_timescale_pct"), removed="yes", rationale="Few children")
    save(owner, row(paper, "icpc_15wd_pct"), target="82", rationale="A step up")
    put_forward(owner, paper, "Panel", "Director")
    director = sign_in("approver")
    assert decide(director, paper, "Panel", "not") == 302
    paper.refresh_from_db()
    assert paper.state == PaperState.DRAFT
    put_forward(owner, paper)
    for name in ("Panel", "Director"):
        decide(director, paper, name)
    work_off()
    paper.refresh_from_db()
    return paper


def test_an_agreed_paper_is_carried_once_and_nothing_is_written_over(agreed: TargetPaper, settings: Settings) -> None:
    store = store_of(settings)
    assert agreed.state == PaperState.AGREED
    entries = Store(store).entries("targets")
    assert agreed.entry == entries[-1].path.name
    old, now = from_table(entries[0].read()), targets_in(store)
    assert {target.end for target in old} == {None}
    TargetPaper.objects.update(entry="")  # as if the worker had been stopped before it said so
    ask_for(CARRY, agreed, 0)
    work_off()
    assert len(Store(store).entries("targets")) == len(entries) == 2
    agreed.refresh_from_db()
    assert agreed.entry == entries[-1].path.name
    mine = [t for t in now if t.measure == "icpc_15wd_pct" and t.period_type == "rolling12"]
    assert [(str(t.value), t.start, t.end) for t in mine] == [
        ("80", date(2026, 4, 1), date(2027, 3, 31)),
        ("82", STARTS, None),
    ]
    assert (mine[1].agreed_by, mine[1].agreed_on) == ("Panel; Director", timezone.localdate())
    assert {t.end for t in now if t.measure == "cla_reviews_in_timescale_pct"} == {date(2027, 3, 31)}
    other = "cla_at_period_end"  # nothing of it stood in the paper
    assert [t for t in now if t.measure == other] == [t for t in old if t.measure == other]


def test_the_page_of_an_agreed_paper_follows_the_job_that_carries_it(
    paper: TargetPaper, owner: Client, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_forward(owner, paper, "Panel")
    director, page = sign_in("approver"), f"/targets/{paper.pk}/"
    decide(director, paper, "Panel")
    asked = Job.objects.get(kind=CARRY)
    assert f'data-job="/jobs/{asked.pk}/' in director.get(page).content.decode()
    theirs = owner.get(page).content.decode()  # nobody else may ask how far it is
    assert "waiting its turn" in theirs
    assert "data-job" not in theirs
    with monkeypatch.context() as broken:
        broken.setattr("trigpoint.web.targets.work.agree", lambda *_: (_ for _ in ()).throw(ValueError))
        while do_next():
            pass
    said = director.get(page).content.decode()
    assert "Agreed, and not yet in the store." in said
    assert "data-job" not in said
    director.post(f"{page}carry/")
    assert "Agreed, and not yet in the store." not in director.get(page).content.decode()
    while do_next():
        pass
    assert "The targets stand in the store" in director.get(page).content.decode()


def test_packs_use_what_was_agreed_from_april(
    agreed: TargetPaper, owner: Client, settings: Settings, tmp_path: Path
) -> None:
    assert owner.get("/targets/sets/ours/icpc_15wd_pct/").content.decode().count("82% and above") == 2
    assert save(owner, row(agreed, "icpc_15wd_pct"), target="83", rationale="Late") == 403
    for period, wanted in ((date(2027, 3, 31), "80%"), (date(2027, 4, 30), "82%")):
        out = tmp_path / f"{period:%m}"
        fill_pack(agreed.pack, store_of(settings), period, out)
        page = (out / "index.html").read_text(encoding="utf-8")
        assert f'data-l="Target">{wanted}<' in page


def test_a_pack_that_a_council_uploaded_has_its_paper_too(
    pack: str, owner: Client, sign_in: SignIn, settings: Settings
) -> None:
    store, admin = store_of(settings), sign_in("administrator")
    text = PACK.replace('id = "ours"', 'id = "our-own"')
    sent = {"text": text, "do": "keep", "because": "agreed by the improvement board"}
    assert admin.post("/administration/packs/new/", sent).status_code == 302
    assert b'value="our-own"' in owner.get("/targets/").content
    assert owner.post("/targets/begin/", {"pack": "our-own"}).status_code == 302
    paper = TargetPaper.objects.get()
    conferences = row(paper, "icpc_15wd_pct")
    save(owner, conferences, target="82", rationale="A step up")
    work_off()
    assert "Last 12 figures" in owner.get(f"/targets/{paper.pk}/rows/{conferences.pk}/").content.decode()

    # the paper goes on with what is kept now, also while the pack is offered no more
    admin.post("/administration/packs/new/", sent | {"text": text.replace("Conferences in 15 days", "Conferences")})
    assert "Conferences" in [page.title for page in pack_of("our-own", store).pages]
    admin.post("/administration/packs/our-own/", {"because": "the board has another"})
    assert b'value="our-own"' not in owner.get("/targets/").content

    put_forward(owner, paper, "Panel")
    assert decide(sign_in("approver"), paper, "Panel") == 302
    work_off()
    page = owner.get(f"/targets/{paper.pk}/drawn/").content.decode()
    assert "3 measures proposed: 2 keep their targets, 1 change, 0 are new." in page
    held = targets_for(store, pack_of("our-own", store), date(2027, 4, 30))
    target = in_force(held, "icpc_15wd_pct", "", "rolling12", STARTS)
    assert (str(target.value) if target else "") == "82"


def work_off() -> None:
    """Do every job that waits."""
    while do_next():
        pass
    assert not Job.objects.filter(state=State.FAILED).values_list("trouble", flat=True)


def test_the_paper_is_drawn_in_our_frame_and_as_word_and_pdf(
    paper: TargetPaper, owner: Client, sign_in: SignIn
) -> None:
    save(owner, row(paper, "icpc_15wd_pct"), target="82", rationale="A step up", definition_then="Without transfers")
    owner.post(f"/targets/{paper.pk}/draw/")
    work_off()
    viewer = sign_in("viewer")
    page = viewer.get(f"/targets/{paper.pk}/drawn/").content.decode()
    assert "3 measures proposed: 2 keep their targets, 1 change, 0 are new." in page
    assert "Without transfers" in page
    assert page.count("<h1") == 1
    assert "changed since it was drawn" not in page
    for name in ("targets.docx", "targets.pdf"):
        answer = viewer.get(f"/targets/{paper.pk}/drawn/{name}")
        start = next(iter(answer.streaming_content))  # type: ignore[attr-defined]
        assert start[:2] in {b"PK", b"%P"}
    save(owner, row(paper, "icpc_15wd_pct"), target="83", rationale="A step up")
    assert "changed since it was drawn" in viewer.get(f"/targets/{paper.pk}/drawn/").content.decode()
    assert viewer.get(f"/targets/{paper.pk}/drawn/..%2fworker.lock").status_code == 404


def test_a_measure_is_added_and_a_wrong_one_is_told_beside_its_field(paper: TargetPaper, owner: Client) -> None:
    path = f"/targets/{paper.pk}/add/"
    wrong = owner.post(path, {"measure": "cla_at_period_end", "variant": "no=such", "period_type": "snapshot"})
    assert b'id="variant-error"' in wrong.content
    given = {"measure": "cla_at_period_end", "period_type": "snapshot", "title": "Children in care"}
    assert owner.post(path, given).status_code == 302
    made = paper.proposals.get(measure="cla_at_period_end")
    assert made.added
    assert b"stands in the paper already" in owner.post(path, given).content
    page = owner.get(f"/targets/{paper.pk}/").content.decode()
    assert "Children in care: Say why this target" in page  # an addition has its reason before it is put forward


def test_a_file_of_targets_begins_a_paper_or_says_what_is_wrong(pack: str, owner: Client) -> None:
    new = OLD.replace("2026-04-01", "2027-04-01").replace("target = 80", "target = 84")
    wrong = SimpleUploadedFile("mine.toml", new.replace("target = 84", 'target = "lots"').encode())
    answer = owner.post("/targets/begin/", {"pack": pack, "file": wrong})
    assert answer.status_code == 400
    assert b"mine.toml, target 3" in answer.content
    owner.post("/targets/begin/", {"pack": pack, "file": SimpleUploadedFile("mine.toml", new.encode())})
    paper = TargetPaper.objects.get()
    last = row(paper, "icpc_15wd_pct").versions.get()
    assert last.fields["target"] == "84"
    page = owner.get(f"/targets/{paper.pk}/").content.decode()
    assert "Changed" in page
    assert "cla_at_period_end (snapshot)" in page  # not of this pack: told, not dropped


def test_what_the_store_has_is_shown_to_who_may_see_targets(pack: str, sign_in: SignIn) -> None:
    viewer = sign_in("viewer")
    assert "/targets/sets/ours/" in viewer.get("/targets/").content.decode()
    page = viewer.get("/targets/sets/ours/").content.decode()
    assert "5 targets hold today" in page
    assert "Improvement board" in page
    assert viewer.get("/targets/sets/nowhere/").status_code == 404
    assert b"Begin the paper" not in viewer.get("/targets/").content
    assert viewer.post("/targets/begin/", {"pack": pack}).status_code == 403
    MonthPack.objects.create(month=Month.objects.get(), pack="/moved/away.toml", audience="panel")
    assert viewer.get("/targets/").status_code == 200  # a pack that cannot be read stops nobody else's
