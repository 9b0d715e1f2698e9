"""Why did it change? The bridge between two figures, child by child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.engine import bridge
from trigpoint.engine.bridge import Difference, Line, Run, Standing, Step
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.tasks import library
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.stored import snapshot_of


@dataclass(frozen=True)
class Figure:
    """One of the two figures: its period, snapshot, sums and exact value (none when it has no cases)."""

    period_end: date
    snapshot: str
    definition: str
    numerator: int
    denominator: int | None
    value: Fraction | None


@dataclass(frozen=True)
class Explained:
    """The bridge: `before`, the lines, `after`, and every row that stands differently."""

    measure: str
    title: str
    variant: str
    period_type: PeriodType
    before: Figure
    after: Figure
    steps: list[Step]
    rows: list[Difference]

    def table(self) -> pa.Table:
        """The rows that stand differently, one a line of the bridge: both classes and what they add."""
        columns = ("line", "authority", "record_id", "child_id")
        cells = [[str(row.line), row.authority, row.record, row.child] for row in self.rows]
        found: dict[str, Any] = {
            name: pa.array([cell[i] for cell in cells], pa.string()) for i, name in enumerate(columns)
        }
        for side, standings in (("before", [r.before for r in self.rows]), ("after", [r.after for r in self.rows])):
            found |= _columns(side, standings)
        return pa.table(found)


def explain(
    store: Path,
    measure: str,
    start: date,
    end: date,
    period_type: PeriodType | None = None,
    variant: str = "",
    by: Mapping[str, str] | None = None,
    definitions: str = NATIONAL,
    snapshot: str = "",
    before_snapshot: str = "",
    authority: str = "",
) -> Explained:
    """Why the figure of the period that ends in the month of `end` differs from that of `start`.

    Lines: late recording corrected (rows of the first period that stand differently in `snapshot` than in
    `before_snapshot`), left, joined, status changed, population. They sum exactly to the change. With two snapshots
    and the same period every line is what was recorded late. `period_type`: the measure's first one by default;
    `authority`: one of several, by default all together.
    Raises LibraryError and StoreError.
    """
    declared = library.measure(measure)
    kind = period_type or library.versions(declared, variant, definitions)[0].periods[0]
    asked = _Asked(store, measure, kind, variant, by, definitions, authority)
    first, last = last_day(month_of(start)), last_day(month_of(end))
    definition, old = asked.listed(first, before_snapshot or snapshot)
    late: list[Difference] = []
    middle = old
    if before_snapshot and before_snapshot != snapshot:
        _, middle = asked.listed(first, snapshot)
        late = bridge.differences(old, middle, Line.LATE)
    after, new = asked.listed(last, snapshot)
    _check_same_form(definition, after)
    changes = [*late, *bridge.differences(middle, new)]
    factor = _factor(definition, kind, month_of(last))
    sides = asked.printed(first, before_snapshot or snapshot, after), asked.printed(last, snapshot, after)
    laid = bridge.steps(definition, old, changes, (sides[0][1], sides[1][1]), factor)
    ends = _figure(definition, old, sides[0], factor, first), _figure(after, new, sides[1], factor, last)
    return Explained(measure, declared.title, variant, kind, *ends, laid, changes)


@dataclass(frozen=True)
class _Asked:
    """What both figures have in common."""

    store: Path
    measure: str
    kind: PeriodType
    variant: str
    by: Mapping[str, str] | None
    definitions: str
    authority: str

    def listed(self, day: date, snapshot: str) -> tuple[Definition, Run]:
        """The definition in force on a period's last day, and the rows it classes."""
        declared = library.measure(self.measure)
        definition = in_force(library.versions(declared, self.variant, self.definitions, self.kind), day)
        base = [definition.denominator.name] if definition.denominator is not None else []  # all that a bridge reads
        rows = cases(
            self.store, self.measure, self.kind, day, (), self.variant, self.by, self.definitions, snapshot, base
        )
        if self.authority:
            rows = rows.filter(pc.field("authority") == self.authority)
        return definition, bridge.run(rows, definition)

    def printed(self, day: date, snapshot: str, definition: Definition) -> tuple[str, int | None]:
        """The snapshot that is read, and of a rate its population: all denominators together."""
        if definition.kind != "rate":
            return snapshot_of(self.store, snapshot).id, None
        variant = self.variant or "headline"
        table = figures(self.store, [self.measure], [self.kind], day, 1, (), variant, self.definitions, snapshot)
        mine = [row for row in table.to_pylist() if self.authority in {"", row["authority"]}]
        people = [int(row["denominator"]) for row in mine if row["denominator"] is not None]
        return str(table["snapshot"][0].as_py()), sum(people) if people else None


def _check_same_form(one: Definition, other: Definition) -> None:
    if (one.kind, one.scale, one.per) != (other.kind, other.scale, other.per):
        raise LibraryError(
            f"{one.measure} is another kind of figure from {other.effective}: compare periods of one definition."
        )


def _factor(definition: Definition, kind: PeriodType, month: int) -> int:
    """What the fraction of the figure is multiplied by."""
    if definition.kind == "rate" and definition.per is not None:
        yearly = 12 // kind.months(month) if definition.annualise and kind in _ANNUALISED else 1
        return definition.per.per * yearly
    return {"ratio": 100, "distribution": 100, "true_ratio": definition.times}.get(definition.kind, 1)


_ANNUALISED = {PeriodType.MONTH, PeriodType.QUARTER}


def _figure(definition: Definition, run: Run, printed: tuple[str, int | None], factor: int, day: date) -> Figure:
    rows, people = list(run.values()), printed[1]
    bottom = {"count": None, "rate": people}.get(definition.kind, sum(row.denominator for row in rows))
    value = bridge.value_of(definition, run, people, factor)
    return Figure(day, printed[0], definition.name, sum(row.numerator for row in rows), bottom, value)


def _columns(side: str, standings: list[Standing | None]) -> dict[str, Any]:
    return {
        f"{side}_result": pa.array([s.result if s else None for s in standings], pa.string()),
        f"{side}_reason": pa.array([s.reason or None if s else None for s in standings], pa.string()),
        f"{side}_numerator": pa.array([s.numerator if s else 0 for s in standings], pa.int64()),
        f"{side}_denominator": pa.array([s.denominator if s else 0 for s in standings], pa.int64()),
    }
