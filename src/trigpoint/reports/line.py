"""A measure of a report in one record: what a sheet, a slide and a tidy file say of it, already judged and worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from trigpoint.reports.block import Arrow, Mark
from trigpoint.reports.page import ChartSeries, Commentary, Figure


@dataclass(frozen=True, kw_only=True)
class Past:
    """One period of a line: `period` in words, the counts, the figure as printed with its trace, where it stood."""

    period: str
    start: date
    end: date
    numerator: Fraction | None
    denominator: Fraction | None
    figure: Figure
    reason: str
    status: Mark


@dataclass(frozen=True, kw_only=True)
class Other:
    """What one comparator published: `value` at display precision, None with its reason.

    `level` is "own", "neighbours", "region" or "england".
    """

    area: str
    figure: Figure
    year: str
    source: str
    like_for_like: bool
    because: str = ""
    level: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One measure and variant of a report. `history` is oldest first and ends with the figure that is judged.

    `unit` is that of the value ("%", "days", "per 10,000"); `target`, `tolerance` and `good` are as printed; `bands`
    as printed where the target is a scale; `direction` compares with the period before; `finding` is a sentence.
    `excluded`, `unknown` and `pending` are counts of rows that the figure leaves aside.
    `notes` are sentences: the events in its periods.
    """

    code: str
    group: str
    title: str
    measure: str
    variant: str
    period_type: str
    unit: str
    decimals: int
    definition: str
    counts: str
    history: tuple[Past, ...]
    excluded: int
    unknown: int
    pending: int
    made_of: str
    good: str
    target: str
    target_value: Decimal | None
    tolerance: str
    bands: str
    arrow: Arrow
    direction: str
    trend: str
    finding: str
    others: tuple[Other, ...]
    chart: ChartSeries
    commentary: Commentary | None
    commentary_due: str
    notes: tuple[str, ...] = ()

    @property
    def now(self) -> Past:
        """The figure that the line is about."""
        return self.history[-1]
