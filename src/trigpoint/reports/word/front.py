"""The first page of a Word document: what it is, where its figures come from, and its contents."""

from __future__ import annotations

from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.word.markup import link, paragraph, run


def front(report: Report, anchors: dict[str, str]) -> str:
    """The title, the stamp as a list of facts, the notes and the contents."""
    stamp = report.stamp
    facts = (
        paragraph(run(name, bold=True) + "<w:r><w:tab/></w:r>" + run(said), "Fact")
        for name, said in stamp_lines(report.title, stamp)
    )
    return "".join(
        (
            paragraph(run(stamp.authority), "Eyebrow"),
            paragraph(run(report.title), "Title"),
            paragraph(run(stamp.period), "Subtitle"),
            *facts,
            *(paragraph(run(note), "Note") for note in report.notes),
            paragraph(run("Contents"), "TOCHeading"),
            _contents(report, anchors),
        )
    )


def title_of(page: Sheet) -> str:
    """How a page is called in its heading and in the contents."""
    return f"{page.code}: {page.title}" if page.code else page.title


def _contents(report: Report, anchors: dict[str, str]) -> str:
    """Links to the pages as the result of a contents field, which a word processor can fill with page numbers."""
    lines = [link(run(title_of(page)), anchors[page.file]) for page in report.pages]
    if not lines:
        return ""
    lines[0] = _part("begin") + _code('TOC \\o "1-1" \\h \\z \\u') + _part("separate") + lines[0]
    lines[-1] += _part("end")
    return "".join(paragraph(line, "TOC1") for line in lines)


def _part(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
