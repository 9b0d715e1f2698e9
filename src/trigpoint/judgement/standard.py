"""A standard: what a figure is held against, whoever agreed it: a target with its tolerance, a range, or bands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from trigpoint.judgement.bands import Band
from trigpoint.judgement.composite import Level
from trigpoint.language.terms import Good


class Style(StrEnum):
    """How a figure is held against its standard; the value is the word of target files and of `rate`."""

    RAG = "rag"
    TWO_SIDED = "two_sided"
    ONE_SIDED = "one_sided"
    ORDERED = "ordered"
    RANGE = "range"
    COMPOSITE = "composite"

    @property
    def sided(self) -> bool:
        """Whether it needs to know which side is good."""
        return self not in (Style.RANGE, Style.COMPOSITE)


class Status(StrEnum):
    """Whether there is a standard at all; the value is what a target file says instead of a number."""

    AGREED = "agreed"
    TO_BE_SET = "to be set"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Standard:
    """`value` is the number to reach (None: a range, bands, or not set); `low` and `high` are its tolerance.

    A range has `low` and `high` alone. A one-sided tolerance is `low` where high is good, else `high`. `bands` are
    those of red-amber-green and of ordered thresholds, as printed; `levels` those of a composite target.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    good: Good = Good.NEITHER
    style: Style = Style.TWO_SIDED
    status: Status = Status.AGREED
    bands: tuple[Band, ...] = ()
    levels: tuple[Level, ...] = ()

    @property
    def to_be_set(self) -> bool:
        """Whether it is still to be agreed: said so, or a numeric style without its number."""
        numeric = self.style in (Style.TWO_SIDED, Style.ONE_SIDED)
        return self.status is Status.TO_BE_SET or (self.status is Status.AGREED and numeric and self.value is None)
