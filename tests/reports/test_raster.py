"""SVG as PNG: the right size, the right letters, white or clear behind."""

from __future__ import annotations

from io import BytesIO

import every_field
from PIL import Image

from trigpoint.reports.draw import draw
from trigpoint.reports.raster import raster
from trigpoint.reports.svg import FONT

CHART = draw(every_field.series(), "x")
SPARK = draw(every_field.BANDS, "x")


def test_drawings_come_in_order_two_dots_a_pixel() -> None:
    chart, bands = (Image.open(BytesIO(png)) for png in raster([CHART, SPARK]))
    assert (chart.width, chart.height) == (760 * 2, 392 * 2)
    assert bands.width == 224 * 2
    assert raster([]) == []
    assert len(raster([CHART])) == 1


def test_letters_are_those_of_arial_or_its_metric_twin() -> None:
    """Typst silently takes a serif font of its own where it finds none of those asked for."""
    ours, arial, twin, serif = raster(
        [CHART, *(CHART.replace(FONT, name) for name in ("Arial", "Liberation Sans", "Libertinus Serif"))]
    )
    assert ours != serif
    assert ours in (arial, twin)


def test_charts_are_on_white_and_decoration_on_nothing() -> None:
    chart, bands = (Image.open(BytesIO(png)).convert("RGBA") for png in raster([CHART, SPARK]))
    assert chart.getpixel((0, 0)) == (255, 255, 255, 255)
    corner = bands.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert corner[3] == 0
