"""The contract report: a summary, then a page a measure with its counts, what others publish and a commentary."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.packs.model import Pack
from trigpoint.reports.context import context_table
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
    about = [kpi_page(subject, pack.report) for subject in subjects]
    first = sheet(index_page(pack, subjects, context, filling.stamp))
    return [first, *map(sheet, about), *detail_pages(pack, subjects, filling, beside=True)]
