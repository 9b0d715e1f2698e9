"""Fills the page model of a pack: every subject judged once, laid out as the pack says, and a line for each."""

from __future__ import annotations

from trigpoint.packs.model import Pack
from trigpoint.reports.filling import Filling
from trigpoint.reports.layouts import layout
from trigpoint.reports.lines import line_of
from trigpoint.reports.report import Report
from trigpoint.reports.subject import Subject


def report(pack: Pack, filling: Filling) -> Report:
    """The pack filled: its pages in the layout it names, and a line for every measure on them.

    Raises:
        PageError: a figure that does not equal its own counts, or stands twice. Nothing is written then.
    """
    about = subjects(pack, filling)
    return Report(
        id=pack.id,
        title=pack.report,
        pages=tuple(layout(pack.layout)(pack, about, filling)),
        lines=tuple(line_of(subject) for subject in about),
        stamp=filling.stamp,
    )


def subjects(pack: Pack, filling: Filling) -> list[Subject]:
    """The subject of each page of the pack, in its order."""
    return [
        Subject(
            page=page,
            facts=filling.measures[page.measure],
            book=filling.figures,
            targets=filling.targets,
            comparators=filling.comparators.get((page.measure, page.variant)),
            period=filling.period,
            periods=pack.periods,
            stamp=filling.stamp,
            commentary=filling.commentary.get(page.code),
            rule=filling.rule,
            words=pack.words,
        )
        for page in pack.pages
    ]
