"""Writes the pages of a pack as accessible HTML files that need nothing from outside their folder."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trigpoint.reports.chart import drawing
from trigpoint.reports.page import KpiPage, Page, ScoreRow, Stamp, kpi_pages
from trigpoint.reports.spark import sparkline

_STATIC = ("trigpoint.css", "trigpoint.svg")
_TEMPLATES = Environment(
    loader=PackageLoader("trigpoint.reports"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def write(pack_pages: Sequence[Page], out: Path) -> list[Path]:
    """Write the pages, the stylesheet and the icon into the folder `out`; the files written, in that order.

    Everything is rendered before anything is written, so a page that fails leaves no half pack.
    """
    rendered = {page.file: render(page, pack_pages) for page in pack_pages}
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in rendered.items():
        written.append(out / name)
        written[-1].write_text(text, encoding="utf-8", newline="\n")
    for name in _STATIC:
        written.append(out / name)
        written[-1].write_bytes((files("trigpoint.reports") / "static" / name).read_bytes())
    return written


def render(page: Page, pack_pages: Sequence[Page]) -> str:
    """One page as HTML; its links lead to the other pages of the pack and nowhere else."""
    links = [each.link for each in kpi_pages(pack_pages)]
    common = {"page": page, "links": links, "stamp": _stamp(page.report, page.stamp)}
    if not isinstance(page, KpiPage):
        return _TEMPLATES.get_template("index.html.j2").render(**common, spark=_spark)
    place = links.index(page.link)
    name = page.file.removesuffix(".html")
    return _TEMPLATES.get_template("kpi.html.j2").render(
        **common,
        wide=Markup(drawing(page.chart, name)),  # noqa: S704 - our own drawing, its texts escaped
        narrow=Markup(drawing(page.chart, name, narrow=True)),  # noqa: S704
        before=links[place - 1] if place else None,
        after=links[place + 1] if place + 1 < len(links) else None,
    )


def _spark(row: ScoreRow) -> Markup:
    return Markup(sparkline(row.values, row.aim))  # noqa: S704


def _stamp(report: str, stamp: Stamp) -> list[tuple[str, str]]:
    said = [
        ("Report", f"{report}, {stamp.period}"),
        ("Data as at", f"{stamp.data_as_at} (snapshot {stamp.snapshot})"),
        ("Definitions", stamp.definitions),
        ("Status", stamp.status),
        ("Trace", stamp.trace),
        ("Handling", stamp.handling),
    ]
    return [(name, text) for name, text in said if text]
