"""Two engines on one snapshot, and what each says of the same question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.engine import Engine
from trigpoint.engine.calculate import Asked
from trigpoint.engine.on_spark import Spark
from trigpoint.language.definition import Definition
from trigpoint.language.period import Period, month_of
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import versions
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of

Key = tuple[str, ...]
KEY = ("measure", "variant", "period_type", "period_end", "authority", "breakdown", "group")


@dataclass(frozen=True)
class Engines:
    """The same snapshot on DuckDB and on a Spark cluster."""

    duckdb: Engine
    spark: Engine

    def each(self) -> dict[str, Engine]:
        return {"duckdb": self.duckdb, "spark": self.spark}

    @property
    def month(self) -> int:
        """The month of the as-at date."""
        return month_of(self.duckdb.as_at)


def engines(store: Path, master: str) -> Engines:
    """Both engines on the store's newest snapshot."""
    snapshot = snapshot_of(store)
    return Engines(engine_on(snapshot), engine_on(snapshot, on=Spark(master)))


def end_program() -> None:
    """End the program on the cluster that this process has begun, if it has."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - optional

    running = SparkSession.getActiveSession()
    if running is not None:
        running.stop()


def headlines() -> list[Asked]:
    """Every measure counted from records, its headline, in every period type."""
    return [one for declared in MEASURES.values() for one in asked_for(declared, (), [""], "national")]


def figures(
    engine: Engine, asked: Sequence[Asked], months: Sequence[int], by: Sequence[Sequence[str]] = ((),)
) -> dict[Key, dict[str, Any]]:
    """Every figure, all of its columns, by what it is a figure of."""
    rows = engine.figures(asked, months, by).to_pylist()
    found = {tuple(str(row[name]) for name in KEY): row for row in rows}
    assert len(found) == len(rows)
    return found


def last_period(measure: str, variant: str, month: int) -> tuple[Definition, Period]:
    """The definition of a measure for the first of its period types, and its last period up to a month."""
    kind = versions(MEASURES[measure], variant)[-1].periods[0]
    month = next(m for m in range(month, month - 12, -1) if kind.months(m))
    return versions(MEASURES[measure], variant, period_type=kind)[-1], Period(kind, month)


def rows(
    engine: Engine, definition: Definition, period: Period, columns: Sequence[str] | None = None
) -> Counter[tuple[str, ...]]:
    """The rows behind a figure: ids, day, class, reason, value and the columns named (default all)."""
    listed = engine.cases(definition, period, columns=columns)
    return Counter(tuple(str(value) for value in row.values()) for row in listed.to_pylist())
