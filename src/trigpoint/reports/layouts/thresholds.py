"""The threshold scorecard: measures by promise against ordered grades, exceptions with commentary, audit grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from trigpoint.judgement.bands import INADEQUATE, Band
from trigpoint.judgement.uncertainty import SMALL
from trigpoint.packs.model import Pack
from trigpoint.reports.block import Block, Cell, Column, Group, Mark, Paragraph, Row, Table
from trigpoint.reports.detail import detail_pages
from trigpoint.reports.distribution_table import distribution_blocks
from trigpoint.reports.filling import Filling
from trigpoint.reports.marks import grade_mark, mark
from trigpoint.reports.outline import cell
from trigpoint.reports.page import Link
from trigpoint.reports.period_columns import heading, period_columns, shown_ends
from trigpoint.reports.report import Sheet
from trigpoint.reports.small_print import small_print
from trigpoint.reports.standings import counted_marks
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import ABSENT, NEW, exactly

_PERIODS = 7
_SHORT = {"Outstanding": "Outst.", "Requires Improvement": "RI", "Requires improvement": "RI", INADEQUATE: "Inad."}


def pages(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> list[Sheet]:
    """The scorecard with its audit tables on one page, then a page for each measure outside its bands."""
    quarterly = pack.frequency == "quarterly"
    ends = shown_ends(subjects, _PERIODS)
    head, year = heading(ends[-1], quarterly=quarterly)
    since = heading(subjects[0].before.end, quarterly=quarterly)[0]
    details = detail_pages(pack, subjects, filling)
    links = {page.code: page.link for page in details}
    marks = [_grade(s.now, s) for s in subjects]
    before = [_grade(s.before, s) for s in subjects]
    order = _order([*marks, *before])
    below = sum(each.tone in ("within", "outside") for each in marks)
    blocks: list[Block] = [
        counted_marks(marks, before, order, since),
        _table(subjects, ends, links, quarterly=quarterly),
        small_print(pack, subjects, [_rule(pack, subjects)]),
        *distribution_blocks(pack, filling, ends, quarterly=quarterly),
    ]
    said = f"{below} of {len(subjects)} measures {'is' if below == 1 else 'are'} below Good."
    if not order:
        said = f"{len(subjects)} measures, none of them held against thresholds."
    first = Sheet(
        file="index.html",
        report=pack.report,
        title=pack.title,
        lede=f"{said} {_due(subjects)}",
        stamp=replace(filling.stamp, period=f"{head} {year}" if quarterly else filling.stamp.period),
        meta=tuple(text for text in (f"{head} {year}", filling.stamp.authority, pack.purpose) if text),
        look="thresholds",
        landscape=True,
        wide=True,
        name="Scorecard",
        blocks=tuple(blocks),
    )
    return [first, *details]


def _due(subjects: Sequence[Subject]) -> str:
    due = sum(bool(subject.commentary_due) for subject in subjects)
    if not due:
        return "No commentary is outstanding."
    return f"Commentary is required for {due}."


def _table(subjects: Sequence[Subject], ends: list[date], links: dict[str, Link], *, quarterly: bool) -> Table:
    columns = (
        Column(head="No", kind="ref", look="ref"),
        Column(head="Measure", kind="name", look="m"),
        Column(head="RI", look="th"),
        Column(head="Good", look="th"),
        Column(head="Outst.", look="th"),
        *period_columns(ends, quarterly=quarterly),
        Column(head="Grade now", kind="status", look="gd"),
        Column(head="Exception commentary", look="cm"),
    )
    groups = [
        Group(title, tuple(_row(subject, ends, links) for subject in members))
        for title, members in groupby(subjects, key=lambda s: s.page.group)
    ]
    return Table(
        title="Measures by promise",
        sub="The small word under each figure is its grade. RI is requires improvement; anything worse is inadequate.",
        columns=columns,
        groups=tuple(groups),
        look="thr",
    )


def _row(subject: Subject, ends: list[date], links: dict[str, Link]) -> Row:
    page, now = subject.page, subject.now
    link = links.get(page.code)
    counted = now.counted
    small = subject.facts.kind == "ratio" and counted.denominator is not None and counted.denominator < SMALL
    lines = (made_of(subject, now).removesuffix(" (small number)"), page.source)
    shown = {judged.end: judged for judged in subject.history}
    bands = {band.name.lower(): band for band in (now.target.bands if now.target else ())}
    return Row(
        cells=(
            Cell(text=page.code),
            Cell(
                text=page.title,
                href=link.href if link else "",
                sub=tuple(each for each in lines if each),
                tags=("Small number",) if small else (),
            ),
            *(_band(bands.get(name)) for name in ("requires improvement", "good", "outstanding")),
            *(_value(shown.get(end), subject) for end in ends),
            Cell(marks=(_grade(now, subject),)),
            _commentary(subject),
        )
    )


def _band(band: Band | None) -> Cell:
    """60 to 69, 80 or more, below 20; the unit stands on the figures."""
    if band is None:
        return Cell(text=NEW)
    low, high = (None if end is None else exactly(end, "") for end in (band.low, band.high))
    if low is None:
        return Cell(text=f"below {high}")
    return Cell(text=f"{low} or more" if high is None else f"{low} to {high}")


def _value(judged: Judged | None, subject: Subject) -> Cell:
    if judged is None or judged.counted.reason in ABSENT:
        return Cell(text=NEW)
    printed = cell(judged.counted.figure)
    if judged.counted.value is None:
        return printed
    word = _grade(judged, subject).words
    return replace(printed, sub=(_SHORT.get(word, word),))


def _grade(judged: Judged, subject: Subject) -> Mark:
    """The grade of a figure; where it has none, why it is not assessed."""
    if judged.judgement.state.judged and judged.target is not None and judged.target.bands:
        return grade_mark(judged.judgement.state, judged.judgement.word)
    return mark(judged.position, subject.words)


def _order(marks: Sequence[Mark]) -> list[Mark]:
    """Every mark once, best first, those without a grade last as one."""
    rank = {"ringed": 0, "circle": 1, "triangle": 2, "diamond": 3}
    known = {each.words: each for each in marks if each.shape in rank}
    return sorted(known.values(), key=lambda each: rank[each.shape])


def _commentary(subject: Subject) -> Cell:
    written = subject.commentary
    if written is not None:
        return Cell(text=" ".join(part for part in (written.happened, written.why) if part), sub=(written.signed,))
    if subject.commentary_due:
        return Cell(text="Commentary required", sub=(subject.commentary_due,), strong=True)
    return Cell(text=NEW)


def _rule(pack: Pack, subjects: Sequence[Subject]) -> Paragraph:
    rule = pack.exceptions
    said = [
        words
        for holds, words in (
            (rule.below_target, "is below Good"),
            (rule.outside and not rule.below_target, "is inadequate"),
            (rule.outside_and_worse and not rule.outside and not rule.below_target, "is inadequate and got worse"),
            (rule.fell, "has fallen a grade"),
            (rule.no_figure, "has no figure"),
        )
        if holds
    ]
    due = sum(bool(subject.commentary_due) for subject in subjects)
    return Paragraph(
        f"when a measure {', or '.join(said) or 'is outside three times'}. {due} are still to be written.",
        lead="Commentary is required",
    )
