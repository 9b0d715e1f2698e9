"""The subject of a page: one measure of a pack with its figures, targets and comparators, judged for any period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from trigpoint.comparators.comparators import Comparators
from trigpoint.judgement.direction import Direction, direction
from trigpoint.judgement.exception_rule import AS_IT_STANDS, ExceptionRule, Standing
from trigpoint.judgement.judge import judge
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target, in_force
from trigpoint.judgement.two_sided import Judgement
from trigpoint.language.period import PeriodType, month_of, periods
from trigpoint.packs.facts import MeasureFacts
from trigpoint.packs.model import Page as PackPage
from trigpoint.reports.book import Counted, Figures
from trigpoint.reports.page import Commentary, Position, Stamp
from trigpoint.reports.wording import period as period_words


@dataclass(frozen=True)
class Judged:
    """A figure, the target in force at its end, and where it stands."""

    kind: PeriodType
    counted: Counted
    target: Target | None
    judgement: Judgement

    @property
    def end(self) -> date:
        """Last day of its period."""
        return self.counted.end

    @property
    def position(self) -> Position:
        """Its state with the reason, as printed."""
        return Position(self.judgement.state, self.judgement.reason)


@dataclass(frozen=True)
class Subject:
    """One page of a pack and everything that is told of it; `period` is the last day of the pack's month."""

    page: PackPage
    facts: MeasureFacts
    book: Figures
    targets: tuple[Target, ...]
    comparators: Comparators | None
    period: date
    periods: int
    stamp: Stamp
    commentary: Commentary | None = None
    rule: ExceptionRule = AS_IT_STANDS
    words: Mapping[State, str] = field(default_factory=lambda: MappingProxyType({}))

    def judged(self, kind: PeriodType, end: date) -> Judged:
        """The figure of another period (of any kind) of the same measure and variant."""
        counted = self.book.at(self.facts, self.page.variant, kind, end)
        target = in_force(self.targets, self.page.measure, self.page.variant, kind, end)
        return Judged(kind, counted, target, judge(counted.value, target, counted.reason))

    @cached_property
    def history(self) -> tuple[Judged, ...]:
        """The page's own periods, oldest first, up to the pack's month."""
        kind = self.page.period_type
        ends = [p.end for p in periods(kind, month_of(self.period), 12 * self.periods)][-self.periods :]
        return tuple(self.judged(kind, end) for end in ends)

    @property
    def places(self) -> int:
        """Decimal places of the denominator: full-time equivalents are no whole numbers."""
        return 1 if self.facts.kind == "true_ratio" else 0

    @property
    def now(self) -> Judged:
        """The figure that the page is about."""
        return self.history[-1]

    @property
    def before(self) -> Judged:
        """The figure one period earlier."""
        return self.history[-2]

    @property
    def moved(self) -> Direction | None:
        """Which way the figure went since the period before; None where one of the two is missing."""
        now, before = self.now.counted.value, self.before.counted.value
        if now is None or before is None:
            return None
        return direction(now, before, self.facts.good, period_words(self.before.kind, self.before.end))

    @property
    def commentary_due(self) -> str:
        """Why words are required here and not yet written; empty when none are."""
        if self.commentary is not None:
            return ""
        return self.rule.why(Standing([judged.judgement.state for judged in self.history], self.moved))
