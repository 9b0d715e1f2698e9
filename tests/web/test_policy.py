"""Who may do what: nothing is allowed that no role names, and a second person is another person."""

from __future__ import annotations

import pytest

from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import NOBODY, Actor, Held, Scope, ScopeKind
from trigpoint.web.people.can import Thing, can, refusal
from trigpoint.web.people.roles import ROLES


def test_nobody_may_do_more_than_sign_in() -> None:
    assert {action for action in Action if can(NOBODY, action)} == {Action.SIGN_IN}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_allows_what_it_names_and_no_more(role: str) -> None:
    actor = Actor(1, "someone", (Held(role),))
    allowed = {action for action in Action if can(actor, action)}
    assert allowed == ROLES[role].actions | {Action.SIGN_IN, Action.BE_SIGNED_IN}


def test_no_role_both_administers_and_sees_children() -> None:
    child = {Action.SEE_CHILDREN, Action.SEE_WORK, Action.SEE_FINDINGS, Action.EXPORT_CHILDREN}
    assert not [role.id for role in ROLES.values() if Action.ADMINISTER in role.actions and role.actions & child]


def test_the_second_person_is_refused_who_is_the_first_under_another_role() -> None:
    both = Actor(7, "", (Held("head_of_service"), Held("approver"), Held("information_manager")))
    for action in (Action.APPROVE, Action.CHALLENGE, Action.PUBLISH, Action.AGREE_TARGET):
        assert refusal(both, action, Thing(makers=frozenset({7})))
        assert can(both, action, Thing(makers=frozenset({8})))


def test_a_placed_thing_is_for_those_whose_scope_holds_it() -> None:
    manager = Actor(3, "", (Held("team_manager", ScopeKind.TEAM, "Team 2"), Held("viewer")))
    assert can(manager, Action.SEE_WORK, Thing(team="Team 2", placed=True))
    assert not can(manager, Action.SEE_WORK, Thing(team="Team 3", placed=True))
    assert not can(manager, Action.SEE_WORK, Thing(placed=True))


def test_the_scope_of_one_role_is_not_lent_to_another() -> None:
    mixed = Actor(3, "", (Held("team_manager", ScopeKind.TEAM, "Team 2"), Held("viewer")))
    assert mixed.scope(Action.SEE_CHILDREN) == Scope(teams=frozenset({"Team 2"}))
    assert mixed.scope(Action.SEE_FIGURES).everything
    assert mixed.scope(Action.ADMINISTER).nothing
