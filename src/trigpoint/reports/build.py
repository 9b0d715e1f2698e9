"""Fills the page model of a pack: every subject judged once, laid out as the pack says, and a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.language.period import month_of
from trigpoint.packs.model import Pack, Page
from trigpoint.reports.filling import Filling
from trigpoint.reports.layouts import layout
from trigpoint.reports.lines import line_of
from trigpoint.reports.report import Report
from trigpoint.reports.spoken import spoken
from trigpoint.reports.subject import Subject


def report(pack: Pack, filling: Filling, about: Sequence[Subject] | None = None) -> Report:
    """The pack filled: its pages in the layout it names, and a line for every measure on them.

    `about` are its subjects where they were already judged.

    Raises:
        PageError: a figure that does not equal its own counts, or stands twice. Nothing is written then.
    """
    about = subjects(pack, filling) if about is None else about
    return Report(
        id=pack.id,
        title=pack.report,
        pages=tuple(layout(pack.layout)(pack, about, filling)),
        lines=tuple(line_of(subject) for subject in about),
        stamp=filling.stamp,
    )


def subjects(pack: Pack, filling: Filling) -> list[Subject]:
    """The subject of each page of the pack, in its order."""
    return [subject(pack, filling, page) for page in pack.pages]


def subject(pack: Pack, filling: Filling, page: Page) -> Subject:
    """The subject of one page, or of another cut of it."""
    told = spoken(page, filling.facts(page.measure, page.variant, page.period_type))
    return Subject(
        page=told,
        known=filling.facts,
        book=filling.figures,
        targets=filling.targets,
        comparators=filling.comparators.get((page.measure, page.variant)),
        period=filling.periods.get(page.code, filling.period),
        periods=pack.periods,
        stamp=filling.stamp,
        lag=month_of(filling.period) - month_of(filling.periods.get(page.code, filling.period)),
        commentary=filling.commentary.get(page.code),
        rule=filling.rule,
        words=pack.words,
        quarterly=pack.frequency == "quarterly",
        printed_only=filling.printed_only,
        events=tuple(event for event in filling.events if event.about(page.measure, page.where)),
        trend_set=filling.trends.get(page.code),
        trend_printed=filling.printed_trends.get(page.code, ""),
        shares=tuple(each for code in page.shares for each in pack.pages if each.code == code),
    )
