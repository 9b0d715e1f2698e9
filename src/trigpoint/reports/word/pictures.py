"""The pictures of a Word document: every drawing of the report as PNG, each once in the package."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count

from docx.document import Document
from docx.image.image import Image

from trigpoint.reports.block import Chart, Table, flat
from trigpoint.reports.draw import Drawn, draw
from trigpoint.reports.raster import DENSITY, raster
from trigpoint.reports.report import Report
from trigpoint.reports.word.markup import Placed

_SMALL = 0.8  # of its drawn size is a picture in a table


class Pictures:
    """Draws all pictures of a report into a document; then tells where each is."""

    def __init__(self, document: Document, report: Report) -> None:
        svgs = list(dict.fromkeys(_svg(picture) for picture in _drawn(report)))
        self._images = {}
        self._number = count(1)
        for svg, png in zip([svg for svg in svgs if svg], raster([svg for svg in svgs if svg]), strict=True):
            relation, image = document.part.get_or_add_image(BytesIO(png))
            self._images[svg] = (relation, image)

    def chart(self, picture: Drawn, name: str, description: str, room: float) -> Placed:
        """A chart as large as it was drawn, but never wider than `room` points."""
        relation, image = self._images[_svg(picture)]
        wide, high = _points(image)
        part = min(1.0, room / wide)
        return Placed(relation, next(self._number), wide * part, high * part, name, description)

    def wide(self, picture: Drawn) -> float:
        """How wide a small picture stands, in points."""
        svg = _svg(picture)
        return _points(self._images[svg][1])[0] * _SMALL if svg else 0.0

    def small(self, picture: Drawn) -> Placed | None:
        """A small picture, which only repeats the numbers beside it; None where there is nothing to draw."""
        if not (svg := _svg(picture)):
            return None
        relation, image = self._images[svg]
        wide, high = _points(image)
        return Placed(relation, next(self._number), wide * _SMALL, high * _SMALL)


def _points(image: Image) -> tuple[float, float]:
    return image.px_width * 72 / DENSITY, image.px_height * 72 / DENSITY


def _svg(picture: Drawn) -> str:
    return draw(picture, "drawn")


def _drawn(report: Report) -> Iterator[Drawn]:
    for page in report.pages:
        for block in flat(page.blocks):
            if isinstance(block, Chart):
                yield block.picture
            elif isinstance(block, Table):
                yield from (cell.picture for row in block.rows for cell in row.cells if cell.picture)
