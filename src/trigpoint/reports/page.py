"""The page model: everything a page says, already calculated, judged and worded, in no format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from trigpoint.judgement.state import State
from trigpoint.packs.commentary import Action
from trigpoint.reports.scale import Scale


class PageError(ValueError):
    """A page that may not be published, in one sentence: which page, what is wrong, how to mend it."""


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What stands at the foot of every page. `place` is the short name in charts; `trace` that of the page's figure."""

    authority: str
    place: str
    period: str
    data_as_at: str
    snapshot: str
    definitions: str
    status: str
    handling: str
    trace: str = ""


@dataclass(frozen=True)
class Figure:
    """A number as printed. `value` is what the text says, for formats that hold numbers; None with a symbol as text.

    `mark` stands beside it: r revised, p provisional, s supplied.
    """

    text: str
    value: Decimal | None = None
    trace: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Position:
    """Where a figure stands. `reason` says why it is not assessed."""

    state: State
    reason: str = ""

    @property
    def words(self) -> str:
        """The words beside the shape."""
        return f"{self.state}: {self.reason}" if self.state is State.NOT_ASSESSED and self.reason else str(self.state)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The strip under the title: the figure, where it stands, how far that is from the target."""

    period: str
    figure: Figure
    made_of: str
    position: Position
    distance: str
    target_head: str
    target: str
    tolerance: str
    good: str


@dataclass(frozen=True)
class Point:
    """One point of a chart. `value` None is a gap.

    `tick` is its axis label and `year` a second line, given where a year starts; `name` is the period in words.
    `fresh` marks the first point of a new count, which no line joins to the one before (a year to date in April);
    `revised` one that was published as another figure than today's, and is drawn hollow.
    """

    name: str
    tick: str
    year: str
    value: Decimal | None
    text: str
    fresh: bool = False
    revised: bool = False


@dataclass(frozen=True)
class Reference:
    """A level line of a chart with its end label, in full and short for the narrow drawing."""

    label: str
    short: str
    value: Decimal
    text: str
    is_target: bool = False


@dataclass(frozen=True)
class EventMark:
    """A vertical line of a chart with its number; what happened stands in words under the chart.

    `place` is the point on which it stands, counted from 0; a half lies between two points.
    """

    number: int
    place: Fraction
    text: str


@dataclass(frozen=True, kw_only=True)
class ChartSeries:
    """A chart: the finding as title, what it shows as subtitle, its shape in words, its points and level lines.

    `events` are numbered from 1 in the order in which they stand; `signals` are the points, counted from 0, that a
    control chart finds to be more than ordinary variation: they are drawn as diamonds.
    """

    title: str
    subtitle: str
    name: str
    description: str
    place: str
    unit: str
    scale: Scale
    points: tuple[Point, ...]
    references: tuple[Reference, ...]
    low: Decimal | None = None
    high: Decimal | None = None
    tolerance: str = ""
    worst: int | None = None
    events: tuple[EventMark, ...] = ()
    signals: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Head:
    """Head of a column: its words, a second line, and whether it is the latest period."""

    text: str
    sub: str = ""
    now: bool = False


@dataclass(frozen=True)
class Row:
    """A labelled row of figures; `sub` is a second line of the label, `total` the row that sums up."""

    label: str
    cells: tuple[Figure, ...]
    sub: str = ""
    total: bool = False


@dataclass(frozen=True)
class FigureTable:
    """How the figure is made: numerator, the rest, denominator and the figure, for each column's period."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherRow:
    """What one comparator published, and where we stand beside it."""

    label: str
    sub: str
    figure: Figure
    beside: str


@dataclass(frozen=True, kw_only=True)
class ComparatorTable:
    """How others are doing, with the year, the source, and why it is not like for like if it is not."""

    year: str
    value_head: str
    beside_head: str
    rows: tuple[OtherRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Commentary:
    """What people have written about a figure, and the state of what they have written.

    `signed` says who signed it and when, and which other pages the same words are about.
    """

    happened: str
    why: str
    actions: tuple[Action, ...]
    back_on_target: str
    signed: str


@dataclass(frozen=True)
class DataRow:
    """One period of the table under the chart; its year is shown where it changes and always said aloud.

    `note` says how it was or may be revised.
    """

    label: str
    year: str
    year_shown: bool
    cells: tuple[Figure, ...]
    position: Position
    total: bool = False
    note: str = ""


@dataclass(frozen=True)
class DataTable:
    """The numbers of the chart, one row a period."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[DataRow, ...]
    legend: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Traced:
    """A figure of the page with its period and the trace from which it can be computed again."""

    period: str
    figure: str
    trace: str


@dataclass(frozen=True)
class Link:
    """A page that exists: its file, its code and its title."""

    href: str
    code: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has."""

    file: str
    report: str
    title: str
    lede: str
    stamp: Stamp


@dataclass(frozen=True, kw_only=True)
class KpiPage(Page):
    """One measure: its verdict, chart, making, comparators, commentary, data and rule."""

    code: str
    group: str
    verdict: Verdict
    chart: ChartSeries
    made: FigureTable
    others: ComparatorTable | None
    commentary: Commentary | None
    commentary_due: str
    data: DataTable
    traces: tuple[Traced, ...]
    judged: str
    definition: str

    @property
    def link(self) -> Link:
        """The way here."""
        return Link(self.file, self.code, self.title)


@dataclass(frozen=True)
class Total:
    """How many pages stand in a state, and how many did a period before."""

    state: State
    count: int
    change: str


@dataclass(frozen=True)
class Finding:
    """A line of a list of findings: the page it is about and what is found."""

    link: Link
    text: str


@dataclass(frozen=True, kw_only=True)
class ScoreRow:
    """One measure in the summary table. `arrow` is which way the number moved, `moved` in words."""

    link: Link
    made_of: str
    good: str
    target: str
    tolerance: str
    before: Figure
    figure: Figure
    values: tuple[Decimal | None, ...]
    aim: Decimal | None
    position: Position
    arrow: Literal["up", "down", "same", ""]
    moved: str


@dataclass(frozen=True)
class ScoreTable:
    """A group of measures in the summary."""

    title: str
    sub: str
    heads: tuple[Head, Head]
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class ContextTable:
    """Measures without a target beside what others published."""

    title: str
    sub: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class IndexPage(Page):
    """The summary: how many stand where, what needs attention, every measure in a line, the context."""

    period: str
    purpose: str
    totals: tuple[Total, ...]
    attention: tuple[Finding, ...]
    moved: tuple[Finding, ...]
    tables: tuple[ScoreTable, ...]
    context: ContextTable | None
    notes: tuple[str, ...]


def kpi_pages(pages: Sequence[Page]) -> tuple[KpiPage, ...]:
    """The pages about one measure, in order."""
    return tuple(page for page in pages if isinstance(page, KpiPage))
