"""One measure as a page to explore: what it means, its figure as an equation, chart, groups, comparators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from trigpoint.language.definition import in_force
from trigpoint.language.measure import Declaration
from trigpoint.language.reading import reading
from trigpoint.reports.block import Block, Mark, Paragraph, Prose, Table
from trigpoint.reports.control_view import ControlView, control_view
from trigpoint.reports.data_table import data_table
from trigpoint.reports.event_marks import event_notes
from trigpoint.reports.figure_table import figure_table
from trigpoint.reports.kpi import traces
from trigpoint.reports.marks import mark
from trigpoint.reports.neighbours_plot import gap_in_children, neighbours_chart, neighbours_table
from trigpoint.reports.others import comparator_table
from trigpoint.reports.outline import data_block, others_block, traces_block
from trigpoint.reports.page import ChartSeries, Stamp
from trigpoint.reports.rule import judged_by
from trigpoint.reports.series import opening, series
from trigpoint.reports.subject import Subject
from trigpoint.reports.target_words import target_words
from trigpoint.reports.verdict import distance, made_of
from trigpoint.reports.wording import day, period
from trigpoint.store import Entry, Store
from trigpoint.tasks import library
from trigpoint.tasks.broken_down import OneGroup, SmallLines, groups_of, small_lines, table_of
from trigpoint.tasks.choices import Choice, Offer, offer
from trigpoint.tasks.equation import Part, equation
from trigpoint.tasks.explored_subject import CONTROL, GROUPED, LINE, Beside, subject_of, wanted_beyond
from trigpoint.tasks.further_figures import is_calculated
from trigpoint.tasks.in_words import sentence
from trigpoint.tasks.prepared_figures import Prepared
from trigpoint.tasks.published_figures import PublishedFigures, published_figures


@dataclass(frozen=True, kw_only=True)
class Explored:
    """A measure's page. `sentence` is the definition in force, `told` since when; `parts` its equation.

    `chart` is the line, `control` the control chart or why there is none, only one of them where it is asked for.
    `missing` says why there is no figure. `tables` are the breakdowns, `unsplit` whether they must be calculated first,
    `others` what others published, `published` what was published of it.
    """

    title: str
    domain: str
    period: str
    sentence: str
    told: str
    figure: str
    made_of: str
    mark: Mark | None
    target: str
    distance: str
    lede: str
    missing: str
    trace: str
    parts: tuple[Part, ...]
    chart: ChartSeries
    events: tuple[str, ...]
    control: ControlView | str
    data: Table
    small: SmallLines | None
    tables: tuple[Table, ...]
    unsplit: bool
    others: tuple[Block, ...]
    published: PublishedFigures
    notes: tuple[str, ...]
    traces: Table
    stamp: Stamp


_BESIDE = ("targets", "benchmarks", "events", "configuration", "retractions")


def explored(
    offered: Offer, choice: Choice, beside: Beside, base: str, *, by: str = "team", control: bool = False
) -> Explored:
    """The page of one figure. `base` is the address to which a group is added, `by` the breakdown of the small lines;

    `control` asks for limits and signals.
    """
    store = Store(beside.store)
    kept = tuple(entry for kind in _BESIDE for entry in store.entries(kind))
    released = tuple(one.id for one in store.releases())
    usual = replace(choice, months=0)  # small lines beside a long one would be too small to read
    wanted = wanted_beyond(offered, usual, by=tuple(offered.groups)) if not choice.where and offered.groups else None
    unsplit = wanted is not None and not is_calculated(beside.store, wanted)
    return _explored(_Asked(offered.prepared, choice, beside, base, by, control, unsplit, (kept, released)))


@dataclass(frozen=True)
class _Asked:
    """A page: `kept` are the entries and releases that it speaks of beside the figures."""

    prepared: Prepared
    choice: Choice
    beside: Beside
    base: str
    by: str
    control: bool
    unsplit: bool
    kept: tuple[tuple[Entry, ...], tuple[str, ...]]


@lru_cache(maxsize=128)
def _explored(asked: _Asked) -> Explored:
    """Figures of a snapshot never change, nor do entries and releases beside them under their names."""
    choice, beside, by = asked.choice, asked.beside, asked.by
    offered = offer(asked.prepared, choice.measure)
    subject = subject_of(offered, choice, beside, CONTROL if asked.control else LINE)
    counted = subject.now.counted
    meaning = _meaning(choice, offered)
    found = _broken_down(offered, choice, beside) if not choice.where and not asked.unsplit else {}
    target = subject.now.target
    return Explored(
        title=subject.page.title,
        domain=subject.page.group,
        period=period(choice.kind, choice.end),
        sentence=meaning["sentence"],
        told=meaning["told"],
        figure=counted.figure.text,
        made_of=made_of(subject, subject.now),
        mark=mark(subject.now.position, subject.words) if subject.targets else None,
        target=target_words(target, subject.facts.unit) if target else "",
        distance=distance(subject),
        lede=_lede(subject),
        missing=_missing(subject, choice.months or GROUPED),
        trace=counted.trace,
        parts=_parts(subject, choice, offered),
        chart=series(subject),
        events=event_notes(series(subject)),
        control=control_view(subject) if asked.control else "",
        data=_data(subject),
        small=small_lines(subject, found[by], by, asked.base) if by in found else None,
        tables=tuple(table_of(subject, groups, name, asked.base) for name, groups in found.items() if groups),
        unsplit=asked.unsplit,
        others=others_of(subject),
        published=published_figures(beside.store, subject, asked.prepared.definitions, choice.authority),
        notes=(*figure_table(subject).notes, judged_by(subject)) if counted.value is not None else (),
        traces=traces_block(tuple(traces(subject))),
        stamp=subject.stamp,
    )


def _broken_down(offered: Offer, choice: Choice, beside: Beside) -> Mapping[str, list[OneGroup]]:
    """The groups of each breakdown."""
    if not offered.groups:
        return {}
    subject = subject_of(offered, replace(choice, months=0), beside, by=tuple(offered.groups))
    return {name: groups_of(subject, offered, name) for name in offered.groups}


def _meaning(choice: Choice, offered: Offer) -> Mapping[str, str]:
    """The definition in force at the period's end in a sentence, and since when it holds."""
    declared = offered.measure
    if not isinstance(declared, Declaration):
        read = reading(declared, choice.variant)
        said = " ".join(part if part.endswith(".") else f"{part}." for part in (read.about, read.numerator) if part)
        return MappingProxyType({"sentence": said, "told": f"Supplied as figures by template {declared.supplier}"})
    every = library.versions(declared, choice.variant, offered.prepared.definitions, choice.kind)
    now = in_force(every, choice.end)
    since = f"{now.name}, in force since {day(now.effective)}"
    return MappingProxyType({"sentence": sentence(now), "told": f"Definition {since}"})


