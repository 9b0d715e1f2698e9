"""The month board: for every line how far it is, who acts, what is needed, and whether it waits for who looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from trigpoint.web.months.lateness import late_words
from trigpoint.web.months.models import Comment
from trigpoint.web.months.owners import Owners, roles_with
from trigpoint.web.months.state import LineState
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import Thing, can

Step = Literal["done", "open", "returned", "blocked", "none"]
_NOT_REQUIRED = "not required"


@dataclass(frozen=True)
class Mark:
    """One of the four steps of a line: its shape, and its word where that is another than the shape's."""

    step: Step
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line as the board shows it. `late` counts days after the day on which it was due; `signable` is its digest."""

    state: LineState
    calculated: Mark
    commented: Mark
    challenged: Mark
    signed: Mark
    who: str
    needed: str
    mine: bool = False
    blocked: bool = False
    late: int = 0
    signable: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is signed off."""
        return self.signed.step == "done"

    @property
    def when(self) -> str:
        """How late it is."""
        return "" if self.is_done else late_words(self.late)


@dataclass(frozen=True)
class Looker:
    """Who looks at the board, on which day, and the days by which comments and sign-offs are due."""

    actor: Actor
    owners: Owners
    today: date
    comment_by: date
    challenge_by: date
    sign_by: date


def rows(states: Sequence[LineState], looker: Looker) -> list[Row]:
    """The lines of a month: blocked and most overdue first, then those that wait for the person, then in order."""
    found = [_row(state, looker) for state in states]
    return sorted(found, key=lambda row: (not row.blocked, -max(row.late, 0), not row.mine, row.state.line.order))


FILTERS: Mapping[str, tuple[str, Callable[[Row], bool]]] = MappingProxyType(
    {
        "needs": ("Needs action", lambda row: not row.is_done),
        "mine": ("Waiting for me", lambda row: row.mine),
        "blocked": ("Blocked", lambda row: row.blocked),
        "signed": ("Signed off", lambda row: row.is_done),
        "all": ("All", lambda _: True),
    }
)
"""The choices above the board: their words, and which rows each shows."""


def _row(state: LineState, looker: Looker) -> Row:
    """Each case is tried in turn: the first thing that is missing decides who acts."""
    line = state.line
    if state.is_missing:
        return _missing(state, looker)
    if state.approval is not None:
        return _signed(state)
    if state.stage == Comment.State.SUBMITTED:
        return _to_challenge(state, looker)
    if state.stage == Comment.State.ACCEPTED or not (state.stage or line.due or state.drafted):
        return _to_sign(state, looker)
    return _to_write(state, looker)


def _missing(state: LineState, looker: Looker) -> Row:
    return Row(
        state=state,
        calculated=Mark("blocked"),
        commented=Mark("none"),
        challenged=Mark("none"),
        signed=Mark("none"),
        who=state.line.owner or roles_with(Action.PUBLISH),
        needed=f"{_sentence(state.line.missing)} Wait for it, or publish as not available",
        mine=can(looker.actor, Action.PUBLISH),
        blocked=True,
        late=(looker.today - looker.comment_by).days,
    )


def _signed(state: LineState) -> Row:
    held = state.approval
    assert held is not None
    return Row(
        state=state,
        calculated=_calculated(state),
        commented=_commented(state),
        challenged=_challenged(state),
        signed=Mark("done"),
        who=held.signed_by.title,
        needed="Signed off",
    )


def _to_challenge(state: LineState, looker: Looker) -> Row:
    mine = can(looker.actor, Action.CHALLENGE, Thing(makers=state.writers))
    wrote = can(looker.actor, Action.CHALLENGE) and not mine
    return Row(
        state=state,
        calculated=_calculated(state),
        commented=Mark("done"),
        challenged=Mark("open"),
        signed=Mark("none"),
        who=roles_with(Action.CHALLENGE),
        needed="Someone else must challenge it: you wrote" if wrote else "Challenge or accept the comment",
        mine=mine,
        late=(looker.today - looker.challenge_by).days,
    )


def _to_sign(state: LineState, looker: Looker) -> Row:
    mine = can(looker.actor, Action.APPROVE, Thing(makers=state.makers))
    part = can(looker.actor, Action.APPROVE) and not mine
    said = "Ready for you to sign off" if mine else "Ready to be signed off"
    ended = next((one for one in reversed(state.approvals) if one.voided or one.digest != state.digest), None)
    if part:
        said = "A second person must sign it off: you had a part in it"
    if ended is not None:
        said += f". The sign-off before is void: {ended.voided_because or 'the figure was changed'}"
    return Row(
        state=state,
        calculated=_calculated(state),
        commented=_commented(state),
        challenged=_challenged(state),
        signed=Mark("open"),
        who=roles_with(Action.APPROVE),
        needed=said,
        mine=mine,
        late=(looker.today - looker.sign_by).days,
        signable=state.digest if mine else "",
    )


def _to_write(state: LineState, looker: Looker) -> Row:
    late = (looker.today - looker.comment_by).days
    returned = state.stage == Comment.State.RETURNED
    unwritten = bool(state.line.due) and not state.versions
    blocked = unwritten and not state.drafted and late > 0
    needed = f"Comment required: {state.line.due}"
    if blocked:
        needed = f"Comment missing. Required: {state.line.due}"
    elif returned and state.told is not None:
        needed = f"Returned: {state.told.reason}"
    elif state.versions or state.drafted:
        needed = "Comment in draft"
    mine = looker.owners.is_for(state.line, looker.actor)
    wrote = state.newest is not None and state.newest.written_by_id == looker.actor.account
    return Row(
        state=state,
        calculated=_calculated(state),
        commented=Mark("done") if returned else Mark("blocked") if blocked else Mark("open"),
        challenged=Mark("returned") if returned else Mark("none"),
        signed=Mark("none"),
        who=looker.owners.words(state.line),
        needed=needed,
        mine=mine or (wrote and can(looker.actor, Action.COMMENT)),
        blocked=blocked,
        late=late,
    )


def _calculated(state: LineState) -> Mark:
    return Mark("done", "published as not available") if state.line.waived else Mark("done")


def _commented(state: LineState) -> Mark:
    return Mark("done") if state.versions else Mark("done", _NOT_REQUIRED)


def _challenged(state: LineState) -> Mark:
    return Mark("done") if state.accepted else Mark("done", _NOT_REQUIRED)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
