"""Which figures of a month are beyond their usual range, and which changed since the snapshot before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from trigpoint.figures.display import Display
from trigpoint.judgement.control import ControlChart, NotOfferedError, Variation, control_chart
from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY
from trigpoint.packs.facts import MeasureFacts, facts_of
from trigpoint.reports.wording import figure
from trigpoint.store import Snapshot, Store
from trigpoint.tasks.disclose import displays
from trigpoint.tasks.prepared_figures import Prepared, prepared_figures, read_prepared
from trigpoint.tasks.stored import snapshot_of

Asked = tuple[str, str, str]
"""Measure, variant and period type of a line of the board."""

_PLACE = Decimal("0.1")
_MONTHLY = (PeriodType.MONTH, PeriodType.SNAPSHOT)


@dataclass(frozen=True, kw_only=True)
class Usual:
    """One figure beside its usual range, as printed. `signals` are empty where it moves as it always does.

    The range is that of the monthly figures (`monthly` says so where the board's own figure is of another period).
    `far` is how many half ranges the figure is from the middle. `not_offered` says why there is no range.
    """

    now: str = ""
    before: str = ""
    low: str = ""
    high: str = ""
    signals: tuple[str, ...] = ()
    variation: str = ""
    provisional: bool = False
    monthly: bool = False
    far: Decimal = Decimal(0)
    not_offered: str = ""
    in_snapshot_before: str = ""

    @property
    def is_beyond(self) -> bool:
        """Whether it is more than ordinary variation."""
        return bool(self.signals)

    @property
    def was_revised(self) -> bool:
        """Whether the same period was another figure in the snapshot before."""
        return bool(self.in_snapshot_before) and self.in_snapshot_before != self.now


def usual(store: Path, snapshot: str, period: date, asked: Sequence[Asked]) -> dict[Asked, Usual]:
    """How each figure of a month stands to its usual range; read from the figures that are prepared.

    Empty where none are prepared. Raises StoreError.
    """
    prepared = prepared_figures(store, snapshot)
    if prepared is None:
        return {}
    before = snapshot_before(store, snapshot)
    earlier = prepared_figures(store, before.id) if before else None
    return {one: _usual(one, period, prepared, earlier) for one in asked}


def snapshot_before(store: Path, snapshot: str) -> Snapshot | None:
    """The snapshot with records before one; for one that was frozen from another, the one before that."""
    taken = snapshot_of(store, snapshot)
    base = str(taken.manifest.get("frozen_of") or taken.id)
    earlier = [one for one in Store(store).snapshots() if one.id < base and one.tables]
    return earlier[-1] if earlier else None


def _usual(asked: Asked, period: date, prepared: Prepared, earlier: Prepared | None) -> Usual:
    measure, variant, own = asked
    declared = EVERY.get(measure)
    kinds = [kind for kind in _MONTHLY if declared is not None and kind in getattr(declared, "periods", ())]
    kind = PeriodType(own) if own in _MONTHLY else next(iter(kinds), None)
    if declared is None or kind is None:
        return Usual(not_offered="It has no monthly figure.")
    facts = facts_of(declared, variant, kind)
    series = dict(_series(prepared, measure, variant, kind))
    points = [(day, value) for day, value in sorted(series.items()) if day <= period]
    was = dict(_series(earlier, measure, variant, kind)).get(period) if earlier else None
    said = Usual(
        now=_printed(series.get(period), facts.unit),
        before=_printed(points[-2][1] if len(points) > 1 else None, facts.unit),
        monthly=str(kind) != own,
        in_snapshot_before=_printed(was, facts.unit) if was is not None else "",
    )
    if series.get(period) is None:
        return _with(said, not_offered="There is no figure for the month.")
    try:
        return _charted(said, control_chart(points, facts.good, kind), facts)
    except NotOfferedError as why:
        return _with(said, not_offered=str(why))


def usual_range(chart: ControlChart, facts: MeasureFacts) -> tuple[Decimal, Decimal]:
    """The limits of a chart, to one decimal place, without what no figure can be.

    What has no bound of its own, an average, is below 0 only where it was.
    """
    least, most = facts.bounds
    low = max(chart.lower, min(Decimal(0), *(value for _, value, _ in chart.points)) if least is None else least)
    high = chart.upper if most is None else min(chart.upper, most)
    return low.quantize(_PLACE), high.quantize(_PLACE)


def _charted(said: Usual, chart: ControlChart, facts: MeasureFacts) -> Usual:
    _, value, signals = chart.points[-1]
    half = chart.upper - chart.mean
    low, high = usual_range(chart, facts)
    return _with(
        said,
        low=figure(low, facts.unit),
        high=figure(high, facts.unit),
        signals=tuple(str(one) for one in signals),
        variation=str(chart.variation) if signals else str(Variation.ORDINARY),
        provisional=chart.provisional,
        far=abs(value - chart.mean) / half if half else Decimal(0),
    )


def _with(said: Usual, **changes: object) -> Usual:
    return Usual(**{**vars(said), **changes})


def _series(prepared: Prepared, measure: str, variant: str, kind: PeriodType) -> Iterator[tuple[date, Decimal | None]]:
    """The printed values of the total, by the last day of each period."""
    table = read_prepared(prepared, measure)
    shown: dict[tuple[str, str, str], Display] = displays([table])
    for row in table.to_pylist():
        if (row["variant"] or "", row["period_type"], row["breakdown"] or "") == (variant, str(kind), ""):
            text = shown[measure, variant, str(kind)].of(row) if row["value"] is not None else ""
            yield row["period_end"], Decimal(text) if text else None


def _printed(value: Decimal | None, unit: str) -> str:
    return "" if value is None else figure(value, unit)
