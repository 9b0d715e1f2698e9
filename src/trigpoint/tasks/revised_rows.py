"""What the rows of a period say of a figure: why it was revised, and whether it may still change by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.engine import bridge
from trigpoint.engine.bridge import Difference, Line, Run, Standing
from trigpoint.figures.display import is_supplied
from trigpoint.figures.publications import Row
from trigpoint.figures.revisions import Cause, from_rows
from trigpoint.language.definition import in_force
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.result import Result
from trigpoint.store import Store, StoreError
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.list_cases import cases


@dataclass(frozen=True)
class RevisedRows:
    """The rows behind the figures of one measure, listed once a period and snapshot."""

    store: Path
    measure: str
    kind: PeriodType
    variant: str
    definitions: str
    as_at: date
    _listed: dict[tuple[int, str], pa.Table] = field(default_factory=dict)

    def cause(self, given: Row, now: Row) -> str:
        """Why a figure of the same definition is another now: the two snapshots compared row by row."""
        try:
            before, after = self._run(given), self._run(now)
        except (LibraryError, StoreError) as trouble:
            return f"{Cause.LATE} or {Cause.CORRECTION}, the rows cannot be compared: {trouble}"
        changes = bridge.differences(before, after)
        counts = Counter(_told(one) for one in changes if _moves(one)) or Counter(map(_told, changes))
        if not counts:
            return f"{Cause.CORRECTION}: {_of_no_row(given, now)}"
        return from_rows(counts["new"], counts["pending"], counts["changed"], counts["gone"])

    def provisional(self, row: Row) -> str:
        """Why the figure may change though nothing is recorded late or put right; empty when it may not."""
        if is_supplied(row):
            return ""
        if row["pending"]:
            return f"{row['pending']} pending on {self.as_at}"
        if month_of(row["period_end"]) >= month_of(self.as_at):
            return f"the records end in this month, on {self.as_at}"
        open_ = self._open_limits(row)
        return f"{open_} of its limits had not passed on {self.as_at}" if open_ else ""

    def _open_limits(self, row: Row) -> int:
        """Rows whose limit has not passed: a limit has passed only when the as-at date is after it."""
        every = library.versions(library.measure(self.measure), self.variant, self.definitions, self.kind)
        due = in_force(every, row["period_end"]).due
        if due is None:
            return 0
        rows = self._rows(row)
        if due.name not in rows.column_names:
            return 0
        looked_at = rows.filter(pc.field("result") != str(Result.EXCLUDED))
        return looked_at.filter(pc.field(due.name) >= pa.scalar(self.as_at)).num_rows

    def _run(self, row: Row) -> Run:
        """How each row stands, with its category in the place of the reason: every row of a distribution is in the
        denominator of each of its figures.
        """
        every = library.versions(library.measure(self.measure), self.variant, self.definitions, self.kind)
        definition, rows = in_force(every, row["period_end"]), self._rows(row)
        category: Any = pa.nulls(rows.num_rows, pa.string())
        if definition.category is not None:
            category = rows[definition.category.name].cast(pa.string())
        at = rows.column_names.index("reason")
        return bridge.run(rows.set_column(at, "reason", category), definition)

    def _rows(self, row: Row) -> pa.Table:
        month, snapshot = month_of(row["period_end"]), row["snapshot"]
        if (month, snapshot) not in self._listed:
            if not Store(self.store).snapshot(snapshot).tables:
                raise StoreError(f"the records of snapshot {snapshot} were deleted.")
            asked = (self.measure, self.kind, last_day(month), (), self.variant, None, self.definitions, snapshot)
            self._listed[month, snapshot] = cases(self.store, *asked)
        return self._listed[month, snapshot].filter(pc.field("authority") == row["authority"])


def _moves(one: Difference) -> bool:
    """Whether the row adds otherwise to the figure: a new row that is left out does not."""
    before, after = (_added(side) for side in (one.before, one.after))
    return before != after


def _added(side: Standing | None) -> tuple[int, int, str]:
    if side is None:
        return 0, 0, ""
    return side.numerator, side.denominator, side.reason if side.denominator else ""


def _told(one: Difference) -> str:
    if one.before is None:
        return "new"
    if one.before.result == Result.PENDING:
        return "pending"
    return "gone" if one.line is Line.LEFT else "changed"


def _of_no_row(given: Row, now: Row) -> str:
    if given["denominator"] != now["denominator"]:
        return f"over {_number(now['denominator'])} instead of {_number(given['denominator'])}"
    return "calculated otherwise from the same rows"


def _number(value: float | None) -> str:
    return "nothing" if value is None else f"{value:,.10g}"
