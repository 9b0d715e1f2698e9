"""Comments: what is typed is never lost, who wrote is no second person, and what was signed stands or is void."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trigpoint.web.access.models import Logged
from trigpoint.web.jobs.models import Job
from trigpoint.web.months.agreed_words import agreed_comments
from trigpoint.web.months.models import AgreedAction, Approval, Challenge, Comment, Draft, Happening, Line, Month
from trigpoint.web.months.state import line_state
from trigpoint.web.people.actor import ScopeKind
from trigpoint.web.people.models import Account, Grant, SignedIn

from .conftest import MakeAccount, SignIn
from .month_samples import line_of, make_month, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def month(make: MakeAccount) -> Month:
    return make_month(calculated_by=make("analyst", "the-analyst"))


@pytest.fixture
def line(month: Month) -> Line:
    return line_of(month, "icpc_15wd_pct")


@pytest.fixture
def owner(sign_in: SignIn) -> Client:
    return sign_in("commentator")


def page(line: Line) -> str:
    return reverse("comment", args=[line.pk])


def draft(line: Line) -> str:
    return reverse("comment_draft", args=[line.pk])


def newest(line: Line) -> str:
    version = line_state(line).newest
    return version.happened if version else ""


def answer(client: Client, line: Line, do: str, version: int, reason: str = "") -> int:
    comment = line.comments.get()
    sent = {"do": do, "version": str(version), "reason": reason}
    return client.post(reverse("comment_answer", args=[comment.pk]), sent).status_code


def sign(client: Client, *lines: Line, digest: str = "") -> int:
    ticked = [f"{one.pk}:{digest or line_state(one).digest}" for one in lines]
    return client.post("/month/2026-10/sign-off/", {"line": ticked}).status_code


def accepted(line: Line, owner: Client, other: Client, **more: str) -> None:
    owner.post(page(line), typed(do="submit", **more))
    answer(other, line, "accept", 1)


def give(account: Account, role: str) -> None:
    Grant.objects.create(account=account, role=role, kind=ScopeKind.AUTHORITY, starts=date(2020, 1, 1))


class TestDrafts:
    def test_what_is_typed_is_kept_for_its_writer_alone(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        said = owner.post(draft(line), typed("Half a sentence")).json()
        assert "Draft saved at" in said["words"]
        assert "Half a sentence" in owner.get(page(line)).content.decode()
        assert "Half a sentence" not in sign_in("information_manager").get(page(line)).content.decode()

    def test_nothing_typed_makes_no_draft(self, line: Line, owner: Client) -> None:
        owner.post(draft(line), {"happened": " ", "base": "0"})
        assert not Comment.objects.exists()
        owner.post(page(line), typed(do="save"))
        assert owner.post(draft(line), typed(base="1")).json()["words"] == "Everything is saved."
        assert not Draft.objects.exists()

    def test_a_saved_text_ends_the_draft(self, line: Line, owner: Client) -> None:
        owner.post(draft(line), typed("Half"))
        owner.post(page(line), typed("Whole", do="save"))
        assert newest(line) == "Whole"
        assert not Draft.objects.exists()

    def test_a_text_with_faults_is_kept_and_shown_again(self, line: Line, owner: Client) -> None:
        answered = owner.post(page(line), typed("All of it", why="", do="submit") | {"by-1": "soon"})
        assert answered.status_code == 422
        html = answered.content.decode()
        assert "Say why it happened" in html
        assert "Give the day by which action 1 is done" in html
        assert 'value="soon"' in html
        assert Draft.objects.get().fields["happened"] == "All of it"

    def test_two_windows_of_one_person_keep_both_texts(self, line: Line, owner: Client) -> None:
        owner.post(draft(line), typed("In the first window", window="a"))
        owner.post(draft(line), typed("In the first window, longer", window="a"))
        owner.post(draft(line), typed("In the second", window="b"))
        html = owner.get(page(line)).content.decode()
        assert "In the second" in html
        assert "In the first window, longer" in html
        assert "another window (1)" in html

    def test_a_session_that_ended_gives_the_text_back(self, line: Line, owner: Client) -> None:
        SignedIn.objects.all().delete()
        answered = owner.post(page(line), typed("Forty minutes of work", do="submit"))
        assert answered.status_code == 403
        assert "Forty minutes of work" in answered.content.decode()
        assert "Hire a chair" in answered.content.decode()
        assert not Comment.objects.exists()

    def test_throwing_a_draft_away_leaves_what_is_saved(self, line: Line, owner: Client) -> None:
        owner.post(page(line), typed("Saved", do="save"))
        owner.post(draft(line), typed("Typed", base="1"))
        owner.post(page(line), {"do": "discard"})
        assert newest(line) == "Saved"
        assert not Draft.objects.exists()


class TestTwoEditors:
    def test_the_second_sees_both_texts_and_loses_none(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        other = sign_in("information_manager")
        owner.post(page(line), typed("First words", do="save"))
        answered = other.post(page(line), typed("Other words", do="save", base="0"))
        assert answered.status_code == 409
        html = answered.content.decode()
        assert "First words" in html
        assert "Other words" in html
        assert newest(line) == "First words"
        again = other.get(page(line)).content.decode()
        assert "saved a version while you were writing" in again
        assert "Other words" in again
        other.post(page(line), typed("Other words", do="save", base="1"))
        assert [one.happened for one in line_state(line).versions] == ["First words", "Other words"]

    def test_both_can_be_put_together(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        other = sign_in("information_manager")
        owner.post(page(line), typed("First words", do="save"))
        other.post(page(line), typed("Other words", do="save"))
        html = other.post(page(line), typed("Other words", do="both", base="1")).content.decode()
        assert re.search(r"<textarea[^>]*>First words\n\nOther words</textarea>", html)
        assert newest(line) == "First words"
        assert Draft.objects.get().fields["happened"] == "First words\n\nOther words"

    def test_the_same_text_is_no_conflict_and_no_version(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        owner.post(page(line), typed(do="save"))
        assert sign_in("information_manager").post(page(line), typed(do="save")).status_code == 302
        assert len(line_state(line).versions) == 1


class TestChallenge:
    def test_a_returned_comment_says_why_and_keeps_every_version(
        self, line: Line, owner: Client, sign_in: SignIn
    ) -> None:
        manager = sign_in("information_manager")
        owner.post(page(line), typed(do="submit"))
        answer(manager, line, "return", 1)
        assert line.comments.get().state == "submitted"
        answer(manager, line, "return", 1, "Which chairs?")
        assert "Which chairs?" in owner.get(page(line)).content.decode()
        owner.post(page(line), typed("Chairs A and B.", do="save", base="1"))
        assert line.comments.get().state == "returned"
        owner.post(page(line), typed("Chairs A and B.", do="submit", base="2"))
        assert line.comments.get().state == "submitted"
        assert len(line_state(line).versions) == 2

    def test_an_answer_is_to_the_version_that_was_read(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        owner.post(page(line), typed(do="submit"))
        owner.post(page(line), typed("Changed", do="submit", base="1"))
        manager = sign_in("information_manager")
        answer(manager, line, "accept", 1)
        assert not Challenge.objects.exists()
        answer(manager, line, "accept", 2)
        assert line.comments.get().state == "accepted"

    def test_who_wrote_is_refused_in_any_role(self, line: Line, sign_in: SignIn, make: MakeAccount) -> None:
        both = make("commentator")
        give(both, "information_manager")
        client = sign_in(both)
        client.post(page(line), typed(do="submit"))
        assert answer(client, line, "accept", 1) == 403
        Grant.objects.filter(account=both, role="commentator").delete()
        assert answer(client, line, "accept", 1) == 403
        assert line.comments.get().state == "submitted"

    def test_who_hands_on_anothers_text_has_written_it(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        manager = sign_in("information_manager")
        owner.post(page(line), typed(do="save"))
        manager.post(page(line), typed(do="submit", base="1"))
        assert answer(manager, line, "accept", 2) == 403


class TestSignOff:
    def test_a_replayed_request_is_refused_to_the_writer_in_another_role(
        self, line: Line, sign_in: SignIn, make: MakeAccount
    ) -> None:
        writer = make("commentator")
        client = sign_in(writer)
        accepted(line, client, sign_in("information_manager"))
        request = {"line": [f"{line.pk}:{line_state(line).digest}"]}
        Grant.objects.filter(account=writer).delete()
        give(writer, "approver")
        assert client.post("/month/2026-10/sign-off/", request).status_code == 403
        assert not Approval.objects.exists()
        assert sign_in("approver").post("/month/2026-10/sign-off/", request).status_code == 302
        assert Approval.objects.get().line == line
        assert list(
            Logged.objects.filter(action="sign off figures").values_list("refused", "detail").order_by("pk")
        ) == [
            (True, ""),
            (False, line.title),
        ]

    def test_several_are_signed_together_or_none(self, month: Month, sign_in: SignIn) -> None:
        ready, due = line_of(month, "cpp_visits_in_timescale_pct"), line_of(month, "icpc_15wd_pct")
        director = sign_in("approver")
        sign(director, ready, due)
        assert not Approval.objects.exists()
        sign(director, ready, line_of(month, "cla_reviews_in_timescale_pct"))
        assert Approval.objects.count() == 2
        sign(director, ready)
        assert Approval.objects.count() == 2

    def test_who_calculated_may_not_sign(self, month: Month, sign_in: SignIn) -> None:
        assert month.calculated_by is not None
        give(month.calculated_by, "approver")
        assert sign(sign_in(month.calculated_by), line_of(month, "cpp_visits_in_timescale_pct")) == 403

    def test_what_changed_since_it_was_seen_is_not_signed(self, month: Month, sign_in: SignIn) -> None:
        line = line_of(month, "cpp_visits_in_timescale_pct")
        seen = line_state(line).digest
        month.lines.filter(pk=line.pk).update(digest="another")
        sign(sign_in("approver"), line, digest=seen)
        assert not Approval.objects.exists()

    def test_an_edit_after_acceptance_voids_with_its_reason(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        manager, director = sign_in("information_manager"), sign_in("approver")
        accepted(line, owner, manager)
        sign(director, line)
        owner.post(page(line), typed(do="submit", base="1"))
        assert Approval.objects.get().voided is None
        owner.post(page(line), typed("Another reading.", do="save", base="1"))
        assert Approval.objects.get().voided_because == "the comment was changed"
        assert line.comments.get().state == "draft"
        assert Happening.objects.filter(what__contains="sign-off of").exists()
        owner.post(page(line), typed("Another reading.", do="submit", base="2"))
        answer(manager, line, "accept", 2)
        sign(director, line)
        assert Approval.objects.filter(voided=None).count() == 1

    def test_a_figure_that_changed_counts_as_unsigned_at_once(self, month: Month, sign_in: SignIn) -> None:
        line = line_of(month, "cpp_visits_in_timescale_pct")
        sign(sign_in("approver"), line)
        assert line_state(line).approval is not None
        month.lines.filter(pk=line.pk).update(digest="another")
        assert line_state(line).approval is None
        assert "Ready to be signed off" in sign_in("viewer").get("/month/2026-10/?show=all").content.decode()

    def test_a_sign_off_can_be_taken_back(self, month: Month, sign_in: SignIn) -> None:
        line, director = line_of(month, "cpp_visits_in_timescale_pct"), sign_in("approver")
        sign(director, line)
        director.post(reverse("line_take_back", args=[line.pk]), {"because": ""})
        assert line_state(line).approval is not None
        director.post(reverse("line_take_back", args=[line.pk]), {"because": "I read the wrong page"})
        assert line_state(line).approval is None

    def test_a_missing_figure_is_waived_with_a_reason_and_signed_by_another(
        self, month: Month, sign_in: SignIn, make: MakeAccount
    ) -> None:
        line = line_of(month, "referrals_received")
        manager = make("information_manager")
        give(manager, "approver")
        client = sign_in(manager)
        address = reverse("line_waive", args=[line.pk])
        sign(sign_in("approver"), line)
        assert not Approval.objects.exists()
        assert client.post(address, {"because": ""}).status_code == 422
        assert client.post(address, {"because": "The file never came."}).status_code == 302
        assert sign(client, line) == 403
        sign(sign_in("approver"), line)
        assert line_state(line).approval is not None
        (printed,) = agreed_comments([line_state(line)])  # readers were promised the reason
        assert printed.happened == "Published as not available: The file never came."
        assert printed.pages == tuple(map(tuple, line.pages))
        client.post(address, {"do": "wait"})
        assert agreed_comments([line_state(line)]) == []
        assert line_state(line).approval is None


class TestSeveralLines:
    def test_one_comment_serves_several_measures(
        self, month: Month, line: Line, owner: Client, sign_in: SignIn
    ) -> None:
        second = line_of(month, "cla_at_period_end")
        accepted(line, owner, sign_in("information_manager"), serves=str(second.pk))
        assert newest(second) == newest(line)
        sign(sign_in("approver"), line, second)
        assert Approval.objects.count() == 2
        owner.post(page(second), typed("For both anew.", do="save", base="1", serves=str(line.pk)))
        assert Approval.objects.filter(voided=None).count() == 0
        owner.post(page(line), typed("For one alone.", do="save", base="2"))
        assert newest(second) == ""

    def test_a_change_after_publishing_says_when_it_is_printed(self, line: Line, owner: Client) -> None:
        assert "was published on" not in owner.get(page(line)).content.decode()
        job = Job.objects.create(kind="publish", key="October")
        writer = Account.objects.filter(grants__role="commentator").get()
        line.month.publications.create(job=job, release="r1", published=timezone.now(), published_by=writer)
        assert "October 2026 was published on" in owner.get(page(line)).content.decode()

    def test_a_line_with_its_own_comment_is_left_alone(self, month: Month, line: Line, owner: Client) -> None:
        second = line_of(month, "cla_at_period_end")
        owner.post(page(second), typed("Its own.", do="save"))
        answered = owner.post(page(line), typed(do="save", serves=str(second.pk)))
        assert answered.status_code == 422
        assert "has a comment of its own" in answered.content.decode()
        assert newest(second) == "Its own."
        assert newest(line) == ""


class TestActions:
    def test_actions_are_carried_forward_until_closed(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        accepted(line, owner, sign_in("information_manager"))
        action = AgreedAction.objects.get()
        assert (action.what, action.owner, action.by) == ("Hire a chair", "Head of safeguarding", date(2026, 12, 15))
        later = line_of(make_month(date(2026, 11, 30)), "icpc_15wd_pct")
        html = owner.get(page(later)).content.decode()
        assert "Hire a chair" in html
        assert "Three conferences were late." in html
        address = reverse("action_close", args=[action.pk])
        assert owner.post(address, {"outcome": ""}).status_code == 422
        assert owner.post(address, {"outcome": "Hired."}).status_code == 302
        assert owner.post(address, {"outcome": "Again."}).status_code == 422
        assert "No action about this measure is open." in owner.get(page(later)).content.decode()

    def test_a_new_version_keeps_changes_and_ends_actions(self, line: Line, owner: Client, sign_in: SignIn) -> None:
        manager = sign_in("information_manager")
        accepted(line, owner, manager, **{"what-2": "Count again", "owner-2": "Analyst", "by-2": "30/11/2026"})
        record = AgreedAction.objects.get(what="Hire a chair").pk
        owner.post(page(line), typed(do="submit", base="1") | {"by-1": "2027-01-15"})
        answer(manager, line, "accept", 2)
        assert AgreedAction.objects.get(pk=record).by == date(2027, 1, 15)
        ended = AgreedAction.objects.get(what="Count again")
        assert ended.outcome == "Taken out of the comment in version 2."
        owner.post(
            page(line), typed(do="submit", base="2", **{"what-2": "Count again", "owner-2": "A", "by-2": "1/12/2026"})
        )
        answer(manager, line, "accept", 3)
        assert AgreedAction.objects.filter(what="Count again", closed=None).count() == 1


class TestOwners:
    def test_a_measure_given_to_a_person_waits_for_them_alone(
        self, month: Month, sign_in: SignIn, make: MakeAccount
    ) -> None:
        one, other = make("commentator"), make("commentator")
        manager = sign_in("information_manager")
        address = reverse("measure_owners")
        assert manager.post(address, {"owner-icpc_15wd_pct": "999"}).status_code == 422
        assert manager.post(address, {"owner-icpc_15wd_pct": str(one.pk)}).status_code == 302
        title = line_of(month, "icpc_15wd_pct").title
        assert title in _mine(sign_in(one))
        assert title not in _mine(sign_in(other))
        manager.post(address, {"owner-icpc_15wd_pct": ""})
        assert title in _mine(sign_in(other))


def _mine(client: Client) -> str:
    return client.get("/month/?show=mine", follow=True).content.decode()
