"""Two-sided tolerance: a band around the target, both ends included, with one good side."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trigpoint.judgement.standard import Standard, Status
from trigpoint.judgement.state import State
from trigpoint.language.terms import Good

AgainstTarget = Literal["better", "on", "worse", ""]
AgainstTolerance = Literal["better", "within", "worse", ""]


@dataclass(frozen=True)
class Judgement:
    """Where a printed figure stands: its state, the two comparisons behind it, and why if there is none.

    `word` is what the standard itself calls it (the name of a band); `note` what had to be decided to call it so.
    """

    state: State
    against_target: AgainstTarget = ""
    against_tolerance: AgainstTolerance = ""
    reason: str = ""
    word: str = ""
    note: str = ""


def judge(value: Decimal | None, target: Standard | None, reason: str = "") -> Judgement:
    """Judge `value`, the figure as displayed, against the target in force.

    Beyond the good end of the band is better than range; at the target or better is met; between the target and
    the bad end, the end included, is within tolerance; past the bad end is outside. A target without a band has no
    tolerance: anything worse is outside. `reason` says why there is no value.
    """
    if value is None or target is None or target.value is None:
        return unjudged(value, target, reason)
    return _held_against(value, target, target.value)


def unjudged(value: Decimal | None, target: Standard | None, reason: str = "") -> Judgement:
    """Why there is nothing to judge: no value comes first, then no target by decision, then one still to be set."""
    if value is None:
        return Judgement(State.NOT_ASSESSED, reason=reason or "no value")
    if target is None or target.status is Status.NONE:
        return Judgement(State.NO_TARGET, reason="no target")
    return Judgement(State.TO_BE_SET, reason="target to be set")


def _held_against(value: Decimal, target: Standard, aim: Decimal) -> Judgement:
    side = 1 if target.good is Good.HIGH else -1
    good_end, bad_end = (target.high, target.low) if side == 1 else (target.low, target.high)
    gap = side * (value - aim)
    against_target: AgainstTarget = "better" if gap > 0 else "worse" if gap < 0 else "on"
    if good_end is None or bad_end is None:
        return Judgement(State.MET if gap >= 0 else State.OUTSIDE, against_target)
    if side * (value - good_end) > 0:
        return Judgement(State.BETTER, against_target, "better")
    if side * (value - bad_end) < 0:
        return Judgement(State.OUTSIDE, against_target, "worse")
    return Judgement(State.MET if gap >= 0 else State.WITHIN, against_target, "within")
