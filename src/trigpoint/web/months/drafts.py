"""Drafts: what each person has typed and not saved, kept for them alone until they save it or throw it away."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from trigpoint.web.months.comments import begun
from trigpoint.web.months.models import Draft, Line
from trigpoint.web.months.state import line_state, locked
from trigpoint.web.months.words import Words, from_fields, of_version
from trigpoint.web.people.actor import Actor

_EARLIER = 50


@dataclass(frozen=True)
class Window:
    """The page in which someone types: its own name, and the mark of the draft that it was filled with."""

    name: str = ""
    seen: str = ""


def keep(actor: Actor, line: Line, words: Words, base: int, window: Window) -> Draft | None:
    """Keep what a person has typed about a line; None where there is nothing that is not saved.

    What the same person had typed in another window, and this one does not know, is put aside with the draft.
    """
    with transaction.atomic():
        locked(line.month)
        state = line_state(line)
        mine = _mine(actor, line)
        if mine is None and (words.is_empty or (state.newest and words == of_version(state.newest))):
            return None
        fields = words.as_fields() | {"window": window.name, "earlier": _earlier(mine, words, window)}
        held, _ = Draft.objects.update_or_create(
            comment=begun(line), account_id=actor.account, defaults={"base": base, "fields": fields}
        )
    return held


def draft_of(actor: Actor, line: Line) -> Draft | None:
    """What a person has typed about a line and not saved."""
    return _mine(actor, line)


def words_in(draft: Draft) -> Words:
    """What it says."""
    return from_fields(draft.fields)


def aside(draft: Draft) -> list[Words]:
    """What the same person had typed in other windows, newest first."""
    return [from_fields(one) for one in draft.fields.get("earlier", ())]


def mark_of(draft: Draft | None) -> str:
    """A short mark of what a draft says."""
    return _mark(draft.fields) if draft else ""


def throw_away(actor: Actor, line: Line) -> bool:
    """Forget a person's own draft; whether there was one."""
    mine = _mine(actor, line)
    if mine is not None:
        mine.delete()
    return mine is not None


def saved_words(draft: Draft | None) -> str:
    """What the page says beside the form after keeping a draft."""
    if draft is None:
        return "Everything is saved."
    now = timezone.localtime(draft.saved)
    said = f"Draft saved at {now.hour % 12 or 12}:{now:%M}{'am' if now.hour < 12 else 'pm'}. Only you see it."
    newest = draft.comment.versions.last()
    if newest is not None and newest.number > draft.base:
        said += (
            f" {newest.written_by.title} has saved another version meanwhile: you will see both before yours is saved."
        )
    return said


def _mine(actor: Actor, line: Line) -> Draft | None:
    return Draft.objects.filter(comment__lines=line, account_id=actor.account).select_related("comment").first()


def _earlier(held: Draft | None, words: Words, window: Window) -> list[dict[str, Any]]:
    if held is None:
        return []
    earlier: list[dict[str, Any]] = held.fields.get("earlier", [])
    known = held.fields.get("window") == window.name or window.seen == _mark(held.fields)
    was = from_fields(held.fields)
    if known or was == words or was.is_empty:
        return earlier
    return [was.as_fields(), *(one for one in earlier if one != was.as_fields())][:_EARLIER]


def _mark(fields: dict[str, Any]) -> str:
    said = json.dumps(from_fields(fields).as_fields(), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
