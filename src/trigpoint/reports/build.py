"""Fills the page model of a pack from figures, targets and published comparators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from trigpoint.comparators.comparators import Comparators
from trigpoint.judgement.target import Target
from trigpoint.packs.facts import MeasureFacts
from trigpoint.packs.model import Pack
from trigpoint.reports.book import Book
from trigpoint.reports.context import context_table
from trigpoint.reports.index import index_page
from trigpoint.reports.kpi import kpi_page
from trigpoint.reports.page import Commentary, Page, Stamp
from trigpoint.reports.subject import Subject


def pages(
    pack: Pack,
    figures: pa.Table,
    measures: Mapping[str, MeasureFacts],
    targets: tuple[Target, ...],
    comparators: Mapping[tuple[str, str], Comparators],
    period: date,
    stamp: Stamp,
    commentary: Mapping[str, Commentary] | None = None,
) -> list[Page]:
    """The pages of a pack: the summary first, then one a measure, in the pack's order.

    `figures` has the contract's columns and holds one authority; what it lacks is shown as not collected. `targets`
    are those of the pack's target set; `comparators` by measure and variant; `period` is the last day of the pack's
    month; `commentary` by page code.

    Raises:
        PageError: a figure that does not equal its own counts, or stands twice. Nothing is written then.
    """
    book = Book(figures)
    written = commentary or {}
    subjects = [
        Subject(
            page=page,
            facts=measures[page.measure],
            book=book,
            targets=targets,
            comparators=comparators.get((page.measure, page.variant)),
            period=period,
            periods=pack.periods,
            stamp=stamp,
        )
        for page in pack.pages
    ]
    context = context_table(pack, book, measures, comparators, period, stamp)
    about = [kpi_page(subject, pack.report, written.get(subject.page.code)) for subject in subjects]
    return [index_page(pack, subjects, context, stamp), *about]
