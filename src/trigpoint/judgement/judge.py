"""The judgement of a displayed figure by the standard in force, whatever its style."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from trigpoint.judgement import two_sided
from trigpoint.judgement.bands import scale
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.judgement.state import State
from trigpoint.judgement.two_sided import AgainstTarget, Judgement
from trigpoint.language.terms import Good


def judge(value: Decimal | None, standard: Standard | None, reason: str = "") -> Judgement:
    """Judge `value`, the figure as displayed, against the standard in force; `reason` says why there is no value.

    At the target is met, at the end of a tolerance is within. Raises BandsError when its bands make no scale.
    """
    if value is None or standard is None or standard.status is Status.NONE or standard.to_be_set:
        return two_sided.unjudged(value, standard, reason)
    return _RULES[standard.style](value, standard)


def _placed(value: Decimal, standard: Standard) -> Judgement:
    placed = scale(standard.bands, standard.good, ordered=standard.style is Style.ORDERED).place(value)
    return Judgement(placed.state, word=placed.name, note=placed.note)


def _ranged(value: Decimal, standard: Standard) -> Judgement:
    """Inside is on target; there is no good end."""
    assert standard.low is not None and standard.high is not None  # noqa: PT018
    if standard.low <= value <= standard.high:
        return Judgement(State.MET, word=str(State.MET))
    side = "Above" if value > standard.high else "Below"
    return Judgement(State.OUTSIDE, word=f"{side} target range")


def _one_sided(value: Decimal, standard: Standard) -> Judgement:
    assert standard.value is not None
    side = 1 if standard.good is Good.HIGH else -1
    limit = standard.low if side == 1 else standard.high
    gap = side * (value - standard.value)
    against: AgainstTarget = "better" if gap > 0 else "worse" if gap < 0 else "on"
    if gap >= 0:
        return Judgement(State.MET, against, word="Better than target")
    if limit is not None and side * (value - limit) >= 0:
        return Judgement(State.WITHIN, against, "within", word="In Tolerance")
    return Judgement(State.OUTSIDE, against, "worse", word="Outside Tolerance")


def _composite(value: Decimal, standard: Standard) -> Judgement:  # noqa: ARG001
    return Judgement(State.NOT_ASSESSED, reason="the target is over several grades, not this one figure")


_RULES: dict[Style, Callable[[Decimal, Standard], Judgement]] = {
    Style.RAG: _placed,
    Style.ORDERED: _placed,
    Style.RANGE: _ranged,
    Style.ONE_SIDED: _one_sided,
    Style.TWO_SIDED: two_sided.judge,
    Style.COMPOSITE: _composite,
}
