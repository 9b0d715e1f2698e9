"""The bands of this year above those proposed, on one scale around today's figure."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from trigpoint.judgement.target import Target
from trigpoint.reports.gauges import zones_of
from trigpoint.reports.marks import mark
from trigpoint.reports.page import Position
from trigpoint.reports.picture import BandBars, Bar, Zone
from trigpoint.reports.scale import Scale, scale_for
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, figure, financial_year


def band_bars(subject: Subject, now: Target | None, then: Target | None) -> BandBars | None:
    """The bars, or None where neither year has bands."""
    shown = [(target, zones_of(target)[0]) for target in (now, then) if target is not None and zones_of(target)[0]]
    if not shown:
        return None
    value, unit = subject.now.counted.value, subject.facts.unit
    cuts = [cut for _, found in shown for cut, _ in found]
    span = max(cuts) - min(cuts) or Decimal(1)
    wide = [min(cuts) - span / 2, max(cuts) + span / 2, *([] if value is None else [value])]
    most = Decimal(100) if unit == PERCENT else max(wide)
    scale = scale_for([min(max(each, Decimal(0)), most) for each in wide], percent=unit == PERCENT)
    bars = [_bar(target, scale) for target, _ in shown]
    return BandBars(
        low=scale.low,
        high=scale.high,
        bars=tuple(bars),
        now=value,
        now_text="" if value is None else f"now {figure(value, unit)}",
        low_text=figure(scale.low, unit if unit == PERCENT else ""),
        high_text=figure(scale.high, unit if unit == PERCENT else ""),
    )


def _bar(target: Target, scale: Scale) -> Bar:
    cuts, states = zones_of(target)
    ends = [scale.low, *(cut for cut, _ in cuts), scale.high]
    letters = {"on": "G", "within": "A", "outside": "R"}
    zones = []
    for (low, high), state in zip(pairwise(ends), states, strict=True):
        tone = mark(Position(state)).tone
        zones.append(Zone(letters.get(tone, ""), low, high, tone))
    year = financial_year(target.start if target.end is None else target.end)
    return Bar(year[2:], tuple(zones))
