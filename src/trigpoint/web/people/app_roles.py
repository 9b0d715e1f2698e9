"""App roles of the identity provider, read as roles of ours: `analyst`, `team_manager:team:Team%202`."""

from __future__ import annotations

from urllib.parse import unquote

from trigpoint.web.people.actor import Held, ScopeKind
from trigpoint.web.people.roles import ROLES


def held_of(value: str) -> Held | None:
    """The role that the value of an app role gives; None where it names none of ours.

    A role that is held for a part of the authority must say which part, or `authority`: nothing is implied. Entra ID
    allows no spaces in a value, so they are written as %20.
    """
    role, _, where = value.partition(":")
    if role not in ROLES:
        return None
    if not where:
        return None if ROLES[role].scoped else Held(role)
    kind, _, place = where.partition(":")
    place = unquote(place).strip()
    if not ROLES[role].scoped or kind not in set(ScopeKind) or bool(place) == (kind == ScopeKind.AUTHORITY):
        return None
    return Held(role, ScopeKind(kind), place)


def app_role(held: Held) -> str:
    """The value of the app role that gives a role, to copy into the provider."""
    if not ROLES[held.role].scoped:
        return held.role
    if held.kind is ScopeKind.AUTHORITY:
        return f"{held.role}:authority"
    return f"{held.role}:{held.kind}:{held.place.replace('%', '%25').replace(' ', '%20')}"
