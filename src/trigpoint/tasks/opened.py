"""A store's newest snapshot with the engine on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from trigpoint.engine import Engine
from trigpoint.engine.backends import Backend, DuckDB
from trigpoint.engine.on_spark import Spark
from trigpoint.store import Snapshot, StoreError
from trigpoint.tasks.carried import not_carried


def backend(engine: str = "duckdb", spark_master: str = "") -> Backend:
    """Where figures are calculated: `duckdb`, or `spark` on a cluster's master or, without one, on this machine."""
    return Spark(spark_master) if engine == "spark" else DuckDB()


def engine_on(snapshot: Snapshot, as_at: date | None = None, on: Backend | None = None) -> Engine:
    """The engine on a snapshot's records, its prepared views kept beside them.

    With a day before the snapshot's as-at date the engine knows nothing later than that day; such views are not kept.
    Raises EngineError when the engine cannot be had.
    """
    known = date.fromisoformat(snapshot.manifest["as_at"])
    collected = {name: frozenset(tables) for name, tables in snapshot.manifest["collected"].items()}
    tables, name, lacking = snapshot.tables, snapshot.id, not_carried(snapshot)
    if as_at is None or as_at >= known:
        home, keep = snapshot.views_dir, _keeper(snapshot)
        return Engine(tables, known, collected, lacking=lacking, snapshot=name, views_dir=home, keep=keep, backend=on)
    return Engine(tables, as_at, collected, lacking=lacking, snapshot=name, backend=on)


def _keeper(snapshot: Snapshot) -> Callable[[str, Callable[[Path], None]], Path]:
    """Puts views into the snapshot; where two processes prepare one view as a folder, that of the first stands."""

    def keep(file: str, write: Callable[[Path], None]) -> Path:
        try:
            return snapshot.put_view(file, write)
        except StoreError:
            if (snapshot.views_dir / file).is_dir():
                return snapshot.views_dir / file
            raise

    return keep
