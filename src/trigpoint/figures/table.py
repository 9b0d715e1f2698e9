"""The tidy table of figures: one row per measure, variant, period and group; value or reason, never a sentinel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

from trigpoint.figures.intervals import byar, wilson
from trigpoint.language.measure import Kind
from trigpoint.language.reason import Reason

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_COLUMNS: list[tuple[str, pa.DataType]] = [
    ("measure", pa.string()),
    ("definition", pa.string()),
    ("variant", pa.string()),
    ("period_type", pa.string()),
    ("period_start", pa.date32()),
    ("period_end", pa.date32()),
    ("authority", pa.string()),
    ("breakdown", pa.string()),
    ("group", pa.string()),
    ("numerator", pa.float64()),
    ("denominator", pa.float64()),
    ("value", pa.float64()),
    ("excluded", pa.int64()),
    ("unknown", pa.int64()),
    ("pending", pa.int64()),
    ("reason", pa.string()),
    ("lower", pa.float64()),
    ("upper", pa.float64()),
    ("snapshot", pa.string()),
    ("trace", pa.string()),
]
SCHEMA = pa.schema(_COLUMNS)
_PLACES = {reason: place for place, reason in enumerate(Reason)}
_REASONS: Any = pa.array([None, *(str(reason) for reason in Reason)], type=pa.string())


@dataclass(frozen=True)
class Block:
    """Everything about one measure in one variant and period type: arrays of groups x periods.

    `met` is also what counts and averages counted; `total` and `base` are the sums of averages and true ratios, `base`
    also all categories of a distribution; `middle` holds medians. `scale` is how many stored units one shown unit
    has, `yearly` how many of the period make a year. `population` is empty where it is not known. `known` says which
    periods the data reach, `collected` whether the records were collected at all.
    """

    measure: str
    variant: str
    kind: Kind
    period_type: str
    definitions: Sequence[str]
    starts: Sequence[date]
    ends: Sequence[date]
    breakdown: str
    authorities: Sequence[str]
    groups: Sequence[str]
    met: Counts
    not_met: Counts
    excluded: Counts
    unknown: Counts
    pending: Counts
    known: npt.NDArray[np.bool_]
    snapshot: str
    total: Counts | None = None
    base: Counts | None = None
    scale: float = 1
    per: int = 1
    yearly: int = 1
    middle: Numbers | None = None
    population: Numbers | None = None
    collected: Sequence[bool] | None = None
    applicable: bool = True

    def only_where(self, collected: Sequence[str]) -> Block:
        """The block, silent for the authorities whose records were not collected."""
        return replace(self, collected=[name in collected for name in self.authorities])


def table(blocks: Sequence[Block]) -> pa.Table:
    """The figures of every block, in the columns of `SCHEMA`."""
    parts = [_rows(block) for block in blocks if len(block.groups) and len(block.ends)]
    return pa.concat_tables(parts) if parts else SCHEMA.empty_table()


def _rows(block: Block) -> pa.Table:
    numerator, denominator, value = _divided(block)
    lower, upper = _interval(block, numerator, denominator)
    reason = _reasons(block, value)
    silent = reason >= 0
    shape = block.met.shape
    of_group, of_period = np.repeat(np.arange(shape[0]), shape[1]), np.tile(np.arange(shape[1]), shape[0])
    wide = {name: _spread(name, item, of_group) for name, item in _by_group(block).items()}
    long = {name: _spread(name, item, of_period) for name, item in _by_period(block).items()}
    unusable = np.broadcast_to(~block.known, shape) | _absent(block) | (not block.applicable)
    columns = {
        "measure": pa.repeat(block.measure, block.met.size),
        "variant": pa.repeat(block.variant, block.met.size),
        "period_type": pa.repeat(block.period_type, block.met.size),
        "breakdown": pa.repeat(block.breakdown, block.met.size),
        "snapshot": pa.repeat(block.snapshot, block.met.size),
        **wide,
        **long,
        "numerator": _numbers(numerator, unusable),
        "denominator": _numbers(denominator, unusable),
        "value": _numbers(value, silent),
        "excluded": _numbers(block.excluded, unusable, pa.int64()),
        "unknown": _numbers(block.unknown, unusable, pa.int64()),
        "pending": _numbers(block.pending, unusable, pa.int64()),
        "reason": _REASONS.take(pa.array((reason + 1).ravel())),
        "lower": _numbers(lower, silent),
        "upper": _numbers(upper, silent),
    }
    days = _spread("group", [end.isoformat() for end in block.ends], of_period)
    columns["trace"] = _traces(block, columns, days)
    return pa.table({name: columns[name] for name in SCHEMA.names}, schema=SCHEMA)


def _spread(name: str, items: Sequence[object], places: npt.NDArray[np.int64]) -> Any:
    """A column that repeats its items in the order of the rows."""
    return pa.array(list(items), type=SCHEMA.field(name).type).take(pa.array(places))


def _by_group(block: Block) -> dict[str, Sequence[str]]:
    return {"authority": block.authorities, "group": block.groups}


def _by_period(block: Block) -> dict[str, Sequence[object]]:
    return {"definition": block.definitions, "period_start": block.starts, "period_end": block.ends}


def _divided(block: Block) -> tuple[Numbers, Numbers, Numbers]:
    """Numerator, denominator and value; NaN where there is none."""
    met = block.met.astype(float)
    if block.kind == "count":
        return met, np.full(met.shape, np.nan), met
    if block.kind == "median":
        nothing = np.full(met.shape, np.nan)
        return nothing, met, nothing if block.middle is None else block.middle / block.scale
    numerator, denominator, per = _parts(block, met)
    with np.errstate(divide="ignore", invalid="ignore"):
        return numerator, denominator, np.where(denominator > 0, per * numerator / denominator, np.nan)


def _parts(block: Block, met: Numbers) -> tuple[Numbers, Numbers, float]:
    """What is divided by what, and times what."""
    total = met if block.total is None else block.total.astype(float)
    base = met if block.base is None else block.base.astype(float)
    if block.kind == "ratio":
        return met, (block.met + block.not_met + block.unknown).astype(float), 100.0
    if block.kind == "distribution":
        return met + block.unknown, base, 100.0
    if block.kind == "rate":
        population = np.full(met.shape, np.nan) if block.population is None else block.population
        return met, population, float(block.per * block.yearly)
    if block.kind == "average":
        return total / block.scale, met, 1.0
    return total, base / block.scale, float(block.per)


def _interval(block: Block, numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers]:
    if block.kind in {"ratio", "distribution"}:
        return wilson(numerator, denominator)
    if block.kind == "rate":
        return byar(numerator, denominator, block.per * block.yearly)
    nothing = np.full(numerator.shape, np.nan)
    return nothing, nothing


def _reasons(block: Block, value: Numbers) -> npt.NDArray[np.int64]:
    """Why each figure has no value, as its place in `Reason`; -1 where it has one."""
    reason = np.full(value.shape, -1, dtype=np.int64)
    reason[np.isnan(value)] = _PLACES[Reason.NOT_COLLECTED if block.kind == "rate" else Reason.NO_CASES]
    reason[np.broadcast_to(~block.known, value.shape)] = _PLACES[Reason.NOT_YET_KNOWN]
    reason[_absent(block)] = _PLACES[Reason.NOT_COLLECTED]
    if not block.applicable:
        reason[:] = _PLACES[Reason.NOT_APPLICABLE]
    return reason


def _absent(block: Block) -> npt.NDArray[np.bool_]:
    """True for the groups of an authority that did not give the records."""
    given = np.array(block.collected or [True] * len(block.groups), dtype=bool)
    return np.broadcast_to(~given[:, np.newaxis], block.met.shape)


def _numbers(values: npt.NDArray[np.generic], hidden: npt.NDArray[np.bool_], kind: pa.DataType | None = None) -> Any:
    flat = values.ravel()
    mask = hidden.ravel()
    if flat.dtype.kind == "f":
        mask = mask | np.isnan(flat.astype(float))
    return pa.array(flat, type=kind or pa.float64(), mask=mask)


def _traces(block: Block, columns: dict[str, Any], days: Any) -> Any:
    """Snapshot, measure, definition, variant, period and group: enough to compute the figure again."""
    parts = [
        columns["snapshot"],
        columns["measure"],
        columns["definition"],
        pa.repeat(block.variant or "headline", block.met.size),
        columns["period_type"],
        days,
        columns["authority"],
    ]
    if block.breakdown:
        parts += [columns["breakdown"], columns["group"]]
    return pc.binary_join_element_wise(*parts, "/")