def _parts(subject: Subject, choice: Choice, offered: Offer) -> tuple[Part, ...]:
    declared, counted = offered.measure, subject.now.counted
    if not isinstance(declared, Declaration) or counted.numerator is None or "supplied" in counted.definition:
        return ()
    every = library.versions(declared, choice.variant, offered.prepared.definitions, choice.kind)
    return equation(counted, declared, in_force(every, choice.end))


def _lede(subject: Subject) -> str:
    """What the line shows, where its title does not say it already."""
    said = opening(subject)
    return "" if said.rstrip(".") == series(subject).title else said


def _missing(subject: Subject, months: int) -> str:
    """Why there is no figure, in a sentence."""
    now, counted = subject.now, subject.now.counted
    if counted.value is not None:
        return ""
    if not counted.trace:
        return f"Figures of a group are shown for {months} months, and in this period nothing falls into the group."
    why = {
        "no cases": "Nothing is counted in the period, so there is nothing to divide by.",
        "not collected": "The records that it needs were not given.",
        "not yet known": "The period is not over in these records.",
        "not applicable": "The measure does not apply to the period.",
    }
    return f"No figure for {period(now.kind, now.end)}: {counted.reason}. {why.get(counted.reason, '')}".strip()


def _data(subject: Subject) -> Table:
    """The numbers of the chart, folded away; without positions where there is no target at all."""
    table = replace(data_block(data_table(subject)), is_open=False)
    if any(judged.target for judged in subject.history):
        return table
    (group,) = table.groups
    rows = tuple(replace(row, cells=row.cells[:-1]) for row in group.rows)
    return replace(table, columns=table.columns[:-1], groups=(replace(group, rows=rows),))


def others_of(subject: Subject) -> tuple[Block, ...]:
    """England, the region and the neighbours; with the neighbours on one scale where at least three have a figure."""
    table = comparator_table(subject)
    if table is None:
        return ()
    blocks: list[Block] = [others_block(table)]
    plot, gap = neighbours_chart(subject), gap_in_children(subject)
    if plot is not None:
        blocks += [plot, *([gap] if gap else []), neighbours_table(subject)]
    elif subject.comparators is not None and not subject.comparators.neighbours:
        blocks.append(Prose(paragraphs=(Paragraph("No set of statistical neighbours is loaded."),), look="note"))
    return tuple(blocks)
