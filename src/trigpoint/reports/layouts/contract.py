"""The contract report: a summary, then a page a measure with its counts, what others publish and a commentary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trigpoint.packs.model import Pack
from trigpoint.reports.block import Comment
from trigpoint.reports.context import context_table
from trigpoint.reports.cuts import cuts_table
from trigpoint.reports.detail import detail_pages
from trigpoint.reports.filling import Filling
from trigpoint.reports.index import index_page
from trigpoint.reports.kpi import kpi_page
from trigpoint.reports.outline import sheet
from trigpoint.reports.report import Sheet
from trigpoint.reports.subject import Subject


def pages(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> list[Sheet]:
    """The summary first, then one a measure in the pack's order, then five years of each that is outside tolerance."""
    context = context_table(pack, filling.figures, filling.facts, filling.comparators, filling.period, filling.stamp)
    first = sheet(index_page(pack, subjects, context, filling.stamp), pack.words)
    about = [_page(pack, subject, filling) for subject in subjects]
    return [first, *about, *detail_pages(pack, subjects, filling, beside=True)]


def _page(pack: Pack, subject: Subject, filling: Filling) -> Sheet:
    """The page of a measure, its other cuts before the commentary."""
    page, table = sheet(kpi_page(subject, pack.report), pack.words), cuts_table(subject, pack, filling)
    if table is None:
        return page
    place = next(n for n, block in enumerate(page.blocks) if isinstance(block, Comment))
    return replace(page, blocks=(*page.blocks[:place], table, *page.blocks[place:]))
