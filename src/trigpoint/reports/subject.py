"""The subject of a page: one measure of a pack with its figures, targets and comparators, judged for any period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from trigpoint.comparators.comparators import Comparators
from trigpoint.judgement import composite
from trigpoint.judgement.direction import Direction, direction
from trigpoint.judgement.exception_rule import AS_IT_STANDS, ExceptionRule, Standing
from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target, in_force
from trigpoint.judgement.two_sided import Judgement
from trigpoint.language.period import PeriodType, last_day, month_of, periods
from trigpoint.packs.commentary import TrendSet
from trigpoint.packs.event import Event
from trigpoint.packs.facts import Facts, MeasureFacts
from trigpoint.packs.model import Page as PackPage
from trigpoint.reports.book import Counted, Figures
from trigpoint.reports.marks import state_words
from trigpoint.reports.page import Commentary, Position, Stamp
from trigpoint.reports.wording import ABSENT
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
    """One page of a pack and everything that is told of it; `period` is the last day of its latest figure.

    `lag` is how many months the figure ends before the report it stands in: it is held against the target of the
    report's year.
    """

    page: PackPage
    known: Facts
    book: Figures
    targets: tuple[Target, ...]
    comparators: Comparators | None
    period: date
    periods: int
    stamp: Stamp
    lag: int = 0
    commentary: Commentary | None = None
    rule: ExceptionRule = AS_IT_STANDS
    quarterly: bool = False
    printed_only: bool = False
    shares: tuple[PackPage, ...] = ()
    words: Mapping[State, str] = field(default_factory=lambda: MappingProxyType({}))
    events: tuple[Event, ...] = ()
    trend_set: TrendSet | None = None
    trend_printed: str = ""

    def judged(self, kind: PeriodType, end: date) -> Judged:
        """The figure of another period (of any kind) of the same measure and variant."""
        if (kind, end) not in self._judged:
            self._judged[kind, end] = self._judge(kind, end)
        return self._judged[kind, end]

    @cached_property
    def _judged(self) -> dict[tuple[PeriodType, date], Judged]:
        """What was judged already: every part of a page asks for the same periods."""
        return {}

    def _judge(self, kind: PeriodType, end: date) -> Judged:
        facts = self.known(self.page.measure, self.page.variant, kind)
        counted = self.book.at(facts, self.page.variant, kind, end, self.page.where)
        reported = last_day(month_of(end) + self.lag)
        target = in_force(self.targets, self.page.measure, self.page.variant, kind, reported)
        if target is not None and target.style is Style.COMPOSITE and target.status is Status.AGREED:
            return Judged(kind, counted, target, self._together(target, kind, end))
        return Judged(kind, counted, target, judge(counted.value, target, counted.reason))

    def _together(self, target: Target, kind: PeriodType, end: date) -> Judgement:
        """Where the shares of all grades stand together, against a target that is over several of them."""
        values = []
        for page in self.shares:
            facts = self.known(page.measure, page.variant, kind)
            values.append(self.book.at(facts, page.variant, kind, end, page.where).value)
        known = [value for value in values if value is not None]
        if len(known) < len(values) or len(known) <= len(target.levels):
            return Judgement(State.NOT_ASSESSED, reason="not every grade has a share")
        state, said = composite.position(known, target.levels)
        return Judgement(state, note=said)

    @cached_property
    def facts(self) -> MeasureFacts:
        """The facts of its measure, as its own figures are made."""
        return self.known(self.page.measure, self.page.variant, self.page.period_type)

    @cached_property
    def ends(self) -> tuple[date, ...]:
        """The ends of the page's own periods, oldest first, up to the pack's month."""
        ends = [p.end for p in periods(self.page.period_type, month_of(self.period), 12 * max(self.periods, 2))]
        if self.quarterly:
            ends = [end for end in ends if end.month % 3 == 0]
        return tuple(ends[-self.periods :])

    @cached_property
    def history(self) -> tuple[Judged, ...]:
        """The page's own periods, oldest first; of a published report only those that it printed, and the last."""
        found = [self.judged(self.page.period_type, end) for end in self.ends]
        if not self.printed_only:
            return tuple(found)
        return (*(judged for judged in found[:-1] if judged.counted.trace), found[-1])

    @property
    def now(self) -> Judged:
        """The figure that the page is about."""
        return self.history[-1]

    @property
    def before(self) -> Judged:
        """The figure one period earlier."""
        return self.judged(self.page.period_type, self.ends[-2])

    @property
    def first_end(self) -> date | None:
        """The end of its first period with anything to say: before that the measure was not collected."""
        known = [j.end for j in self.history if j.counted.reason not in ABSENT]
        return known[0] if known else None

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
        standing = Standing([judged.judgement.state for judged in self.history], self.moved)
        return self.rule.why(standing, state_words(State.OUTSIDE, self.words))
