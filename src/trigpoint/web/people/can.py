"""The one policy: may this person do this, to this thing? Pages, exports and commands of the web ask here only."""

from __future__ import annotations

from dataclasses import dataclass

from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

_OPEN = frozenset({Action.SIGN_IN})
_SECOND_PERSON = {
    Action.CHALLENGE: "You wrote this. Someone else must challenge or accept it.",
    Action.APPROVE: "You had a part in this. A second person must sign it off.",
    Action.PUBLISH: "You signed this off. Someone else must publish it.",
    Action.AGREE_TARGET: "You proposed this. Someone else must agree it.",
    Action.GRANT_ROLES: "These are your own roles. Another administrator must change them.",
    Action.RESTRICT_CASE: "You would be named yourself. Someone else must restrict this case.",
    Action.MODERATE_AUDIT: "You made this audit. Someone else must moderate it.",
}


@dataclass(frozen=True)
class Thing:
    """What is acted on. `makers` are the accounts that had a part in it; the other words say whose work it is."""

    makers: frozenset[int] = frozenset()
    service: str = ""
    team: str = ""
    worker: str = ""
    placed: bool = False


def refusal(actor: Actor, action: Action, thing: Thing | None = None) -> str:
    """Why the actor may not do this, as a sentence for a person; empty when they may.

    A second person is a different account, whatever role either acts in. A `placed` thing belongs to a service, team
    or worker, and is only for those whose scope holds it.
    """
    if action in _OPEN:
        return ""
    if not actor.is_signed_in:
        return "Sign in first."
    if action is not Action.BE_SIGNED_IN and action not in actor.allowed():
        return f"Your roles do not let you {action}."
    return _about(actor, action, thing) if thing else ""


def can(actor: Actor, action: Action, thing: Thing | None = None) -> bool:
    """Whether the actor may do this."""
    return not refusal(actor, action, thing)


def _about(actor: Actor, action: Action, thing: Thing) -> str:
    """Why not this thing; empty when it may be."""
    if action in _SECOND_PERSON and actor.account in thing.makers:
        return _SECOND_PERSON[action]
    if thing.placed and not actor.scope(action).holds(thing.service, thing.team, thing.worker):
        return "This belongs to a part of the authority that is not yours."
    return ""
