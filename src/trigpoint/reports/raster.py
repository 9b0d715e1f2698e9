"""Turns SVG drawings into PNG, for formats that cannot hold SVG."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typst

from trigpoint.reports.svg import FONT

DENSITY = 192  # dots an inch: two for each pixel of a drawing

_FAMILIES = "Arial, Liberation Sans, Arimo, Helvetica, sans-serif"
"""Typst knows no generic families: without one that is there by name it would draw in its own serif."""
_PAGES = b"""
#set page(width: auto, height: auto, margin: 0pt)
#for svg in json(bytes(sys.inputs.svgs)) {
  page(fill: if svg.contains("role=\\"img\\"") { white } else { none }, image(bytes(svg), format: "svg"))
}
"""


def raster(svgs: Sequence[str]) -> list[bytes]:
    """Each drawing as PNG, in order: charts on white, decoration on nothing, because table rows are tinted.

    All are drawn in one go, because most of the time goes into reading fonts.
    """
    if not svgs:
        return []
    drawn = [svg.replace(FONT, _FAMILIES) for svg in svgs]
    pages = typst.compile(_PAGES, format="png", ppi=DENSITY, sys_inputs={"svgs": json.dumps(drawn)})
    return [pages] if isinstance(pages, bytes) else [page for page in pages if page is not None]
