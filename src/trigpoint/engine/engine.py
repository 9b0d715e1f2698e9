"""The engine: prepares case views once per snapshot, calculates figures and lists the rows behind them."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine import calculate, drill
from trigpoint.engine.calculate import Asked, Request
from trigpoint.engine.records import Records
from trigpoint.figures.table import Block, table
from trigpoint.language.case_view import CaseView
from trigpoint.language.definition import Definition
from trigpoint.language.period import Period

Keep = Callable[[str, Callable[[Path], None]], Path]
Progress = Callable[[str], None]


class Engine:
    """One snapshot's records on DuckDB.

    `tables` names the Parquet files of each record table; a table that is not named was not collected. `views_dir`
    holds prepared views, `keep(file_name, write)` puts one there in one step; without them views last as long as the
    engine. `memory` limits what DuckDB may hold before it writes to disk.
    """

    def __init__(
        self,
        tables: Mapping[str, Sequence[Path]],
        as_at: date,
        *,
        snapshot: str = "",
        views_dir: Path | None = None,
        keep: Keep | None = None,
        memory: str = "2500MB",
    ) -> None:
        self.as_at, self.snapshot, self.views_dir, self.keep = as_at, snapshot, views_dir, keep
        self._scratch = tempfile.TemporaryDirectory(prefix="trigpoint-")
        self.con = ibis.duckdb.connect(memory_limit=memory, temp_directory=self._scratch.name)
        self.con.raw_sql("SET preserve_insertion_order = false")
        ibis.set_backend(self.con)
        self.records = Records(self.con, tables, as_at)
        self._views: dict[str, ir.Table] = {}

    def prepare(self, views: Sequence[type[CaseView]], progress: Progress = lambda _: None) -> None:
        """Build the views that are not there yet."""
        for view in views:
            if self.collected(view):
                progress(view.name.replace("_", " "))
                self.view(view)

    def collected(self, view: type[CaseView], more: Sequence[str] = ()) -> bool:
        """Whether every record table that the view stands on was collected."""
        return all(self.records.has(name) for name in (*view.needs, *more))

    def view(self, view: type[CaseView]) -> ir.Table:
        """A prepared view in its declared columns."""
        if view.name not in self._views:
            path = self._path(view)
            self._views[view.name] = self.con.read_parquet(str(path), table_name=f"view_{view.name}")
        return self._views[view.name]

    def figures(
        self,
        asked: Sequence[Asked],
        months: Sequence[int],
        breakdowns: Sequence[Sequence[str]] = ((),),
        progress: Progress = lambda _: None,
    ) -> pa.Table:
        """Figures of every asked measure for the periods that end in the months, in total and by each breakdown."""
        request = Request(months, self.authorities(), self.as_at, self.snapshot, self._people())
        found: list[Block] = []
        for view, mine in _by_view(asked).items():
            progress(view.name.replace("_", " "))
            ready = [a for a in mine if self.collected(view, a.versions[0].needs)]
            absent = [a for a in mine if a not in ready]
            for by in breakdowns:
                able = set(by) <= set(view.breakdowns())
                if ready and able:
                    found += calculate.blocks(self.view(view), ready, by, request)
                found += [b for a in (absent if able else mine) for b in calculate.silent(a, by, request, able=able)]
        return table(found)

    def cases(
        self,
        definition: Definition,
        period: Period,
        where: Mapping[str, str] | None = None,
        results: set[str] | None = None,
    ) -> pa.Table:
        """The rows behind one figure: every candidate, classified, with the view's own columns."""
        return drill.rows(self.view(definition.counts), definition, period, self.as_at, where or {}, results or set())

    def authorities(self) -> list[str]:
        """Every authority that has records in the snapshot."""
        return self._authorities()

    @cache  # noqa: B019 - lives as long as one snapshot's calculation
    def _authorities(self) -> list[str]:
        for name in ("ssd_person", *self.records.paths):
            if self.records.has(name):
                found = self.records.table(name).select("authority").distinct().to_pyarrow()["authority"]
                if len(found):
                    return sorted(found.to_pylist())
        return []

    def _people(self) -> pa.Table | None:
        if not self.records.has("ext_population"):
            return None
        return self.records.table("ext_population").to_pyarrow()

    def _path(self, view: type[CaseView]) -> Path:
        name = f"{view.name}-{version()}-{self.as_at:%Y%m%d}.parquet"
        if self.views_dir is not None and (self.views_dir / name).exists():
            return self.views_dir / name
        if self.keep is not None:
            return self.keep(name, lambda path: self._build(view, path))
        path = Path(self._scratch.name) / name
        self._build(view, path)
        return path

    def _build(self, view: type[CaseView], path: Path) -> None:
        built = import_module(f"trigpoint.engine.views.{view.name}").build(self.records)
        columns = ["authority", *(c.name for c in view.columns.values())]
        if view.state:
            columns += ["from_month", "to_month"]
        self.con.to_parquet(built.select(*columns), str(path), compression="zstd")


@cache
def version() -> str:
    """Hash of everything that decides how views are built: a change of any of it builds them anew."""
    found = hashlib.sha256()
    home = Path(__file__).parents[1]
    for room in ("engine", "cases", "records"):
        for path in sorted((home / room).rglob("*")):
            if path.suffix in {".py", ".csv"}:
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:10]


def _by_view(asked: Sequence[Asked]) -> dict[type[CaseView], list[Asked]]:
    found: dict[type[CaseView], list[Asked]] = {}
    for one in asked:
        found.setdefault(one.versions[0].counts, []).append(one)
    return found
