"""Pictures other than lines over time: what they show, as numbers and words. `draw` turns each into SVG."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from trigpoint.reports.scale import Scale


@dataclass(frozen=True)
class Spark:
    """A small line beside its numbers; `aim` is the target."""

    values: tuple[Decimal | None, ...]
    aim: Decimal | None


@dataclass(frozen=True)
class Tiny:
    """One of many small lines that stand beside each other on one scale; the one `discussed` is navy.

    `text` is the latest figure, printed at the end of the line.
    """

    values: tuple[Decimal | None, ...]
    aim: Decimal | None
    scale: Scale
    text: str
    discussed: bool = False


@dataclass(frozen=True)
class Zone:
    """A stretch of a scale with its letter or words; the tone repeats them."""

    letter: str
    low: Decimal
    high: Decimal
    tone: str


@dataclass(frozen=True)
class Bar:
    """One bar of bands, named by its year."""

    label: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True)
class BandBars:
    """Bands of one or two years above each other with today's figure across them."""

    low: Decimal
    high: Decimal
    bars: tuple[Bar, ...]
    now: Decimal | None
    now_text: str
    low_text: str
    high_text: str


@dataclass(frozen=True)
class Grades:
    """One stacked bar of shares that add to 100, best grade first."""

    shares: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, kw_only=True)
class Gauge:
    """Where a figure lies against its target: outlined zones with words, a marker, the edges named."""

    name: str
    description: str
    low: Decimal
    high: Decimal
    zones: tuple[Zone, ...]
    now: Decimal
    now_text: str
    edges: tuple[tuple[Decimal, str], ...]


@dataclass(frozen=True)
class Dot:
    """One authority of a dot plot."""

    label: str
    value: Decimal
    text: str
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class DotPlot:
    """Authorities beside each other on one scale, with dashed lines for England and the neighbours' mean."""

    name: str
    description: str
    scale: Scale
    unit: str
    dots: tuple[Dot, ...]
    lines: tuple[tuple[str, Decimal, str], ...]


Picture = Spark | BandBars | Grades | Tiny
