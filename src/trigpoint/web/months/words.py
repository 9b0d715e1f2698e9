"""What a person writes in the form of a comment: read from what was sent, a version or a draft; its faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from trigpoint.web.months.models import CommentVersion

_LONGEST = {"happened": 10_000, "why": 10_000, "back_on_target": 200, "what": 500, "owner": 150}
_CALLED = {"happened": "what happened", "why": "why", "back_on_target": "when it is back on target"}
_MOST_ACTIONS = 20


@dataclass(frozen=True)
class Promise:
    """An action as a comment has it: what, which role, by when. `by` is a day as 2026-11-30, or as it was typed."""

    what: str = ""
    owner: str = ""
    by: str = ""

    @property
    def day(self) -> date | None:
        """The day it is promised for; None where what was typed is no day."""
        return _day(self.by)


@dataclass(frozen=True, kw_only=True)
class Words:
    """The fields of a comment. `lines` are the keys of the lines it is about."""

    happened: str = ""
    why: str = ""
    back_on_target: str = ""
    actions: tuple[Promise, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written."""
        return not (self.happened or self.why or self.back_on_target or self.actions)

    def as_fields(self) -> dict[str, Any]:
        """Everything, as JSON holds it."""
        actions = [{"what": one.what, "owner": one.owner, "by": one.by} for one in self.actions]
        return {
            "happened": self.happened,
            "why": self.why,
            "back_on_target": self.back_on_target,
            "actions": actions,
            "lines": list(self.lines),
        }

    def faults(self, *, complete: bool, due: bool) -> dict[str, str]:
        """What is wrong, a sentence for each field by its name in the form.

        Any text can be a draft; only what is `complete` can be challenged. Where a comment is `due` it says why.
        """
        found = {name: said for name in _CALLED if (said := _too_long(name, getattr(self, name), _CALLED[name]))}
        if len(self.actions) > _MOST_ACTIONS:
            found["what-1"] = f"A comment holds {_MOST_ACTIONS} actions at most. Put some of them together."
        for place, action in enumerate(self.actions, start=1):
            found |= _faults_of(action, place, complete=complete)
        if complete and not self.happened:
            found["happened"] = "Say what happened."
        if complete and due and not self.why:
            found["why"] = "Say why it happened: a comment is required here."
        return found


def sent(form: QueryDict, lines: Iterable[str]) -> Words:
    """What was typed into the form; rows of actions without a word are left out. Line ends are plain."""
    numbers = sorted({int(name[5:]) for name in form if name.startswith("what-") and name[5:].isdecimal()})
    rows = [
        Promise(*(_plain(form.get(f"{part}-{number}", "")) for part in ("what", "owner", "by"))) for number in numbers
    ]
    return Words(
        happened=_plain(form.get("happened", "")),
        why=_plain(form.get("why", "")),
        back_on_target=_plain(form.get("back_on_target", "")),
        actions=tuple(Promise(row.what, row.owner, _iso(row.by)) for row in rows if row.what or row.owner or row.by),
        lines=tuple(sorted(lines)),
    )


def of_version(version: CommentVersion) -> Words:
    """What a version says."""
    return from_fields(
        {
            "happened": version.happened,
            "why": version.why,
            "back_on_target": version.back_on_target,
            "actions": version.actions,
            "lines": version.serves,
        }
    )


def from_fields(fields: Mapping[str, Any]) -> Words:
    """What was kept by `as_fields`."""
    return Words(
        happened=fields.get("happened", ""),
        why=fields.get("why", ""),
        back_on_target=fields.get("back_on_target", ""),
        actions=tuple(Promise(one["what"], one["owner"], one["by"]) for one in fields.get("actions", ())),
        lines=tuple(sorted(fields.get("lines", ()))),
    )


def together(first: Words, second: Words) -> Words:
    """Two texts in one, the second below the first; what both say stands once."""
    return Words(
        happened=_below(first.happened, second.happened),
        why=_below(first.why, second.why),
        back_on_target=_joined(first.back_on_target, second.back_on_target, "; ")[: _LONGEST["back_on_target"]],
        actions=tuple(dict.fromkeys((*first.actions, *second.actions))),
        lines=tuple(sorted({*first.lines, *second.lines})),
    )


def _faults_of(action: Promise, place: int, *, complete: bool) -> dict[str, str]:
    found = {}
    for part, called in (("what", f"what action {place} is"), ("owner", f"whose action {place} is")):
        if said := _too_long(part, getattr(action, part), called):
            found[f"{part}-{place}"] = said
    if not complete:
        return found
    if not action.what:
        found[f"what-{place}"] = f"Say what action {place} is, or empty its row."
    if not action.owner:
        found[f"owner-{place}"] = f"Name the role that does action {place}, such as Head of service."
    if action.day is None:
        found[f"by-{place}"] = f"Give the day by which action {place} is done, such as 30 11 2026 or 2026-11-30."
    return found


def _too_long(name: str, said: str, called: str) -> str:
    most = _LONGEST[name]
    return f"Say {called} in {most:,} characters or fewer: there are {len(said):,}." if len(said) > most else ""


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def _iso(text: str) -> str:
    found = _day(text)
    return found.isoformat() if found else text[:40]


def _day(text: str) -> date | None:
    """A day as browsers send it (2026-11-30) or as people write it (30/11/2026, 30 11 2026)."""
    parts = text.replace("/", " ").replace("-", " ").replace(".", " ").split()
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (int(part) for part in (parts if len(parts[0]) == 4 else reversed(parts)))
    try:
        return date(year, month, day) if 2000 <= year <= 2100 else None
    except ValueError:
        return None


def _below(first: str, second: str) -> str:
    return _joined(first, second, "\n\n")


def _joined(first: str, second: str, between: str) -> str:
    if not first or first in second:
        return second
    return first if not second or second in first else f"{first}{between}{second}"
