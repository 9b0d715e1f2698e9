"""Data quality on pages: what fails, whose it is, what people do about it, and what the next check makes of that."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings
from python_calamine import load_workbook

from trigpoint.store import Store
from trigpoint.tasks.kept_check import KeptCheck, keep_check, kept_check
from trigpoint.tasks.known_findings import ACCEPTED
from trigpoint.web.access.log import who_has_seen
from trigpoint.web.access.tokens import token
from trigpoint.web.children.findings import key_of
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import ask, do_next
from trigpoint.web.quality.models import Assignment, WrongFlag
from trigpoint.web.quality.work import CHECK

from .conftest import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def checked_store(shared_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of our own, checked without recalculating figures."""
    own = tmp_path_factory.mktemp("quality") / "store"
    shutil.copytree(shared_store, own)
    keep_check(own, effects=False)
    return own


@pytest.fixture
def check(checked_store: Path, tmp_path: Path, settings: Settings) -> KeptCheck:
    """What is kept, in a copy that the test may write to."""
    own = tmp_path / "store"
    shutil.copytree(checked_store, own)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=own)
    found = kept_check(own)
    assert found is not None
    return found


def most_common(check: KeptCheck, name: str, **where: str) -> str:
    rows = [row for row in check.findings if all(row[key] == value for key, value in where.items())]
    return str(Counter(row[name] for row in rows if row[name]).most_common(1)[0][0])


def test_the_first_page_counts_what_the_check_found(check: KeptCheck, sign_in: SignIn) -> None:
    page = sign_in("quality_officer").get("/quality/").content.decode()
    rules = {row["rule"] for row in check.findings}
    assert f"{len(rules)} rules failing, {len(check.findings):,} records" in page
    assert not [row["child"] for row in check.findings if row["child"] and f">{row['child']}<" in page]


def test_a_manager_sees_the_rows_of_the_team_and_they_are_logged(check: KeptCheck, sign_in: SignIn) -> None:
    team = most_common(check, "team")
    rule = most_common(check, "rule", team=team)
    page = sign_in("team_manager", team=team).get(f"/quality/rules/{rule}/").content.decode()
    mine = {row["child"] for row in check.findings if (row["rule"], row["team"]) == (rule, team) and row["child"]}
    others = {row["child"] for row in check.findings if row["rule"] == rule and row["child"]} - mine
    shown = {child for child in mine if f">{child}<" in page}
    assert shown
    assert not [child for child in others if f">{child}<" in page]
    assert all(list(who_has_seen(child)) for child in shown)
    assert not [child for child in others if list(who_has_seen(child))]


def test_a_finding_is_assigned_and_mended_when_the_next_check_does_not_find_it(
    check: KeptCheck, sign_in: SignIn
) -> None:
    rule = most_common(check, "rule")
    row = next(row for row in check.findings if row["rule"] == rule)
    client = sign_in("quality_officer")
    client.post(f"/quality/rules/{rule}/do/", {"finding": key_of(row), "do": "assign", "to": "Team manager"})
    given = Assignment.objects.get()
    assert (given.to, given.finding) == ("Team manager", key_of(row))
    assert b"given to Team manager" in client.get(f"/quality/rules/{rule}/").content
    Assignment.objects.filter(pk=given.pk).update(finding="0" * 32)  # as if the row were no longer found
    ask(CHECK, "check", {}, 0)
    done = do_next()
    assert isinstance(done, Job)
    assert "1 that were assigned are mended" in done.outcome["said"]


def test_a_list_of_rows_is_given_to_who_proved_a_short_while_ago_who_they_are(
    check: KeptCheck, sign_in: SignIn
) -> None:
    rule = most_common(check, "rule")
    row = next(row for row in check.findings if row["rule"] == rule)
    client = sign_in("quality_officer")
    sent = {"finding": key_of(row), "do": "list"}
    assert "attachment" in client.post(f"/quality/rules/{rule}/do/", sent)["Content-Disposition"]
    session = client.session
    session["proved"] -= 11 * 60
    session.save()
    assert client.post(f"/quality/rules/{rule}/do/", sent)["Location"].startswith("/sign-in/again/")


def test_only_rows_that_are_seen_can_be_assigned(check: KeptCheck, sign_in: SignIn) -> None:
    team = most_common(check, "team")
    other = next(row for row in check.findings if row["team"] and row["team"] != team)
    client = sign_in("team_manager", team=team)
    client.post(f"/quality/rules/{other['rule']}/do/", {"finding": key_of(other), "do": "assign", "to": "me"})
    assert not Assignment.objects.exists()


