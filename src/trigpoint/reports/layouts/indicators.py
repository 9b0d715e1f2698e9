"""Indicator pages: a list with every status, then a page a measure with its value, trend, gauge and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from trigpoint.judgement.direction import direction
from trigpoint.judgement.overall import UNPROVEN, overall
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.terms import Good
from trigpoint.packs.model import Pack
from trigpoint.reports.block import (
    Arrow,
    Block,
    Cell,
    Chart,
    Column,
    Comment,
    Group,
    Mark,
    Paragraph,
    Prose,
    Row,
    Said,
    Side,
    Strip,
    Table,
    Tallies,
    Tally,
)  # fmt: skip
from trigpoint.reports.cuts import cuts_table
from trigpoint.reports.data_table import data_table
from trigpoint.reports.detail import detail_pages
from trigpoint.reports.event_marks import with_events
from trigpoint.reports.filling import Filling
from trigpoint.reports.gauges import gauge
from trigpoint.reports.kpi import file_name, traces
from trigpoint.reports.marks import mark
from trigpoint.reports.neighbours_plot import gap_in_children, neighbours_chart, neighbours_table
from trigpoint.reports.others import shown
from trigpoint.reports.outline import cell, data_block, traces_block
from trigpoint.reports.page import Link
from trigpoint.reports.report import Sheet
from trigpoint.reports.rule import defined_as, judged_by
from trigpoint.reports.series import opening, series
from trigpoint.reports.small_print import small_print
from trigpoint.reports.standings import due, lede, moved, tallies
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import target_words, tolerance_words
from trigpoint.reports.targets_due import due_notes, starred
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import NEW, capital, column, figure, moment, period

_KIND = {
    "snapshot": "month end (snapshot)",
    "month": "cumulative in the month",
    "ytd": "year to date",
    "rolling3": "rolling 3 months",
    "rolling12": "rolling 12 months",
    "rolling36": "rolling 3 years",
    "quarter": "quarter",
    "financial_year": "financial year",
}


def pages(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> list[Sheet]:
    """The list of indicators, their pages in the pack's order, then five years of each that is outside."""
    about = [_page(pack, subject, filling) for subject in subjects]
    return [_index(pack, subjects, filling), *about, *detail_pages(pack, subjects, filling, beside=True)]


