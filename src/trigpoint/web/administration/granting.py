"""Giving a role: what a form asks for, held against what there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from trigpoint.tasks.teams import Places
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Held, ScopeKind
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.people.roles import ROLES

LEAST = 10
"""Letters that a reason has at least."""


@dataclass(frozen=True)
class Wish:
    """A role to give, for a part of the authority, from a day until another, with the reason."""

    held: Held
    starts: date
    ends: date | None
    because: str


def wish_of(given: Mapping[str, str], places: Places, today: date) -> tuple[Wish | None, dict[str, str]]:
    """The wish in a form; or for each field that will not do the sentence that says how to mend it."""
    errors: dict[str, str] = {}
    held = _held(given, places, errors)
    starts = day_of(given.get("starts", ""), "starts", errors) or today
    ends = day_of(given.get("ends", ""), "ends", errors)
    if "starts" not in errors and starts < today:
        errors["starts"] = "Give a day from today on: a role cannot be held before it was given."
    if ends and ends < starts:
        errors["ends"] = "Give a last day that is not before the first."
    because = reason_of(given, errors)
    return (None, errors) if errors or held is None else (Wish(held, starts, ends, because), {})


def reason_of(given: Mapping[str, str], errors: dict[str, str]) -> str:
    """The reason in a form, which must say something."""
    because = given.get("because", "").strip()
    if not LEAST <= len(because) <= 300:
        errors["because"] = f"Say why, in {LEAST} to 300 letters: it is kept with the change."
    return because


def end_grant(grant: Grant, today: date) -> None:
    """End a role at once: it holds no more from the next request on."""
    grant.ends = today - timedelta(days=1)
    grant.save(update_fields=["ends"])


def is_last_administrator(account: Account, today: date, *, without: Grant | None = None) -> bool:
    """Whether nobody else who is open may grant roles today, once this account (or only one grant of it) may not."""
    names = [role.id for role in ROLES.values() if Action.GRANT_ROLES in role.actions]
    held = Grant.objects.filter(
        Q(ends=None) | Q(ends__gte=today), role__in=names, starts__lte=today, account__is_active=True
    )
    left = held.exclude(account=account) if without is None else held.exclude(pk=without.pk)
    return held.filter(account=account).exists() and not left.exists()


def _held(given: Mapping[str, str], places: Places, errors: dict[str, str]) -> Held | None:
    role, kind = given.get("role", ""), given.get("kind", "")
    if role not in ROLES:
        errors["role"] = "Choose a role."
        return None
    if not ROLES[role].scoped:
        return Held(role)
    if kind not in set(ScopeKind):
        errors["kind"] = "Choose the part of the authority that it is held for."
        return None
    if kind == ScopeKind.AUTHORITY:
        return Held(role)
    place = given.get("place", "").strip()
    if place not in _known(ScopeKind(kind), places):
        errors["place"] = (
            f"Give the {kind} as the records write it: there is no {kind} {place!r} in the newest snapshot."
        )
    return Held(role, ScopeKind(kind), place)


def _known(kind: ScopeKind, places: Places) -> frozenset[str]:
    if kind is ScopeKind.TEAM:
        return frozenset(team.name for team in places.teams)
    return frozenset(places.services) if kind is ScopeKind.SERVICE else places.workers


def day_of(text: str, name: str, errors: dict[str, str]) -> date | None:
    """The day in a field; None where it is empty, and the sentence in `errors` where it is none."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        errors[name] = "Give the day as year-month-day, such as 2026-10-05."
        return None
