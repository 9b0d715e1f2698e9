"""Who is asking: a person, the roles held today and where. Made anew from the database for every request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trigpoint.web.people.actions import Action
from trigpoint.web.people.roles import ROLES


class ScopeKind(StrEnum):
    """The part of an authority that a role is held for."""

    AUTHORITY = "authority"
    SERVICE = "service"
    TEAM = "team"
    WORKER = "worker"


@dataclass(frozen=True)
class Held:
    """A role held today: `place` names the service or team, or is the id of the worker; empty for the authority."""

    role: str
    kind: ScopeKind = ScopeKind.AUTHORITY
    place: str = ""


@dataclass(frozen=True)
class Scope:
    """The rows that a person may see by one action: all of them, or those of some services, teams and workers."""

    everything: bool = False
    services: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    workers: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether no row at all is in it."""
        return not (self.everything or self.services or self.teams or self.workers)

    def holds(self, service: str, team: str, worker: str) -> bool:
        """Whether a row of this service, team and worker is in it; an empty word is no place."""
        return (
            self.everything
            or (bool(service) and service in self.services)
            or (bool(team) and team in self.teams)
            or (bool(worker) and worker in self.workers)
        )


@dataclass(frozen=True)
class Actor:
    """A person at one moment. `account` is 0 for someone who is not signed in; `title` is what pages call them."""

    account: int = 0
    title: str = ""
    held: tuple[Held, ...] = ()

    @property
    def is_signed_in(self) -> bool:
        """Whether anyone is there."""
        return self.account > 0

    def allowed(self) -> frozenset[Action]:
        """Every action of every role held."""
        return frozenset(action for held in self.held for action in ROLES[held.role].actions)

    def scope(self, action: Action) -> Scope:
        """Where the action may be taken: the scopes of those roles held that allow it, together."""
        mine = [held for held in self.held if action in ROLES[held.role].actions]
        places: dict[ScopeKind, frozenset[str]] = {
            kind: frozenset(_places(mine, kind)) for kind in (ScopeKind.SERVICE, ScopeKind.TEAM, ScopeKind.WORKER)
        }
        return Scope(
            everything=any(held.kind is ScopeKind.AUTHORITY for held in mine),
            services=places[ScopeKind.SERVICE],
            teams=places[ScopeKind.TEAM],
            workers=places[ScopeKind.WORKER],
        )


NOBODY = Actor()
"""Someone who is not signed in."""


def _places(held: list[Held], kind: ScopeKind) -> Iterator[str]:
    return (one.place for one in held if one.kind is kind and one.place)
