"""Writes a report as a Word document: real styles, headings and tables, its charts as pictures with their words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx.document import Document

from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.frozen import day_of, frozen
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.word.blocks import Blocks
from trigpoint.reports.word.front import front, title_of
from trigpoint.reports.word.markup import bookmark, paragraph, run
from trigpoint.reports.word.package import empty, fill, footer
from trigpoint.reports.word.pictures import Pictures

_SHORT, _LONG, _MARGIN, _FOOT = 595.3, 841.9, 51.0, 70.0  # A4 and its margins, in points


def write(report: Report, out: Path) -> list[Path]:
    """Write the report as one document into the folder `out`; the same report gives the same bytes."""
    document = empty(report)
    sections = _Sections(document)
    anchors = {page.file: f"page{place}" for place, page in enumerate(report.pages, 1)}
    pictures = Pictures(document, report)
    text = front(report, anchors)
    section = sections.of(stamp_lines(report.title, report.stamp), landscape=False)
    for place, page in enumerate(report.pages, 1):
        text += paragraph("", "TableGap", section)
        blocks = Blocks(page, _room(landscape=page.landscape), pictures, anchors).markup()
        text += _head(page, anchors[page.file], place) + blocks
        section = sections.of(stamp_lines(page.report, page.stamp), landscape=page.landscape)
    fill(document, text + section)
    made = BytesIO()
    document.save(made)
    path = out / f"{report.id}.docx"
    path.write_bytes(frozen(made.getvalue(), day_of(report)))
    return [path]


def _head(page: Sheet, anchor: str, place: int) -> str:
    parts = [
        paragraph(run(page.group), "Eyebrow") if page.group else "",
        paragraph(bookmark(run(title_of(page)), anchor, place), "Heading1"),
        paragraph(run(page.lede), "Lede") if page.lede else "",
        paragraph(run("  |  ".join(page.meta)), "Meta") if page.meta else "",
    ]
    return "".join(parts)


def _room(*, landscape: bool) -> float:
    return (_LONG if landscape else _SHORT) - 2 * _MARGIN


class _Sections:
    """Sections with their footers; those that say the same share one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._footers: dict[tuple[object, ...], str] = {}

    def of(self, stamp: list[tuple[str, str]], *, landscape: bool) -> str:
        """The properties that end a section, which begins on a new page."""
        key = (*stamp, landscape)
        if key not in self._footers:
            self._footers[key] = footer(self._document, stamp, _room(landscape=landscape))
        wide, high = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        margins = f'w:left="{_MARGIN * 20:.0f}" w:right="{_MARGIN * 20:.0f}" w:top="{_MARGIN * 20:.0f}"'
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{self._footers[key]}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{wide * 20:.0f}" w:h="{high * 20:.0f}"{" w:orient=" + _WIDE if landscape else ""}/>'
            f'<w:pgMar {margins} w:bottom="{_FOOT * 20:.0f}" w:header="567" w:footer="454" w:gutter="0"/></w:sectPr>'
        )


_WIDE = '"landscape"'