def test_who_may_not_accept_is_refused_and_who_may_needs_a_reason_and_a_day(check: KeptCheck, sign_in: SignIn) -> None:
    row = check.findings[0]
    path = f"/quality/rules/{row['rule']}/do/"
    until = timezone.localdate() + timedelta(30)
    said = {"finding": key_of(row), "do": "accept", "reason": "It was so", "until": until.isoformat()}
    assert sign_in("analyst").post(path, said).status_code == 403
    officer = sign_in("quality_officer")
    store = Store(_store(check))
    for wrong in (
        {"reason": ""},
        {"until": ""},
        {"until": "2020-01-01"},
        {"until": "31/03/2027"},
        {"until": "2999-01-01"},
    ):
        officer.post(path, said | wrong)
    assert store.entries(ACCEPTED) == []
    officer.post(path, said)
    (entry,) = store.entries(ACCEPTED)
    assert entry.read().to_pylist()[0]["until"] == until
    assert b"accepted" in officer.get(f"/quality/rules/{row['rule']}/").content


def _store(check: KeptCheck) -> Path:
    from django.conf import settings  # noqa: PLC0415 - as the test has set it

    del check
    return Path(settings.ENVIRONMENT.store)


def test_a_flag_says_what_is_wrong_reaches_data_quality_and_is_settled(check: KeptCheck, sign_in: SignIn) -> None:
    from trigpoint.tasks.allocated import allocated  # noqa: PLC0415
    from trigpoint.tasks.stored import snapshot_of  # noqa: PLC0415
    from trigpoint.tasks.work_due import work_due  # noqa: PLC0415

    homes = {child: home for (_, child), home in allocated(snapshot_of(_store(check))).items()}
    rows = [
        row
        for row in work_due(_store(check)).rows.to_pylist()
        if row["child_id"] in homes and homes[row["child_id"]].team
    ]
    row, team = rows[0], homes[rows[0]["child_id"]].team
    manager, officer = sign_in("team_manager", team=team), sign_in("quality_officer")
    said = {"child": token(row["child_id"]), "work": row["work"]}
    asked = manager.post("/quality/wrong/say/", said).content
    assert b"Say what happened" in asked
    assert b'<a href="/team/">' in asked.partition(b'aria-label="Breadcrumb"')[2]
    manager.post("/quality/wrong/say/", said | {"note": "The visit was made on the day."})
    listed = officer.get("/quality/wrong/").content
    assert b"The visit was made on the day." in listed
    assert b'<a href="/quality/">' in listed.partition(b'aria-label="Breadcrumb"')[2]
    flag = WrongFlag.objects.get()
    officer.post(f"/quality/wrong/{flag.pk}/", {"how": "Entered on the right case"})
    assert b"Nobody has flagged a record" in officer.get("/quality/wrong/").content
    stranger = sign_in("team_manager", team="No such team")
    stranger.post("/quality/wrong/say/", said | {"note": "x"})
    assert WrongFlag.objects.count() == 1


def test_the_log_of_cleansing_has_a_line_a_team(check: KeptCheck, sign_in: SignIn) -> None:
    page = sign_in("quality_officer").get("/quality/log/").content.decode()
    assert most_common(check, "team") in page
    assert check.as_at == date(2026, 10, 31)


def test_ticked_rows_are_taken_away_as_a_file_that_says_who_took_it(check: KeptCheck, sign_in: SignIn) -> None:
    rule = most_common(check, "rule")
    keys = [key_of({**row, "child_id": row["child"]}) for row in check.findings if row["rule"] == rule]
    client = sign_in("quality_officer")
    answer = client.post(f"/quality/rules/{rule}/do/", {"do": "list", "finding": keys})
    book = load_workbook(io.BytesIO(answer.content))
    said = {row[0]: row[1] for row in book.get_sheet_by_name("About this list").to_python()}
    assert (said["Because"], said["Rows"]) == ("records to mend", f"{len(keys):,}")
    assert len(book.get_sheet_by_name("Children").to_python()) == len(keys) + 1
    assert b"tick the rows" in client.post(f"/quality/rules/{rule}/do/", {"do": "list"}, follow=True).content
