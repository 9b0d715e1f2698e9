"""The scorecard: every measure in a line with its last periods, its position and its trend, in landscape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from trigpoint.packs.model import Pack
from trigpoint.reports.block import Block, Cell, Column, Group, Paragraph, Row, Side, Table
from trigpoint.reports.cuts import cuts
from trigpoint.reports.detail import detail_pages
from trigpoint.reports.distribution_table import distribution_blocks
from trigpoint.reports.filling import Filling
from trigpoint.reports.marks import mark
from trigpoint.reports.outline import cell
from trigpoint.reports.page import Link
from trigpoint.reports.period_columns import heading, period_columns, shown_ends
from trigpoint.reports.picture import Spark
from trigpoint.reports.report import Sheet
from trigpoint.reports.since import since
from trigpoint.reports.small_print import small_print
from trigpoint.reports.standings import due, lede, moved, tallies
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import tolerance_words
from trigpoint.reports.targets_due import due_notes, starred
from trigpoint.reports.trends import trend_arrow, trend_setter, trend_word
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import NEW

_QUARTERS, _MONTHS = 7, 6
_SHORTENED = ("days",)


def pages(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> list[Sheet]:
    """The scorecard on one page, then a page for each measure outside tolerance."""
    quarterly = pack.frequency == "quarterly"
    ends = shown_ends(subjects, _QUARTERS if quarterly else _MONTHS)
    since = heading(subjects[0].before.end, quarterly=quarterly)[0]
    details = detail_pages(pack, subjects, filling)
    links = {page.code: page.link for page in details}
    tables = [
        _table(title, list(group), ends, links, pack, filling)
        for title, group in groupby(subjects, key=lambda s: s.page.group)
    ]
    head, year = heading(ends[-1], quarterly=quarterly)
    blocks: list[Block] = [
        tallies(subjects, since),
        Side(((moved(subjects, links, since),), (due(subjects, links),)), "finds"),
        *tables,
        *distribution_blocks(pack, filling, ends, quarterly=quarterly),
        small_print(pack, subjects, _notes(quarterly=quarterly)),
    ]
    first = Sheet(
        file="index.html",
        report=pack.report,
        title=pack.title,
        lede=lede(subjects, since),
        stamp=replace(filling.stamp, period=f"{head} {year}" if quarterly else filling.stamp.period),
        meta=tuple(text for text in (f"{head} {year}", filling.stamp.authority, pack.purpose) if text),
        look="scorecard",
        landscape=True,
        wide=True,
        name="Scorecard",
        blocks=tuple(blocks),
    )
    return [first, *details]


def _table(
    title: str, members: list[Subject], ends: list[date], links: dict[str, Link], pack: Pack, filling: Filling
) -> Table:
    quarterly = pack.frequency == "quarterly"
    over_time = len(ends) > 1
    columns = (
        Column(head="Ref", kind="ref", look="ref"),
        Column(head="Measure", kind="name", look="m"),
        Column(head="Good is", look="g"),
        Column(head="Target", kind="number", look="t"),
        Column(head="Tolerance", kind="number", look="l"),
        *period_columns(ends, quarterly=quarterly),
        *([Column(head=f"{len(ends)} {'quarters' if quarterly else 'months'}", kind="picture", look="sp")] * over_time),
        Column(head="Position", kind="status", look="p"),
        *([Column(head="6-month trend" if quarterly else "Since last month", look="tr")] * over_time),
    )
    rows = [row for subject in members for row in _rows(subject, ends, links, pack, filling)]
    many = f"{len(members)} measure{'' if len(members) == 1 else 's'}"
    every = "reported every quarter" if quarterly else "reported every month"
    return Table(
        title=title or "Measures",
        sub=f"{many}, {every}",
        columns=columns,
        groups=(Group("", tuple(rows)),),
        look="score many" if quarterly else "score some",
        notes=due_notes(members),
    )


def _rows(subject: Subject, ends: list[date], links: dict[str, Link], pack: Pack, filling: Filling) -> list[Row]:
    """The line of a measure, and one for each other cut of it."""
    page = subject.page
    rows = [_row(subject, ends, page.title, page.label, page.code, links)]
    others = cuts(subject, pack, filling)
    return rows + [_row(replace(other, trend_set=None), ends, label, "", "", {}) for label, other in others]


def _row(subject: Subject, ends: list[date], name: str, label: str, code: str, links: dict[str, Link]) -> Row:
    now, unit = subject.now, subject.facts.unit
    target = now.target
    link = links.get(code)
    lines = (label, made_of(subject, now) or _why(now), unit if unit in _SHORTENED else "", subject.page.source)
    over_time = len(ends) > 1
    shown = {judged.end: judged for judged in subject.history}
    first = subject.first_end
    return Row(
        cells=(
            Cell(text=code),
            Cell(text=name, href=link.href if link else "", sub=tuple(each for each in lines if each)),
            Cell(text=str(subject.facts.good).capitalize()),
            Cell(text=_bare(starred(subject))),
            Cell(text=_bare(tolerance_words(target, unit)) or NEW),
            *(_value(shown.get(end), first) for end in ends),
            *([_spark(subject, [shown.get(end) for end in ends])] * over_time),
            Cell(marks=(mark(now.position, subject.words),)),
            *([_movement(subject)] * over_time),
        )
    )


def _value(judged: Judged | None, first: date | None) -> Cell:
    """A figure, its symbol, or a dash before the measure was new."""
    if judged is None or (first is not None and judged.end < first):
        return Cell(text=NEW)
    printed = cell(judged.counted.figure)
    return replace(printed, text=_bare(printed.text))


def _bare(text: str) -> str:
    """A number of days without its unit, which stands under the measure's name: the columns are narrow."""
    return text.removesuffix(" days").removesuffix(" day")


def _spark(subject: Subject, shown: Sequence[Judged | None]) -> Cell:
    target = subject.now.target
    values = tuple(None if judged is None else judged.counted.value for judged in shown)
    return Cell(picture=Spark(values, target.value if target else None))


def _movement(subject: Subject) -> Cell:
    """The trend of a quarterly scorecard, the change since last month of a monthly one."""
    if subject.quarterly:
        setter = trend_setter(subject)
        return Cell(text=trend_word(subject), arrow=trend_arrow(subject), sub=(setter,) if setter else ())
    return since(subject)


def _why(judged: Judged) -> str:
    return "" if judged.counted.value is not None else judged.counted.reason


def _notes(*, quarterly: bool) -> list[Paragraph]:
    trend = Paragraph(
        "looks at the last three quarters: stable if the figure ends within 3 points (for other figures 3% of the "
        "target) of where it began, volatile if it turns by 7 or more, otherwise improving or worsening.",
        lead="6-month trend",
    )
    return [trend] if quarterly else []
