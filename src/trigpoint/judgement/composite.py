"""Composite targets over a grade distribution: so many graded good or better, so many one grade lower or better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from trigpoint.judgement.bands import BandsError
from trigpoint.judgement.state import State


@dataclass(frozen=True)
class Level:
    """One part of the target: the share (in per cent) of a grade or better, with its one-sided tolerance."""

    name: str
    target: Decimal
    tolerance: Decimal

    def __str__(self) -> str:
        return f"{self.name}:{self.target:f}:{self.tolerance:f}"


def parse(text: str) -> tuple[Level, ...]:
    """`Good or better:80:60;RI or better:95:90`: best grades first. Raises BandsError."""
    levels = tuple(_level(part.strip()) for part in text.split(";") if part.strip())
    if not levels:
        raise BandsError("there is no level; write each as name:target:tolerance")
    return levels


def cumulative(shares: Sequence[Decimal], levels: int) -> list[Decimal]:
    """The shares at the levels, best grade first: the first level is the best two grades, each next one grade more."""
    return [sum(shares[: place + 2], Decimal(0)) for place in range(levels)]


def position(shares: Sequence[Decimal], levels: Sequence[Level]) -> tuple[State, str]:
    """Met when every level reaches its target, within when every one reaches its tolerance; and the sums in words.

    `shares` are per cent, best grade first. Raises BandsError when there are too few of them.
    """
    if len(shares) <= len(levels):
        raise BandsError(f"{len(shares)} shares cannot be held against {len(levels)} levels; give one a grade")
    sums = cumulative(shares, len(levels))
    said = ", ".join(f"{level.name} {total:f}" for level, total in zip(levels, sums, strict=True))
    if all(total >= level.target for level, total in zip(levels, sums, strict=True)):
        return State.MET, said
    within = all(total >= level.tolerance for level, total in zip(levels, sums, strict=True))
    return (State.WITHIN if within else State.OUTSIDE), said


def _level(text: str) -> Level:
    parts = [part.strip() for part in text.rsplit(":", 2)]
    try:
        name, target, tolerance = parts[0], *map(Decimal, parts[1:])
    except (InvalidOperation, ValueError):
        raise BandsError(f"{text!r} is not a level; write it as name:target:tolerance") from None
    if len(parts) != 3 or not name or tolerance > target:
        raise BandsError(
            f"{text!r} is not a level; write it as name:target:tolerance, the tolerance not above the target"
        )
    return Level(name, target, tolerance)
