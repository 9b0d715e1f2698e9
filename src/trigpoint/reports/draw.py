"""Turns a picture into SVG. `narrow` is the drawing for phones; small pictures beside numbers have only one."""

from __future__ import annotations

from trigpoint.reports import bands_picture, chart, dot_plot, gauge, grades_picture, spark, tiny
from trigpoint.reports.page import ChartSeries
from trigpoint.reports.picture import BandBars, DotPlot, Gauge, Grades, Spark, Tiny

Drawn = ChartSeries | DotPlot | Gauge | Spark | BandBars | Grades | Tiny


def draw(picture: Drawn, name: str, *, narrow: bool = False) -> str:
    """The picture as one `svg` element; `name` makes its ids unique on the page."""
    match picture:
        case ChartSeries():
            return chart.drawing(picture, name, narrow=narrow)
        case DotPlot():
            return dot_plot.drawing(picture, name, narrow=narrow)
        case Gauge():
            return gauge.drawing(picture, name, narrow=narrow)
    return _small(picture)


def _small(picture: Spark | Tiny | BandBars | Grades) -> str:
    """A small picture beside its numbers: it has no name of its own."""
    match picture:
        case Spark():
            return spark.sparkline(picture.values, picture.aim)
        case Tiny():
            return tiny.drawing(picture)
        case BandBars():
            return bands_picture.drawing(picture)
        case Grades():
            return grades_picture.drawing(picture)
