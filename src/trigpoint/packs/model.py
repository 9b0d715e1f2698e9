"""A report pack: its pages in order, each a measure told in the words of the people it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from trigpoint.judgement.state import State
from trigpoint.language.period import PeriodType


@dataclass(frozen=True, kw_only=True)
class Words:
    """How one page speaks of its cases.

    `many` names the cases ("assessments"); `met`, `not_met` and `all` label the rows of the table; `value` heads the
    column of the figure; `met_short` finishes "2 more ..."; `made_of` is a sentence with {numerator} and {denominator}.
    """

    one: str
    many: str
    met: str
    not_met: str
    all: str
    value: str
    met_short: str
    made_of: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """One measure on one page. `previous` and `alone` are the period types of the extra columns of its table:

    one period back, and at the same date as the page's own figure.
    """

    code: str
    title: str
    group: str
    measure: str
    variant: str
    period_type: PeriodType
    previous: tuple[PeriodType, ...]
    alone: tuple[PeriodType, ...]
    words: Words


@dataclass(frozen=True, kw_only=True)
class ContextRow:
    """One line of the context table: a measure without a target, beside what others published."""

    label: str
    measure: str
    variant: str
    period_type: PeriodType


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A report pack. `target_set` and `definitions` are names; `periods` is how many points a chart shows."""

    id: str
    title: str
    report: str
    purpose: str
    target_set: str
    definitions: str
    periods: int
    pages: tuple[Page, ...]
    context_title: str
    context: tuple[ContextRow, ...]
    layout: str = "contract"
    words: Mapping[State, str] = field(default_factory=lambda: MappingProxyType({}))

    def wanted(self) -> tuple[tuple[str, str, PeriodType], ...]:
        """Every (measure, variant, period type) whose figures the pack prints, each once."""
        of_pages = [(p.measure, p.variant, kind) for p in self.pages for kind in (p.period_type, *p.previous, *p.alone)]
        of_context = [(row.measure, row.variant, row.period_type) for row in self.context]
        return tuple(dict.fromkeys([*of_pages, *of_context]))
