"""The summary table of a pack: every measure in a line, with its last two figures, its small chart and its position."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from trigpoint.judgement.direction import direction
from trigpoint.language.period import PeriodType
from trigpoint.reports.kpi import file_name
from trigpoint.reports.page import Head, Link, ScoreRow, ScoreTable
from trigpoint.reports.subject import Subject
from trigpoint.reports.targets_due import starred
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import between, period, size


def link_to(subject: Subject) -> Link:
    """The way to a subject's page."""
    return Link(file_name(subject.page.code), subject.page.code, subject.page.title)


def score_tables(subjects: Sequence[Subject]) -> list[ScoreTable]:
    """The tables of a summary, one a group, in the pack's order."""
    tables = []
    for title, group in groupby(subjects, lambda s: s.page.group):
        members = list(group)
        last, before = members[0].now, members[0].before
        heads = (Head(f"{before.end:%b %Y}"), Head(f"{last.end:%b %Y}", now=True))
        sub = f"{len(members)} measure{'' if len(members) == 1 else 's'}, {members[0].stamp.place}"
        tables.append(ScoreTable(title or "Measures", sub, heads, tuple(_row(s) for s in members)))
    return tables


def _row(subject: Subject) -> ScoreRow:
    now, before, unit = subject.now, subject.before, subject.facts.unit
    target = now.target
    aim = target.value if target else None
    low, high = (target.low, target.high) if target else (None, None)
    arrow, moved = _movement(subject)
    made = made_of(subject, now)
    return ScoreRow(
        link=link_to(subject),
        made_of=made if now.kind is PeriodType.MONTH else f"{made}, {period(now.kind, now.end)}".strip(", "),
        good=str(subject.facts.good).capitalize(),
        target=starred(subject),
        tolerance="" if low is None or high is None else between(low, high, unit),
        before=before.counted.figure,
        figure=now.counted.figure,
        values=tuple(judged.counted.value for judged in subject.history),
        aim=aim,
        position=now.position,
        arrow=arrow,
        moved=moved,
    )


def _movement(subject: Subject) -> tuple[Literal["up", "down", "same", ""], str]:
    now, before = subject.now.counted.value, subject.before.counted.value
    if now is None or before is None:
        return "", "No comparison"
    found = direction(now, before, subject.facts.good, "")
    if found.number == "same":
        return "same", "No change"
    word = f", {found.word}" if found.word else ""
    return found.number, f"{found.number.capitalize()} {size(found.difference, subject.facts.unit)}{word}"
