"""Medians of a value over any period: monthly counts of each value, then the middle of each window of months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from trigpoint.engine.classify import Code
from trigpoint.engine.count import Span, classified, within
from trigpoint.engine.windows import Ends, Groups
from trigpoint.language.definition import Definition


def values(view: ir.Table, definition: Definition, by: Sequence[str], span: Span, as_at: date) -> pa.Table:
    """How many counted rows have each value in each month: `authority, by, month, amount, n`."""
    if definition.value is None or definition.counts.state:
        raise ValueError(f"{definition.measure}: a median is taken of a value of dated rows.")
    table = classified(within(view, definition, span, as_at), [definition], as_at)
    table = table.filter(table.k0 == int(Code.MET))
    return (
        table.group_by("authority", *by, "month", amount=table[definition.value.name].cast("int64"))
        .agg(n=table.count())
        .to_pyarrow()
    )


def medians(table: pa.Table, groups: Groups, span: Span, ends: Ends) -> npt.NDArray[np.float64]:
    """The median of each group and period, NaN where nothing was counted; of an even number the middle two halved."""
    found = np.full((len(groups), len(ends.months)), np.nan)
    rows, months = groups.places(table), np.asarray(table["month"]) - span.first
    amounts, n = np.asarray(table["amount"]), np.asarray(table["n"])
    order = np.lexsort((amounts, rows))
    starts = np.searchsorted(rows[order], np.arange(len(groups) + 1))
    for group in range(len(groups)):
        mine = order[starts[group] : starts[group + 1]]
        if len(mine):
            found[group] = _of_group(amounts[mine], months[mine], n[mine], span, ends)
    return found


def _of_group(
    amounts: npt.NDArray[np.int64], months: npt.NDArray[np.int64], n: npt.NDArray[np.int64], span: Span, ends: Ends
) -> npt.NDArray[np.float64]:
    steps, place = np.unique(amounts, return_inverse=True)
    counted = np.zeros((len(steps), span.last - span.first + 1), dtype=np.int64)
    np.add.at(counted, (place, months), n)
    below = ends.flow(counted).cumsum(axis=0)
    total = below[-1]
    low = (below < (total + 1) // 2).sum(axis=0)
    high = (below < total // 2 + 1).sum(axis=0)
    last = len(steps) - 1
    middle = (steps[np.minimum(low, last)] + steps[np.minimum(high, last)]) / 2
    return np.where(total > 0, middle, np.nan)
