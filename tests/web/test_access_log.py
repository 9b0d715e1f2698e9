"""The access log: appended to, chained, and able to say who has seen a child."""

from __future__ import annotations

import pytest
from django.db import connection

from trigpoint.web.access.log import faults, log, seen_by, who_has_seen
from trigpoint.web.access.models import LogError, Logged
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

from .conftest import MakeAccount

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(make: MakeAccount) -> Actor:
    account = make("analyst")
    actor = Actor(account.pk, account.title)
    log(actor, Action.SEE_CHILDREN, "a list", children=["P1", "P2"])
    log(actor, Action.SEE_CHILDREN, "another", children=["P2"])
    log(actor, Action.EXPORT_CHILDREN, "a third", children=["P3"], detail="for the panel")
    return actor


def test_it_says_who_has_seen_a_child_and_what_someone_saw(three: Actor) -> None:
    assert [row.about for row in who_has_seen("P2")] == ["another", "a list"]
    assert [row.about for row in seen_by(three.account)] == ["a third", "another", "a list"]
    assert not list(who_has_seen("P4"))


def test_it_holds_no_id_of_a_child(three: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT child FROM access_shown")
        assert not {"P1", "P2", "P3"} & {row[0] for row in cursor.fetchall()}


def test_an_untouched_log_has_no_faults(three: Actor) -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE access_logged SET about = 'nothing' WHERE number = 2",
        "UPDATE access_shown SET child = 'x' WHERE logged_id = (SELECT id FROM access_logged WHERE number = 1)",
        "UPDATE access_logged SET number = 5 WHERE number = 3",
        "DELETE FROM access_shown WHERE logged_id = (SELECT id FROM access_logged WHERE number = 2)",
        "UPDATE access_head SET number = 4",
    ],
)
def test_whatever_is_done_to_it_shows(three: Actor, harm: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(harm)
    assert list(faults())


def test_a_removed_entry_shows(three: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_shown")
        cursor.execute("DELETE FROM access_logged WHERE number = 3")
    assert any("should end with entry 3" in fault for fault in faults())


def test_an_entry_cannot_be_changed_or_deleted(three: Actor) -> None:
    row = Logged.objects.get(number=1)
    with pytest.raises(LogError):
        row.save()
    with pytest.raises(LogError):
        row.delete()
