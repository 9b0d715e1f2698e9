"""Several measures beside each other: where each stands, every period of each, and every group of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.marks import mark
from trigpoint.reports.outline import cell
from trigpoint.reports.picture import Spark
from trigpoint.reports.since import since
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.target_words import target_words
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import DAYS, NEW, PERCENT, capital, column, symbol
from trigpoint.tasks.broken_down import OneGroup, group_link, groups_of
from trigpoint.tasks.choices import BACK, BREAKDOWN_WORDS, KIND_WORDS, Choice
from trigpoint.tasks.council_words import measure_title
from trigpoint.tasks.explored_subject import GROUPED, Beside, subject_of
from trigpoint.tasks.group_words import group_words, in_order
from trigpoint.tasks.picked import Answer, Question

_MEASURE = "/measures/{}/"
_EACH = {
    PeriodType.MONTH: "each month",
    PeriodType.QUARTER: "each quarter",
    PeriodType.FINANCIAL_YEAR: "each financial year",
}


@dataclass(frozen=True)
class Line:
    """A measure in the comparison: the subject of its figure and that of the whole, the groups it is split into."""

    answer: Answer
    title: str
    subject: Subject | None
    whole: Subject | None
    groups: tuple[OneGroup, ...] = ()


@dataclass(frozen=True)
class SideBySide:
    """`now` has a line a measure, `groups` a line a group where that is asked, `periods` a line a period.

    `about` says whom the figures are about, `notes` what is not shown and what the symbols mean.
    """

    about: str
    now: Table
    groups: Table | None
    periods: Table
    notes: tuple[str, ...]
    lines: tuple[Line, ...]


def side_by_side(found: Sequence[Answer], asked: Question, beside: Beside, base: str) -> SideBySide:
    """The figures beside each other; `base` is the address to which a group is added.

    Raises NotReadyError where some must be calculated first.
    """
    by = "" if asked.where else asked.by
    lines = tuple(_line(one, beside, by) for one in found)
    about = ", ".join(group_words(name, group) for name, group in asked.where) or "Whole authority"
    months = int(asked.back or GROUPED)
    return SideBySide(
        about,
        _now(lines, asked, about, BACK.get(months, f"{months} months")),
        _split(lines, by, base) if by else None,
        _periods(lines, about, is_open=not by),
        tuple(_notes(lines, asked)),
        lines,
    )


def _line(one: Answer, beside: Beside, by: str) -> Line:
    if one.choice is None:
        return Line(one, measure_title(beside.store, one.picked.measure), None, None)
    split = (by,) if by in one.offered.groups else ()
    whole = subject_of(one.offered, replace(one.choice, where=()), beside, GROUPED, split)
    mine = None if one.missing else subject_of(one.offered, one.choice, beside, GROUPED) if one.choice.where else whole
    months = one.choice.months or GROUPED
    groups = tuple(groups_of(whole, one.offered, by, months)) if split else ()
    return Line(one, whole.page.title, mine, whole, groups)


def _now(lines: Sequence[Line], asked: Question, about: str, back: str) -> Table:
    narrowed = bool(asked.where)
    columns = (
        Column(head="Measure", kind="name"),
        Column(head="Period"),
        Column(head=about, kind="number", now=True),
        Column(head=capital(back), kind="picture", look="sp"),
        Column(head="Since the period before"),
        *([Column(head="Whole authority", kind="number")] if narrowed else [Column(head="Position")]),
        Column(head="Target of the whole" if narrowed else "Target"),
    )
    rows = tuple(_row(line, asked, len(columns)) for line in lines)
    return Table(title="Where each stands", columns=columns, groups=(Group("", rows),), look="grp side cards",
                 title_shown=False)  # fmt: skip


def _row(line: Line, asked: Question, width: int) -> Row:
    name = Cell(text=line.title, href=_address(line), sub=_under(line))
    if line.whole is None:
        return Row(cells=(name, Cell(text=NEW, sub=(line.answer.missing,)), *([Cell()] * (width - 2))))
    whole, mine = line.whole, line.subject
    when = Cell(text=capital(column(whole.now.kind, whole.now.end)))
    target = Cell(text=_target(whole))
    if mine is None:
        nothing = Cell(text=NEW, sub=(line.answer.missing,))
        return Row(cells=(name, when, nothing, Cell(), Cell(), _figure(whole), target))
    place = _figure(whole) if asked.where else _position(whole)
    return Row(cells=(name, when, _figure(mine), _spark(mine), since(mine), place, target))


def _address(line: Line) -> str:
    """The page of the measure about the same figure."""
    choice, address = line.answer.choice, _MEASURE.format(line.answer.picked.measure)
    if choice is None:
        return address
    asked = [("period", choice.period), ("variant", choice.variant), *(() if line.answer.missing else choice.where)]
    for name, said in asked:
        address = group_link(address, name, said) if said else address
    return address


def _under(line: Line) -> tuple[str, ...]:
    """The variant, the unit where the figure does not say it, and that it is of another kind than was asked for."""
    unit = line.whole.facts.unit if line.whole else ""
    said = (line.answer.picked.variant, "" if unit in (PERCENT, DAYS) else unit, line.answer.note)
    return tuple(part for part in said if part)


def _figure(subject: Subject) -> Cell:
    why, found = subject.now.counted.reason, _past(subject, subject.now)
    return replace(found, sub=(why,)) if subject.now.counted.value is None and why else found


def _spark(subject: Subject) -> Cell:
    target = subject.now.target
    values = tuple(judged.counted.value for judged in subject.history)
    return Cell(picture=Spark(values, target.value if target else None))


def _position(whole: Subject) -> Cell:
    if whole.now.target is None:
        return Cell(text="No target")
    return Cell(marks=(mark(whole.now.position, whole.words),))


def _target(whole: Subject) -> str:
    return target_words(whole.now.target, whole.facts.unit) if whole.now.target else NEW


def _periods(lines: Sequence[Line], about: str, *, is_open: bool) -> Table:
    """A line a month in which any period ends, newest first; a column a measure. Folded where groups stand above it."""
    shown = [(line, line.subject) for line in lines if line.subject is not None]
    held = [{month_of(judged.end): judged for judged in subject.history} for _, subject in shown]
    months = sorted({month for one in held for month in one}, reverse=True)
    columns = tuple(Column(head=line.title, sub=_kind(line.answer.choice), kind="number") for line, _ in shown)
    rows = tuple(
        Row(cells=(Cell(text=f"{last_day(month):%b %Y}"), *(
            _past(subject, one.get(month)) for (_, subject), one in zip(shown, held, strict=True)
        )))
        for month in months
    )  # fmt: skip
    return Table(
        title=f"Every period, {about}",
        columns=(Column(head="Period that ends in", kind="name"), *columns),
        groups=(Group("", rows),),
        look="grp every cards",
        fold="Table of every period",
        is_open=is_open,
        title_shown=False,
    )


def _kind(choice: Choice | None) -> str:
    if choice is None:
        return ""
    said = _EACH.get(choice.kind, KIND_WORDS[choice.kind].lower())
    return ", ".join(part for part in (said, choice.variant) if part)


def _past(subject: Subject, judged: Judged | None) -> Cell:
    if judged is None:
        return Cell()
    made = made_of(subject, judged)
    return replace(cell(judged.counted.figure), sub=(made,) if made else ())


def _split(lines: Sequence[Line], by: str, base: str) -> Table:
    """A line a group, the whole below; a column a measure."""
    shown = [(line, line.whole) for line in lines if line.whole is not None]
    groups = [{group.name: group for group in line.groups} for line, _ in shown]
    names = in_order(by, {name for one in groups for name in one})
    columns = tuple(
        Column(head=line.title, sub=capital(column(whole.now.kind, whole.now.end)), kind="number")
        for line, whole in shown
    )
    rows = [
        Row(cells=(Cell(text=group_words(by, name), href=group_link(base, by, name)), *(
            _past(one[name].subject, one[name].now) if name in one else Cell(text=NEW) for one in groups
        )))
        for name in names
    ]  # fmt: skip
    total = Row(cells=(Cell(text="Whole authority"), *(_past(whole, whole.now) for _, whole in shown)), total=True)
    words = BREAKDOWN_WORDS[by]
    return Table(title=f"By {words.lower()}", columns=(Column(head=words, kind="name"), *columns),
                 groups=(Group("", (*rows, total)),), look="grp every cards",
                 notes=(f"{NEW} nothing of the measure falls into the group, or it is not split by {words.lower()}",)
                 if any(name not in one for one in groups for name in names) else ())  # fmt: skip


def _notes(lines: Sequence[Line], asked: Question) -> list[str]:
    said = []
    if asked.where and asked.by:
        said.append(f"Not split by {BREAKDOWN_WORDS[asked.by].lower()} as well: choose the whole authority for that.")
    if asked.where:
        said.append("Targets are agreed for the whole authority, so that the figure of a group has no position.")
    known = [judged for line in lines for each in (line.subject, line.whole) if each for judged in each.history]
    known += [group.now for line in lines for group in line.groups]
    reasons = sorted({judged.counted.reason for judged in known if judged.counted.value is None})
    return said + [f"{symbol(reason)} {reason}" for reason in reasons if reason]
