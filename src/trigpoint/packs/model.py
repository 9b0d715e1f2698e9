"""A report pack: its pages in order, each a measure told in the words of the people it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from trigpoint.figures.revisions import History
from trigpoint.judgement.exception_rule import AS_IT_STANDS, ExceptionRule
from trigpoint.judgement.state import State
from trigpoint.language.period import PeriodType


@dataclass(frozen=True, kw_only=True)
class Words:
    """How one page speaks of its cases; what is empty is filled from the measure's own words.

    `many` names the cases ("assessments"); `met`, `not_met` and `all` label the rows of the table; `value` heads the
    column of the figure; `met_short` finishes "2 more ..."; `made_of` is a sentence with {numerator} and {denominator}.
    """

    one: str = ""
    many: str = ""
    met: str = ""
    not_met: str = ""
    all: str = ""
    value: str = ""
    met_short: str = ""
    made_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """Another cut of a page's measure, shown beside it and judged on its own: "without UASC"."""

    label: str
    variant: str
    published_variant: str = ""


@dataclass(frozen=True, kw_only=True)
class Count:
    """A second figure beside the one that is judged: the number of children beside the rate."""

    label: str
    measure: str
    variant: str
    period_type: PeriodType
    published_variant: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One measure on one page. `previous` and `alone` are the period types of the extra columns of its table:

    one period back, and at the same date as the page's own figure. `where` narrows the figure to one group of a
    breakdown ({"work_type": "referral"}); `label` names the page's own cohort where `beside` has others; `published`
    is the line of the published report that fills the page without records, `published_variant` which of its figures.
    `shares` are the codes of the pages that hold the shares of the grades, best first, where the target is over all of
    them; `why` is the rationale of a target that says none itself.
    """

    code: str
    title: str
    group: str
    measure: str
    variant: str
    period_type: PeriodType
    previous: tuple[PeriodType, ...] = ()
    alone: tuple[PeriodType, ...] = ()
    words: Words = Words()
    where: tuple[tuple[str, str], ...] = ()
    label: str = ""
    beside: tuple[Cohort, ...] = ()
    count: Count | None = None
    source: str = ""
    owner: str = ""
    guide: str = ""
    why: str = ""
    shares: tuple[str, ...] = ()
    published: str = ""
    published_variant: str = ""


@dataclass(frozen=True, kw_only=True)
class ContextRow:
    """One line of the context table: a measure without a target, beside what others published."""

    label: str
    measure: str
    variant: str
    period_type: PeriodType
    published: str = ""


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """The shares of grades over time: one table of the audit pages. `where` narrows it to one group of a breakdown."""

    title: str
    group: str
    measure: str
    variant: str
    period_type: PeriodType
    where: tuple[tuple[str, str], ...] = ()
    published: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a target-setting paper changes: `kind` removed, added or amended, the last with what is and would be.

    `effect` is what an amended definition does to the latest figure.
    """

    kind: str
    title: str
    text: str = ""
    now: str = ""
    proposed: str = ""
    effect: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Who agrees a paper, when, and what they decided; roles and bodies, never names."""

    body: str
    date: str
    decision: str


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A report pack. `target_set` and `definitions` are names; `periods` is how many points a chart shows.

    A pack without a target set judges nothing: every measure says that it has no target.

    `assessment` is "target", or "last_year" where an indicator is red that misses its target or is not better than a
    year ago. A pack whose `frequency` is quarterly shows the ends of quarters only, the last complete one last. `words`
    are the council's own for the states; `exceptions` says when commentary is required; `detail` is how many months
    the page of a measure outside tolerance looks back on (0: none is added). `history` says whether a published
    period shows its figure as published or today's by one definition (None: as published where there is one).
    `published` names the published report that fills the pack without records, as it stood at the end of
    `published_period`.
    """

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
    frequency: str = "monthly"
    assessment: str = "target"
    words: Mapping[State, str] = field(default_factory=lambda: MappingProxyType({}))
    exceptions: ExceptionRule = AS_IT_STANDS
    detail: int = 0
    distributions: tuple[Distribution, ...] = ()
    changes: tuple[Change, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    notes: tuple[str, ...] = ()
    history: History | None = None
    published: str = ""
    published_period: date | None = None

    def wanted(self) -> tuple[tuple[str, str, PeriodType, str], ...]:
        """Every (measure, variant, period type, breakdown) whose figures the pack prints, each once."""
        found = [
            (p.measure, variant, kind, _by(p.where))
            for p in self.pages
            for variant in (p.variant, *(cohort.variant for cohort in p.beside))
            for kind in (p.period_type, *p.previous, *p.alone)
        ]
        found += [(p.count.measure, p.count.variant, p.count.period_type, "") for p in self.pages if p.count]
        found += [(row.measure, row.variant, row.period_type, "") for row in self.context]
        found += [(d.measure, d.variant, d.period_type, _by(d.where)) for d in self.distributions]
        return tuple(dict.fromkeys(found))

    def wanted_pairs(self) -> set[tuple[str, str]]:
        """Every measure and variant that the pack prints."""
        return {(measure, variant) for measure, variant, _, _ in self.wanted()}


def _by(where: tuple[tuple[str, str], ...]) -> str:
    return "+".join(name for name, _ in where)
