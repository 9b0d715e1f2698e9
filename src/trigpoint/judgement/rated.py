"""One row of a table of published figures, judged by the targets and bands that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from trigpoint.judgement import composite
from trigpoint.judgement.direction import direction
from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.judgement.state import State
from trigpoint.judgement.trend import trend
from trigpoint.judgement.two_sided import Judgement
from trigpoint.language.terms import Good

SHARE_SAME = Decimal(2)
"""A share without a good side (a grade among audits) that moves by at most two points has not changed."""


@dataclass(frozen=True)
class Rated:
    """What `rate` adds to a row: the judgement in the words of its style, the state, trend, direction and notes."""

    judgement: str
    state: str
    trend: str
    direction: str
    note: str


@dataclass(frozen=True)
class Published:
    """A row as read: `value` and `history` (oldest first) as displayed, `shares` those of a composite row."""

    standard: Standard
    value: Decimal | None
    reason: str = ""
    percent: bool = True
    shares: tuple[Decimal, ...] = ()
    history: tuple[Decimal | None, ...] = field(default=())
    same_within: Decimal | None = None


def rated(row: Published) -> Rated:
    """Judge a row. Raises BandsError when its bands or levels make no scale."""
    judgement = _composite(row) if row.standard.style is Style.COMPOSITE else _single(row)
    moved, about = _direction(row)
    notes = [judgement.note, judgement.reason, _against(row.standard, judgement), about]
    return Rated(judgement.word, str(judgement.state), _trend(row), moved, "; ".join(note for note in notes if note))


def _single(row: Published) -> Judgement:
    standard = row.standard
    if standard.status is Status.TO_BE_SET:  # a position is printed as TBD whether or not there is a figure
        return Judgement(State.TO_BE_SET, word="TBD")
    if standard.status is Status.NONE:
        return Judgement(State.NO_TARGET, word="No Target")
    found = judge(row.value, standard, row.reason)
    return _two_sided_word(found, standard) if standard.style is Style.TWO_SIDED else found


def _two_sided_word(found: Judgement, standard: Standard) -> Judgement:
    """`better`, `within` or `worse` than the tolerance; without one, than the target alone."""
    alone = {"better": "better", "on": "within", "worse": "worse", "": ""}[found.against_target]
    word = found.against_tolerance if standard.low is not None and standard.high is not None else alone
    return Judgement(found.state, found.against_target, found.against_tolerance, found.reason, word, found.note)


def _composite(row: Published) -> Judgement:
    if row.standard.status is not Status.AGREED:
        return _single(row)
    if not row.shares:
        return Judgement(State.NOT_ASSESSED, reason=row.reason or "no value")
    state, said = composite.position(row.shares, row.standard.levels)
    words = {State.MET: "Better than target", State.WITHIN: "In Tolerance", State.OUTSIDE: "Outside Tolerance"}
    return Judgement(state, word=words[state], note=said)


def _against(standard: Standard, judgement: Judgement) -> str:
    if standard.style is not Style.TWO_SIDED or not judgement.against_target or standard.value is None:
        return ""
    word = {"on": "at the target", "better": "better than the target", "worse": "worse than the target"}
    return f"{word[judgement.against_target]} of {standard.value:f}"


def _direction(row: Published) -> tuple[str, str]:
    """The direction from the last period, and what must be said of it."""
    if row.value is None or not row.history:
        return "", ""
    before = row.history[-1]
    if before is None:
        return "", "no figure for the last period to compare with"
    share = row.percent and row.standard.good is Good.NEITHER
    same = row.same_within if row.same_within is not None else SHARE_SAME if share else Decimal(0)
    moved = direction(row.value, before, row.standard.good, "last period", same)
    about = f"a change of {abs(moved.difference)} counts as none" if moved.number == "same" and moved.difference else ""
    return str(moved), about


def _trend(row: Published) -> str:
    values: Sequence[Decimal | None] = [*row.history, row.value]
    to_be_set = row.standard.status is Status.TO_BE_SET
    target = row.standard.value
    return trend(values, row.standard.good, percent=row.percent, target=target, to_be_set=to_be_set).word
