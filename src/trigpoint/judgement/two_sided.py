"""Two-sided tolerance: a band around the target, both ends included, with one good side."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good

AgainstTarget = Literal["better", "on", "worse", ""]
AgainstTolerance = Literal["better", "within", "worse", ""]


@dataclass(frozen=True)
class Judgement:
    """Where a printed figure stands: its state, the two comparisons behind it, and why there is none if there is none."""

    state: State
    against_target: AgainstTarget = ""
    against_tolerance: AgainstTolerance = ""
    reason: str = ""


def judge(value: Decimal | None, target: Target | None, reason: str = "") -> Judgement:
    """Judge `value`, the figure as displayed, against the target in force.

    Beyond the good end of the band is better than range; at the target or better is met; between the target and
    the bad end, the end included, is within tolerance; past the bad end is outside. A target without a band has no
    tolerance: anything worse is outside. `reason` says why there is no value.
    """
    if value is None:
        return Judgement(State.NOT_ASSESSED, reason=reason or "no value")
    if target is None:
        return Judgement(State.NO_TARGET, reason="no target")
    if target.value is None:
        return Judgement(State.TO_BE_SET, reason="target to be set")
    side = 1 if target.good is Good.HIGH else -1
    good_end, bad_end = (target.high, target.low) if side == 1 else (target.low, target.high)
    gap = side * (value - target.value)
    against_target: AgainstTarget = "better" if gap > 0 else "worse" if gap < 0 else "on"
    if good_end is not None and side * (value - good_end) > 0:
        return Judgement(State.BETTER, against_target, "better")
    if bad_end is not None and side * (value - bad_end) < 0:
        return Judgement(State.OUTSIDE, against_target, "worse")
    against_tolerance: AgainstTolerance = "" if bad_end is None else "within"
    if gap >= 0:
        return Judgement(State.MET, against_target, against_tolerance)
    return Judgement(State.WITHIN if bad_end is not None else State.OUTSIDE, against_target, against_tolerance)
