"""Audits: drawn at random and so that the draw can be repeated, saved as typed, moderated by another, then records."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from trigpoint.store import Store
from trigpoint.tasks.agree_audits import ANSWERS, AUDITS
from trigpoint.tasks.audit_sample import drawn, frame
from trigpoint.tasks.audit_scheme import WORK_TYPES
from trigpoint.web.audits.models import AuditCase, AuditVersion, LearningAction, Round
from trigpoint.web.people.models import Account

from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db
TEAMS = st.sampled_from(["A", "B", "C"])
PEOPLE = st.lists(st.tuples(st.integers(0, 500), TEAMS), max_size=40, unique_by=lambda pair: pair[0])


def rows(people: list[tuple[int, str]]) -> list[dict[str, str]]:
    return [{"authority": "X", "child_id": f"P{number}", "team": team} for number, team in people]


@given(people=PEOPLE, size=st.integers(0, 50), seed=st.text(max_size=5), order=st.randoms())
def test_a_draw_depends_on_the_seed_and_the_list_and_not_on_its_order(people, size, seed, order) -> None:  # type: ignore[no-untyped-def]
    listed = rows(people)
    first = drawn(listed, size, seed)
    order.shuffle(listed)
    assert drawn(listed, size, seed) == first
    assert len(first) == min(size, len(listed)) == len({row["child_id"] for row in first})


@given(people=PEOPLE, size=st.integers(0, 50))
def test_teams_that_take_turns_differ_by_one_at_most_while_they_last(people: list[tuple[int, str]], size: int) -> None:
    listed = rows(people)
    held, got = (
        Counter(row["team"] for row in listed),
        Counter(row["team"] for row in drawn(listed, size, "s", each_team=True)),
    )
    for one in held:
        for other in held:
            assert got[one] >= got[other] - 1 or got[one] == held[one]


@pytest.mark.parametrize("work", WORK_TYPES, ids=lambda work: str(work.id))
def test_there_is_somebody_to_draw_of_each_kind_of_work_and_each_once(store: Path, work: object) -> None:
    found = frame(store, work.id)  # type: ignore[attr-defined]
    children = [(row["authority"], row["child_id"]) for row in found]
    assert children
    assert len(set(children)) == len(children)


@pytest.fixture
def own(store: Path, tmp_path: Path, settings: Settings) -> Path:
    """A store that the test may write to."""
    copied = tmp_path / "store"
    shutil.copytree(store, copied)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=copied)
    return copied


@pytest.fixture
def lead(make: MakeAccount) -> Account:
    return make("audit_lead")


@pytest.fixture
def auditor(make: MakeAccount) -> Account:
    return make("auditor")


def asked(**other: object) -> dict[str, object]:
    due = (timezone.localdate() + timedelta(30)).isoformat()
    form = {"name": "2026-27 Q3", "kind": "practice", "work_type": "cp plan", "size": "2", "due": due}
    return form | {"questions": ["history", "drift"]} | other


@pytest.fixture
def begun(own: Path, lead: Account, auditor: Account, sign_in: SignIn) -> tuple[Client, Client, AuditCase]:
    """The lead's client, the auditor's, and the first case of a round of two that was given to the auditor."""
    leads, audits = sign_in(lead), sign_in(auditor)
    leads.post("/audits/new/", asked())
    found = Round.objects.get()
    keys = list(found.cases.values_list("pk", flat=True))
    leads.post(f"/audits/{found.pk}/give/", {"case": keys, "auditor": auditor.pk})
    return leads, audits, found.cases.get(number=1)


def filled(case: AuditCase, **other: object) -> dict[str, object]:
    case.refresh_from_db()
    form = {"q-history": "Y", "q-drift": "N", "grade": "Good", "findings": "Slow.", "base": case.saved, "do": "hand_in"}
    return form | other


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"kind": "x"},
        {"work_type": "x"},
        {"size": "0"},
        {"size": "many"},
        {"due": "2020-01-01"},
        {"questions": []},
    ],
)
def test_a_round_that_lacks_something_is_not_drawn_and_keeps_what_was_typed(
    own: Path, lead: Account, sign_in: SignIn, wrong: dict[str, object]
) -> None:
    answer = sign_in(lead).post("/audits/new/", asked(**wrong))
    assert answer.status_code == 400
    assert b"There is a problem" in answer.content
    assert not Round.objects.exists()


def test_a_round_says_how_it_was_drawn_and_can_be_drawn_again(
    own: Path, begun: tuple[Client, Client, AuditCase]
) -> None:
    found = Round.objects.get()
    again = drawn(frame(own, found.work_type, found.snapshot), 2, found.seed)
    assert [row["child_id"] for row in again] == list(found.cases.values_list("child", flat=True))
    assert found.seed in begun[0].get(f"/audits/{found.pk}/").content.decode()


def test_an_auditor_sees_only_the_cases_given_and_others_none(
    begun: tuple[Client, Client, AuditCase], sign_in: SignIn
) -> None:
    _, audits, case = begun
    assert case.child in audits.get(f"/audits/cases/{case.pk}/").content.decode()
    assert sign_in("auditor").get(f"/audits/cases/{case.pk}/").status_code == 403
    director = sign_in("approver")
    assert case.child not in director.get(f"/audits/{case.round_id}/").content.decode()
    assert director.get(f"/audits/cases/{case.pk}/").status_code == 403


def test_what_is_typed_is_kept_and_a_second_window_writes_over_nothing(begun: tuple[Client, Client, AuditCase]) -> None:
    _, audits, case = begun
    first = audits.post(f"/audits/cases/{case.pk}/keep/", {"q-history": "Y", "strengths": "Warm.", "base": 0}).json()
    assert first["base"] == 1
    late = audits.post(f"/audits/cases/{case.pk}/", {"strengths": "From the other window.", "base": 0, "do": "save"})
    assert late.status_code == 409
    assert b"From the other window." in late.content
    case.refresh_from_db()
    assert case.strengths == "Warm."


def test_it_is_handed_in_only_when_everything_is_answered(begun: tuple[Client, Client, AuditCase]) -> None:
    _, audits, case = begun
    answer = audits.post(f"/audits/cases/{case.pk}/", filled(case, **{"q-drift": "", "grade": ""}))
    assert answer.status_code == 400
    assert answer.content.count(b"govuk-error-message") == 2
    assert audits.post(f"/audits/cases/{case.pk}/", filled(case)).status_code == 302
    case.refresh_from_db()
    assert case.state == "done"
    assert AuditVersion.objects.get().said["findings"] == "Slow."
    assert audits.post(f"/audits/cases/{case.pk}/", filled(case)).status_code == 409


def test_the_moderator_is_another_person_whatever_the_role(
    own: Path, begun: tuple[Client, Client, AuditCase], auditor: Account
) -> None:
    _, audits, case = begun
    audits.post(f"/audits/cases/{case.pk}/", filled(case))
    auditor.grants.create(role="audit_lead", kind="authority", starts="2020-01-01")
    assert audits.post(f"/audits/cases/{case.pk}/judge/", {"do": "stand", "grade": "Good"}).status_code == 403
    case.refresh_from_db()
    assert case.state == "done"


def test_a_changed_grade_and_a_return_need_a_reason(begun: tuple[Client, Client, AuditCase]) -> None:
    leads, audits, case = begun
    audits.post(f"/audits/cases/{case.pk}/", filled(case))
    for said in ({"do": "stand", "grade": "Inadequate"}, {"do": "return"}):
        leads.post(f"/audits/cases/{case.pk}/judge/", said)
        case.refresh_from_db()
        assert case.state == "done"
    leads.post(f"/audits/cases/{case.pk}/judge/", {"do": "return", "reason": "Question 2 needs a fact."})
    case.refresh_from_db()
    assert (case.state, case.is_open) == ("returned", True)


def test_agreed_audits_are_entries_once_and_not_before_all_are_moderated(
    own: Path, begun: tuple[Client, Client, AuditCase]
) -> None:
    leads, audits, first = begun
    found = Round.objects.get()
    for case in found.cases.all():
        leads.post(f"/audits/{found.pk}/agree/")
        assert not Store(own).entries(AUDITS)
        audits.post(f"/audits/cases/{case.pk}/", filled(case))
        leads.post(
            f"/audits/cases/{case.pk}/judge/", {"do": "stand", "grade": "Outstanding", "reason": "Better than it says."}
        )
    for _ in range(2):
        leads.post(f"/audits/{found.pk}/agree/")
    (entry,) = Store(own).entries(AUDITS)
    rows_ = entry.read().to_pylist()
    assert {row["person_id"] for row in rows_} == set(found.cases.values_list("child", flat=True))
    assert {row["grade"] for row in rows_} == {"Outstanding"}
    (answers,) = Store(own).entries(ANSWERS)
    assert Counter(row["answer"] for row in answers.read().to_pylist()) == {"Y": 2, "N": 2}
    first.refresh_from_db()
    assert not first.is_open


def test_an_action_says_what_who_and_when_and_is_closed_with_what_came_of_it(
    begun: tuple[Client, Client, AuditCase],
) -> None:
    leads, audits, case = begun
    audits.post(f"/audits/cases/{case.pk}/promise/", {"what": "Train", "owner": "", "by": "2027-01-31"})
    assert not LearningAction.objects.exists()
    audits.post(f"/audits/cases/{case.pk}/promise/", {"what": "Train", "owner": "Team manager", "by": "2027-01-31"})
    action = LearningAction.objects.get()
    assert b"Train" in leads.get("/audits/").content
    leads.post(f"/audits/actions/{action.pk}/close/", {"outcome": "Done in March"})
    assert b"No action is open" in leads.get("/audits/").content
