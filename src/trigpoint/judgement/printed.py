"""A figure as a report prints it, with everything that is printed beside it and could contradict it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from trigpoint.judgement.standard import Standard
from trigpoint.language.terms import Good

PrintedKind = Literal["percent", "rate", "average", "count", "grade", "other"]


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One printed figure. Everything may be left out but `ref`: a check looks only at what is there.

    `ref` and `label` name the line, `variant` and `period` the figure on it; a `grade` has one row a grade and period.
    `value` is as printed; `per` multiplies numerator / denominator (100, 1, 10,000). `basis` says what the counts are
    ("12 months average"). `counts` says what the denominator counts (of a rate: what the rate is of). `standard` is
    the one in force; `target_printed` a target on the row whatever the standard. `history` are earlier values, oldest
    first; `arrow` is "up", "down" or "same". `said_unchanged` is that the text says so of the target.
    """

    ref: str
    label: str = ""
    variant: str = ""
    period: str = ""
    basis: str = ""
    kind: PrintedKind = "percent"
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    per: int = 100
    decimals: int = 0
    counts: str = ""
    good: Good = Good.NEITHER
    standard: Standard | None = None
    target_printed: str = ""
    target_before: Decimal | None = None
    said_unchanged: bool = False
    judgement: str = ""
    against_target: str = ""
    history: tuple[Decimal | None, ...] = field(default=())
    arrow: Literal["", "up", "down", "same"] = ""
    new: bool = False

    @property
    def name(self) -> str:
        """The line and the figure on it."""
        return " ".join(part for part in (self.ref, self.variant, self.period) if part)

    @property
    def averaged(self) -> bool:
        """Whether its counts are averages, which do not divide to the percentage beside them."""
        return "average" in self.basis.lower()
