"""Whether a month may be published: everything in the way of it, the warnings about its comments among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.audiences import OUTSIDE, threshold
from trigpoint.web.months.agreed_words import printed_states, signers
from trigpoint.web.months.links import line_href, month_key
from trigpoint.web.months.models import CommentVersion, Month
from trigpoint.web.months.scanner import Warned, warnings
from trigpoint.web.months.standing import Obstacle, obstacles
from trigpoint.web.months.state import LineState


@dataclass(frozen=True)
class Doubt:
    """A warning about an accepted comment that goes outside. `line` is one that it is about; `makers` wrote it."""

    warned: Warned
    title: str
    href: str
    makers: frozenset[int]
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
    doubts = _doubts(month, states)
    if left := sum(not doubt.cleared_by for doubt in doubts):
        where = reverse("month_publish", args=[month_key(month.period)]) + "#comments"
        words = "might tell of a child and must be read by a second person"
        found.append(Obstacle(words, where, f"{left} remark{'' if left == 1 else 's'} in comments"))
    return Clearance(found, doubts, signers(states), states)


def _doubts(month: Month, states: Sequence[LineState]) -> list[Doubt]:
    """Every warning about the accepted comments of packs that go outside."""
    outside = {pack.pack: pack.audience for pack in month.packs.all() if pack.audience in OUTSIDE}
    small = max((threshold(audience, timezone.localdate()) for audience in outside.values()), default=0)
    cleared = {one.digest: one.cleared_by.title for one in month.cleared.select_related("cleared_by")}
    found: dict[str, Doubt] = {}
    for state in states:
        if state.accepted is None or not any(pack in outside for pack, _ in state.line.pages):
            continue
        for warned in warnings(_text(state.accepted), small):
            by = cleared.get(warned.digest, "")
            doubt = Doubt(warned, state.line.title, line_href(state.line), state.writers, by)
            found.setdefault(warned.digest, doubt)
    return list(found.values())


def _text(version: CommentVersion) -> str:
    actions = [one["what"] for one in version.actions]
    return "\n".join((version.happened, version.why, version.back_on_target, *actions))