def _index(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> Sheet:
    since = f"{subjects[0].before.end:%B}"
    links = {s.page.code: _link(s) for s in subjects}
    return Sheet(
        file="index.html",
        report=pack.report,
        title=pack.title,
        lede=_lede(pack, subjects, since),
        stamp=filling.stamp,
        meta=tuple(text for text in (filling.stamp.period, filling.stamp.authority, pack.purpose) if text),
        look="index",
        name="Indicators",
        blocks=(
            _tallies(pack, subjects, since),
            Side(((moved(subjects, links, since),), (due(subjects, links),)), "finds"),
            _list(pack, subjects, links),
            small_print(pack, subjects),
        ),
    )


def _list(pack: Pack, subjects: Sequence[Subject], links: Mapping[str, Link]) -> Table:
    """Every indicator in a line."""
    columns = (
        Column(head="Code", kind="ref", look="ref"),
        Column(head="Indicator", kind="name", look="m"),
        Column(head="Measure period"),
        Column(head="Current value", kind="number", now=True),
        Column(head="Target", kind="number"),
        Column(head="Overall assessment", kind="status"),
        Column(head="Against a year ago"),
    )
    rows = [
        Row(
            cells=(
                Cell(text=s.page.code),
                Cell(text=s.page.title, href=links[s.page.code].href, sub=_some(made_of(s, s.now))),
                Cell(text=_KIND[str(s.now.kind)]),
                cell(s.now.counted.figure),
                Cell(text=starred(s)),
                Cell(marks=(_assessed(pack, s)[0],)),
                Cell(text=_travel(s)[1], arrow=_travel(s)[0]),
            )
        )
        for s in subjects
    ]
    return Table(
        title="Indicators",
        columns=columns,
        groups=(Group("", tuple(rows)),),
        look="list cards",
        sub=f"{len(subjects)} pages, one an indicator",
        notes=due_notes(subjects),
    )


def _lede(pack: Pack, subjects: Sequence[Subject], since: str) -> str:
    if pack.assessment != "last_year":
        return lede(subjects, since)
    red = sum(_assessed(pack, subject)[0].tone == "outside" for subject in subjects)
    return f"{red} of {len(subjects)} indicators {'is' if red == 1 else 'are'} red."


def _tallies(pack: Pack, subjects: Sequence[Subject], since: str) -> Tallies:
    if pack.assessment != "last_year":
        return tallies(subjects, since)
    marks = [_assessed(pack, subject)[0] for subject in subjects]
    kinds = {each.shape: replace(each, words=each.words.split(":")[0]) for each in marks}
    return Tallies(
        tuple(Tally(sum(each.shape == shape for each in marks), kind.words, kind) for shape, kind in kinds.items())
    )


def _link(subject: Subject) -> Link:
    return Link(file_name(subject.page.code), subject.page.code, subject.page.title)


def _page(pack: Pack, subject: Subject, filling: Filling) -> Sheet:
    page, now = subject.page, subject.now
    other = cuts_table(subject, pack, filling)
    shows = f"{subject.facts.definition} {_good(subject)}{' ' + page.guide if page.guide else ''}"
    meta = (
        capital(period(now.kind, now.end)),
        f"Responsible: {page.owner}" if page.owner else "",
        f"Source: {page.source}" if page.source else "",
        f"Measure period: {_KIND[str(now.kind)]}",
    )
    return Sheet(
        file=file_name(page.code),
        report=pack.report,
        title=page.title,
        lede=opening(subject),
        stamp=replace(filling.stamp, trace=now.counted.trace),
        code=page.code,
        group=page.group,
        meta=tuple(text for text in meta if text),
        look="indicator",
        name=page.code,
        blocks=(
            Prose(paragraphs=(Paragraph(shows, lead="What it shows."),), look="guide"),
            Side(((_value(pack, subject),), _drawn(subject), _direction(subject)), "ig"),
            *([other] if other else []),
            _below(subject),
            data_block(data_table(subject), subject.words),
            Prose(paragraphs=(Paragraph(judged_by(subject)), Paragraph(defined_as(subject))), look="note"),
            traces_block(tuple(traces(subject))),
        ),
    )


def _drawn(subject: Subject) -> tuple[Block, ...]:
    """The trend, and where the figure lies against its target."""
    chart, bar = series(subject), gauge(subject)
    blocks: list[Block] = [*with_events(chart.title, chart.subtitle, chart)]
    if bar is not None:
        blocks.append(Chart("Where the figure lies against the target", _edges(subject), bar, look="bul"))
    return tuple(blocks)


def _below(subject: Subject) -> Side:
    """The neighbours, where they are published, beside the comment."""
    plot, gap = neighbours_chart(subject), gap_in_children(subject)
    comment: list[Block] = [Comment(subject.commentary, subject.commentary_due), *([gap] if gap else [])]
    if plot is None:
        return Side((tuple(comment),), "g2")
    return Side(((plot, neighbours_table(subject)), tuple(comment)), "g2 nb2")


def _good(subject: Subject) -> str:
    if subject.facts.good is Good.NEITHER:
        return "Neither high nor low is good in itself."
    return f"Good is {subject.facts.good}."


def _edges(subject: Subject) -> str:
    target, unit = subject.now.target, subject.facts.unit
    tolerance = tolerance_words(target, unit)
    return f"Target {target_words(target, unit)}{f', tolerance {tolerance}' if tolerance else ''}."


def _assessed(pack: Pack, subject: Subject) -> tuple[Mark, str]:
    """The overall assessment, and what must be said of the rule behind it."""
    stands = mark(subject.now.position, subject.words)
    if pack.assessment != "last_year":
        return stands, ""
    now, before = subject.now, _a_year_ago(subject)
    moved = None
    sided = subject.facts.good is not Good.NEITHER  # without a good side nothing can be better, and red would be empty
    if sided and now.counted.value is not None and before.counted.value is not None:
        moved = direction(now.counted.value, before.counted.value, subject.facts.good, "a year ago")
    found = overall(now.judgement.state, moved)
    if not found:
        return stands, ""
    red = found == "red"
    said = Mark(capital(found), "diamond" if red else "circle", "outside" if red else "on")
    why = "Red when the target is missed or the figure is not better than a year ago"
    return said, f"{why} ({UNPROVEN})."


def _value(pack: Pack, subject: Subject) -> Strip:
    """The current value, the count beside it where the pack names one, and the overall assessment."""
    now, page = subject.now, subject.page
    items = [
        Said(
            label="Current value",
            text=now.counted.figure.text,
            sub=_some(made_of(subject, now) or subject.facts.unit),
            trace=now.counted.trace,
            size="first",
        )
    ]
    if page.count is not None:
        facts = subject.known(page.count.measure, page.count.variant, page.count.period_type)
        counted = subject.book.at(facts, page.count.variant, page.count.period_type, now.end)
        items.append(
            Said(
                label=capital(page.count.label),
                text=counted.figure.text,
                sub=(f"{capital(period(page.count.period_type, now.end))}. Not what is judged",),
                trace=counted.trace,
                size="second",
            )
        )
    lines = [f"Judged on the {_KIND[str(now.kind)]} figure."]
    target = target_words(now.target, subject.facts.unit)
    tolerance = tolerance_words(now.target, subject.facts.unit)
    lines.append(f"Target {target}{f', tolerance {tolerance}' if tolerance else ''}.")
    assessed, rule = _assessed(pack, subject)
    lines += [rule] if rule else []
    items.append(Said(label="Overall assessment", sub=tuple(lines), mark=assessed))
    return Strip(tuple(items), "stack")


def _direction(subject: Subject) -> tuple[Block, ...]:
    way, words, said = _travel(subject)
    strip = Strip((Said(label="Direction of travel", text=words, arrow=way, sub=_some(said)),), "stack")
    rows = [_earlier(subject, years) for years in (1, 2)]
    rows += [_alone(subject, kind) for kind in subject.page.alone]
    earlier = Table(
        title="Previous values" if not subject.page.alone else "Other periods",
        columns=(Column(head="Period", kind="name"), Column(head="Value", kind="number")),
        groups=(Group("", tuple(rows)),),
        look="mini",
    )
    blocks: list[Block] = [strip, earlier]
    found, facts = subject.comparators, subject.facts
    if found is not None:
        others = []
        for benchmark in found.benchmarks:
            value = shown(benchmark, facts)
            own = benchmark.level == "own"
            text = "[x]" if value is None else figure(value, facts.unit)
            name = f"{subject.stamp.place}, published" if own else benchmark.area
            others.append(Row(cells=(Cell(text=name, sub=_some(benchmark.note)), Cell(text=text, value=value))))
        notes = () if found.like_for_like else (f"Not like for like. {found.because}",)
        blocks.append(
            Table(
                title="Comparators",
                sub=found.year,
                columns=(Column(head="Area", kind="name"), Column(head="Value", kind="number")),
                groups=(Group("", tuple(others)),),
                look="mini",
                notes=(*notes, f"Source: {capital(found.source)}."),
            )
        )
    return tuple(blocks)


def _a_year_ago(subject: Subject, years: int = 1) -> Judged:
    return subject.judged(subject.now.kind, last_day(month_of(subject.now.end) - 12 * years))


def _earlier(subject: Subject, years: int) -> Row:
    found = _a_year_ago(subject, years)
    name = f"{found.end:%b %Y}"
    text = found.counted.figure.text if found.counted.trace or found.counted.value is not None else NEW
    return Row(cells=(Cell(text=name), Cell(text=text, value=found.counted.value, trace=found.counted.trace)))


def _alone(subject: Subject, kind: PeriodType) -> Row:
    """The same measure over another period that ends at the same date."""
    counted = subject.judged(kind, subject.now.end).counted
    name = Cell(text=column(kind, subject.now.end))
    return Row(cells=(name, Cell(text=counted.figure.text, value=counted.value, trace=counted.trace)))


def _travel(subject: Subject) -> tuple[Arrow, str, str]:
    """Arrow, words and the two figures: this value against the same period a year ago."""
    now, before = subject.now, _a_year_ago(subject)
    if now.counted.value is None or before.counted.value is None:
        return "", "No comparison", "no figure a year ago" if now.counted.value is not None else ""
    found = direction(now.counted.value, before.counted.value, subject.facts.good, "")
    when = moment(before.kind, before.end, date(1900, 1, 1))  # always with its year
    said = f"from {before.counted.figure.text} in {when} to {now.counted.figure.text}"
    return found.number, capital(str(found)), said


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
