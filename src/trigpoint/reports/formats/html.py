"""Writes a report as accessible HTML: a folder of pages that needs nothing from outside, and all of it as one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trigpoint.reports.draw import Drawn, draw
from trigpoint.reports.page import Stamp
from trigpoint.reports.report import Report, Sheet

_STATIC = ("trigpoint.css", "trigpoint.svg")
_TEMPLATES = Environment(
    loader=PackageLoader("trigpoint.reports"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters["kind"] = lambda block: type(block).__name__.lower()


def write(report: Report, out: Path) -> list[Path]:
    """Write the pages, all of them as one file, the stylesheet and the icon into the folder `out`; the files written.

    Everything is rendered before anything is written, so a page that fails leaves no half pack.
    """
    bodies = {page.file: body(page, report) for page in report.pages}
    rendered = {page.file: render(page, report, bodies[page.file]) for page in report.pages}
    rendered[f"{report.id}.html"] = whole(report, bodies)
    written = []
    for name, text in rendered.items():
        written.append(out / name)
        written[-1].write_text(text, encoding="utf-8", newline="\n")
    for name in _STATIC:
        written.append(out / name)
        written[-1].write_bytes((files("trigpoint.reports") / "static" / name).read_bytes())
    return written


def body(page: Sheet, report: Report) -> Markup:
    """What a page says, without the frame around it; its links lead to the other pages of the report."""
    links = [each.link for each in report.pages]
    place = [each.file for each in report.pages].index(page.file)
    text = _TEMPLATES.get_template("body.html.j2").render(
        page=page,
        before=links[place - 1] if page.code and place > 1 else None,
        after=links[place + 1] if page.code and place + 1 < len(links) else None,
        draw=_drawer(page.file.removesuffix(".html")),
    )
    return Markup(text.rstrip("\n"))  # noqa: S704 - rendered by our own template, every text in it escaped


def render(page: Sheet, report: Report, said: Markup | None = None) -> str:
    """One page as HTML; its links lead to the other pages of the report and nowhere else."""
    return _TEMPLATES.get_template("sheet.html.j2").render(
        page=page,
        links=[replace(each.link, code=each.name or each.code) for each in report.pages],
        stamp=stamp_lines(page.report, page.stamp),
        crumbs=bool(page.code),
        body=body(page, report) if said is None else said,
    )


def whole(report: Report, bodies: Mapping[str, Markup]) -> str:
    """The whole report as one file: the stylesheet inside it, every link a place on the page."""
    ids = {page.file: page.file.removesuffix(".html") for page in report.pages}
    text = _TEMPLATES.get_template("whole.html.j2").render(
        report=report,
        pages=[(ids[page.file], page, bodies[page.file]) for page in report.pages],
        stamp=stamp_lines(report.title, report.stamp),
        css=Markup((files("trigpoint.reports") / "static" / "trigpoint.css").read_text("utf-8")),  # noqa: S704 - ours
    )
    return re.sub(r'href="([^"#]+\.html)"', lambda found: f'href="#{ids.get(found[1], found[1])}"', text)


def stamp_lines(report: str, stamp: Stamp) -> list[tuple[str, str]]:
    """What stands at the foot of every page in every format."""
    said = [
        ("Report", f"{report}, {stamp.period}"),
        ("Data as at", f"{stamp.data_as_at} (snapshot {stamp.snapshot})"),
        ("Definitions", stamp.definitions),
        ("Status", stamp.status),
        ("Trace", stamp.trace),
        ("Handling", stamp.handling),
    ]
    return [(name, text) for name, text in said if text]


def _drawer(name: str) -> Callable[..., Markup]:
    """Draws pictures with ids of their own: one number for both drawings of a chart."""
    count = 0

    def drawn(picture: Drawn, chart: bool, *, narrow: bool = False) -> Markup:  # noqa: FBT001
        nonlocal count
        count += chart and not narrow
        return Markup(draw(picture, f"{name}-{count}" if chart else name, narrow=narrow))  # noqa: S704 - our drawing

    return drawn
