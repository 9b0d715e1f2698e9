"""A council's own packs: checked with the line of each fault, kept as versions, offered when a month is frozen."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from trigpoint.packs.library import pack_file
from trigpoint.packs.load import PackError
from trigpoint.store import Store
from trigpoint.tasks.board_lines import board_lines
from trigpoint.tasks.checked_pack import checked, checked_text
from trigpoint.tasks.offered_packs import offered_packs
from trigpoint.tasks.own_packs import keep_pack, versions_of
from trigpoint.web.explore.work import PREPARE
from trigpoint.web.jobs.models import Job
from trigpoint.web.months.models import Month

from . import flow
from .conftest import AS_AT, MakeAccount, SignIn

GOOD = """\
id = "our-board"
title = "Our board"
report = "Board report"
layout = "scorecard"

[[page]]
code = "1"
title = "Children looked after at the month end"
measure = "cla_at_period_end"
period_type = "snapshot"

[[page]]
code = "2"
title = "Repeat referrals"
measure = "rereferrals_12m_pct"
period_type = "rolling12"
"""
WHY = {"because": "agreed by the improvement board"}


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    return flow.copied(store, tmp_path / "store")


@pytest.fixture
def admin(sign_in: SignIn) -> Client:
    return sign_in("administrator")


@pytest.mark.parametrize(
    ("was", "now", "line", "says"),
    [
        ('title = "Repeat referrals"', "title = ", 14, "not a TOML file"),
        ("cla_at_period_end", "cla_at_the_end", 9, "did you mean cla_at_period_end"),
        ('"rolling12"', '"fortnight"', 16, "give one of"),
        ('"rolling12"', '"snapshot"', 16, "no figures of `period_type` snapshot"),
        ('code = "2"', 'code = "1"', 13, "used twice"),
        ('layout = "scorecard"', 'layout = "poster"', 4, "give one of"),
        ('layout = "scorecard"', 'layout = "scorecard"\ntarget_set = "nobody"', 5, "load the targets first"),
        ('layout = "scorecard"', 'definitions = "mars"', 4, "no definition set"),
        ('"our-board"', '"../board"', 1, "small letters"),
        ('"our-board"', '"kent"', 1, "comes with Trigpoint"),
        ('title = "Our board"', 'titel = "Our board"', 2, "did you mean title"),
        ('code = "2"', 'code = "2"\nwhere = { planet = "x" }', 14, "no breakdown 'planet'"),
        ('code = "2"', 'code = "2"\nwords = { made_of = "{0} of {all}" }', 14, "use {numerator}"),
    ],
)
def test_a_fault_is_told_with_its_line_and_how_to_mend_it(
    was: str, now: str, line: int, says: str, tmp_path: Path
) -> None:
    with pytest.raises(PackError) as found:
        checked_text(GOOD.replace(was, now), "board.toml", tmp_path)
    assert says in str(found.value)
    assert f"line {line}" in str(found.value).lower()


def test_every_pack_of_ours_can_be_a_councils_own_under_another_name(tmp_path: Path) -> None:
    for name in ("kent", "cheshire-east", "kent-targets"):
        file = pack_file(name)
        assert file is not None
        text = file.read_text().replace(f'id = "{name}"', 'id = "ours"')
        assert checked_text(text, "ours.toml", tmp_path).id == "ours"


@pytest.mark.django_db
def test_a_pack_is_looked_at_before_it_is_kept(admin: Client, own: Path) -> None:
    page = "/administration/packs/new/"
    file = SimpleUploadedFile("board.toml", GOOD.encode())
    shown = admin.post(page, {"file": file, "do": "check"})
    assert shown.status_code == 200
    text = unescape(shown.content.decode())
    assert "board.toml can be used." in text
    assert "Children looked after at the month end" in text
    assert "rereferrals_12m_pct" in text
    assert not Store(own).entries("packs")
    assert admin.post(page, {"text": GOOD, "do": "keep", "because": "x"}).status_code == 400
    assert not Store(own).entries("packs")
    assert admin.post(page, {"text": GOOD, "do": "keep", **WHY})["Location"] == "/administration/packs/our-board/"
    (kept,) = versions_of(own, "our-board")
    assert (kept.text, kept.by, kept.because) == (GOOD, "System administrator", WHY["because"])
    assert [one.kind for one in Job.objects.all()] == [PREPARE]  # its figures are there before somebody explores them


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Choose the file of a pack"),
        ({"file": SimpleUploadedFile("a.toml", b"\xff\xfe\x00")}, "no text in UTF-8"),
        ({"file": SimpleUploadedFile("a.toml", b"#" * 200_001)}, "larger than 200 kB"),
        ({"text": GOOD.replace("cla_at_period_end", "cla_at_period_ende")}, "Line 9: "),
    ],
)
def test_what_cannot_be_a_pack_is_told_and_what_was_typed_is_kept(
    admin: Client, own: Path, sent: dict[str, object], says: str
) -> None:
    response = admin.post("/administration/packs/new/", {**sent, "do": "check"})
    assert response.status_code == 400
    text = unescape(response.content.decode())
    assert says in text
    assert str(sent.get("text", "")) in text


@pytest.mark.django_db
def test_versions_are_kept_and_a_pack_is_withdrawn_and_brought_again(admin: Client, own: Path) -> None:
    new, page = "/administration/packs/new/", "/administration/packs/our-board/"
    admin.post(new, {"text": GOOD, "do": "keep", **WHY})
    admin.post(new, {"text": GOOD.replace("Board report", "Report of the board"), "do": "keep", **WHY})
    newest, oldest = versions_of(own, "our-board")
    assert admin.get(f"{page}{oldest.entry}.toml").content.decode() == GOOD
    assert ("our-board", "Report of the board", 2) in offered_packs(own)
    assert checked("our-board", own, oldest.time).report == "Board report"
    assert checked("our-board", own).report == "Report of the board"
    assert admin.post(page, {"because": "x"}).status_code == 400
    assert admin.post(page, WHY).status_code == 302
    assert "our-board" not in {name for name, _, _ in offered_packs(own)}
    assert b"It is offered no more." in admin.get(page).content
    assert admin.get(f"{page}{newest.entry}.toml").status_code == 200
    assert admin.post(page, WHY).status_code == 404
    admin.post(new, {"text": GOOD, "do": "keep", **WHY})
    assert ("our-board", "Board report", 2) in offered_packs(own)


@pytest.mark.django_db
def test_ours_can_be_seen_and_saved_and_not_withdrawn(admin: Client, own: Path) -> None:
    page = admin.get("/administration/packs/kent-missing-monthly/")
    assert b"Times that children in care went missing" in page.content
    saved = admin.get("/administration/packs/kent-missing-monthly/ours.toml").content.decode()
    assert 'id = "kent-missing-monthly"' in saved
    assert admin.post("/administration/packs/kent-missing-monthly/", WHY).status_code == 404
    assert admin.get("/administration/packs/nobody/").status_code == 404
    assert admin.get("/administration/packs/nobody/ours.toml").status_code == 404
    assert b"kent-missing-monthly" in admin.get("/administration/packs/").content


@pytest.mark.django_db
def test_a_month_is_frozen_with_the_councils_pack_and_keeps_its_version(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    kept = keep_pack(own, "our-board", "Board report", GOOD, "Director", "agreed")
    snapshot, manager = Store(own).current(), make("information_manager")
    assert snapshot is not None
    flow.accepted(snapshot.id, make("analyst"))
    month = flow.frozen(sign_in(manager), snapshot.id, ["our-board|internal"])
    assert [one.pack for one in month.packs.all()] == ["our-board"]
    frozen_at = month.frozen_at
    assert frozen_at is not None
    assert frozen_at > kept.time
    keep_pack(own, "our-board", "Board report", GOOD.replace("Repeat referrals", "Referred again"), "Director", "again")
    told = own, snapshot.id, AS_AT, ["our-board"]
    assert [line.title for line in board_lines(*told, settled=frozen_at)][1] == "Repeat referrals"
    again = flow.frozen(sign_in(manager), snapshot.id, ["our-board|internal"])
    assert again.frozen_at is not None
    assert again.frozen_at > frozen_at + timedelta(0)
    assert [line.title for line in board_lines(*told, settled=again.frozen_at)][1] == "Referred again"
    unchanged = Month.objects.get().frozen_at
    assert flow.frozen(sign_in(manager), snapshot.id, ["our-board|internal"]).frozen_at == unchanged
