"""What fills a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from trigpoint.comparators.comparators import Comparators
from trigpoint.judgement.exception_rule import AS_IT_STANDS, ExceptionRule
from trigpoint.judgement.target import Target
from trigpoint.packs.commentary import TrendSet
from trigpoint.packs.event import Event
from trigpoint.packs.facts import Facts
from trigpoint.reports.book import Figures
from trigpoint.reports.page import Commentary, Stamp


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What fills a pack, from a store or from a published report.

    `figures` gives each figure of one authority, what it lacks as not collected; `targets` are those of the pack's
    target set; `comparators` by measure and variant; `period` is the last day of the pack's month; `commentary` by
    page code; `periods` where the latest figure of a page ends earlier, because it is supplied with a lag; `events`
    are those of the authority; `trends` by page code where a person set one, `printed_trends` as a published report words them;
    `printed_only` leaves periods without a figure out of the histories, as a published report has only what it printed.
    """

    figures: Figures
    facts: Facts
    targets: tuple[Target, ...]
    comparators: Mapping[tuple[str, str], Comparators]
    period: date
    stamp: Stamp
    commentary: Mapping[str, Commentary] = field(default_factory=lambda: MappingProxyType({}))
    rule: ExceptionRule = AS_IT_STANDS
    printed_only: bool = False
    periods: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    events: tuple[Event, ...] = ()
    printed_trends: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    trends: Mapping[str, TrendSet] = field(default_factory=lambda: MappingProxyType({}))
