"""Whether a month may be published: everything in the way of it, the warnings about its comments among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.audiences import OUTSIDE, threshold
from trigpoint.web.months.agreed_words import printed_states, signers
from trigpoint.web.months.links import line_href, month_key
from trigpoint.web.months.models import CommentVersion, Line, Month
from trigpoint.web.months.scanner import Warned, warnings
from trigpoint.web.months.standing import Obstacle, obstacles
from trigpoint.web.months.state import LineState


@dataclass(frozen=True)
class Doubt:
    """A warning about a comment that goes outside: `lines` are those it is about, `makers` wrote it.

    Only what is accepted is published; what is not may still be said otherwise.
    """

    warned: Warned
    title: str
    href: str
    makers: frozenset[int]
    lines: frozenset[int]
    is_accepted: bool
    cleared_by: str = ""


@dataclass(frozen=True)
class Clearance:
    """What stands in the way of publishing, the doubts about comments, and who signed off."""

    obstacles: list[Obstacle]
    doubts: list[Doubt]
    signers: frozenset[int]
    states: list[LineState]

    @property
    def open_doubts(self) -> list[Doubt]:
        """Those that nobody has cleared."""
        return [doubt for doubt in self.doubts if not doubt.cleared_by]


def clearance(month: Month) -> Clearance:
    """Everything that must be settled before a month is published."""
    states = printed_states(month)
    found = obstacles(month, states)
    if not states and month.calculated_at is not None:
        found.append(Obstacle("There is no figure to publish: choose packs when you freeze the month"))
    if not month.snapshot:
        found.insert(0, Obstacle("The month is not frozen", reverse("month_freeze")))
    held = [doubt for doubt in doubts(month, states) if doubt.is_accepted]
    found += remarks(month, held)
    return Clearance(found, held, signers(states), states)


def remarks(month: Month, held: Sequence[Doubt]) -> list[Obstacle]:
    """What the doubts that nobody has cleared put in the way of publishing; nothing where there are none."""
    left = sum(doubt.is_accepted and not doubt.cleared_by for doubt in held)
    if not left:
        return []
    where = reverse("month_publish", args=[month_key(month.period)]) + "#comments"
    words = "may identify a child and must be read by a second person"
    return [Obstacle(words, where, f"{left} remark{'' if left == 1 else 's'} in comments")]


def doubts(month: Month, states: Sequence[LineState]) -> list[Doubt]:
    """Every warning about the comments of packs that go outside, as they stand now."""
    outside = {pack.pack: pack.audience for pack in month.packs.all() if pack.audience in OUTSIDE}
    small = max((threshold(audience, timezone.localdate()) for audience in outside.values()), default=0)
    cleared = {one.digest: one.cleared_by.title for one in month.cleared.select_related("cleared_by")}
    found: dict[str, tuple[Warned, list[_Said]]] = {}
    for said in (said for state in states for said in _said(state)):
        if any(pack in outside for pack, _ in said.line.pages):
            for warned in warnings(said.text, small):
                found.setdefault(warned.digest, (warned, []))[1].append(said)
    return [_doubt(warned, about, cleared.get(digest, "")) for digest, (warned, about) in found.items()]


@dataclass(frozen=True)
class _Said:
    """A text that a pack prints beside a line, who wrote it, and whether it is final."""

    line: Line
    text: str
    makers: frozenset[int]
    is_accepted: bool


def _said(state: LineState) -> Iterator[_Said]:
    """The comment of a line, and why its figure is published as not available."""
    if state.newest is not None:
        yield _Said(state.line, _text(state.newest), state.writers, state.accepted is not None)
    if state.line.waived:
        who = frozenset([state.line.waived_by_id] if state.line.waived_by_id else [])
        yield _Said(state.line, state.line.waived, who, is_accepted=True)


def _doubt(warned: Warned, about: Sequence[_Said], cleared_by: str) -> Doubt:
    first = about[0]
    lines = frozenset(said.line.pk for said in about)
    makers = frozenset[int]().union(*(said.makers for said in about))
    return Doubt(
        warned, first.line.title, line_href(first.line), makers, lines, any(s.is_accepted for s in about), cleared_by
    )


def _text(version: CommentVersion) -> str:
    actions = [one["what"] for one in version.actions]
    return "\n".join((version.happened, version.why, version.back_on_target, *actions))
