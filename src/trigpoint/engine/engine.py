"""The engine: prepares case views once per snapshot, calculates figures and lists the rows behind them."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
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

    `tables` names the Parquet files of each record table, `collected` the tables that each authority gave. `views_dir`
    holds prepared views, `keep(file_name, write)` puts one there in one step; without them views last as long as the
    engine. `memory` limits what DuckDB may hold before it writes to disk.
    """

    def __init__(
        self,
        tables: Mapping[str, Sequence[Path]],
        as_at: date,
        collected: Mapping[str, frozenset[str]],
        *,
        snapshot: str = "",
        views_dir: Path | None = None,
        keep: Keep | None = None,
        memory: str = "3GB",
    ) -> None:
        self.as_at, self.snapshot, self.views_dir, self.keep = as_at, snapshot, views_dir, keep
        self.given = dict(sorted(collected.items()))
        self._scratch = tempfile.TemporaryDirectory(prefix="trigpoint-")
        self.con = ibis.duckdb.connect(memory_limit=memory, temp_directory=self._scratch.name)
        self.con.raw_sql("SET preserve_insertion_order = false")
        ibis.set_backend(self.con)
        self.records = Records(self.con, tables, as_at)
        self._views: dict[str, ir.Table] = {}

    def prepare(
        self, views: Sequence[type[CaseView]], *, extras: bool = True, progress: Progress = lambda _: None
    ) -> None:
        """Build the views that are not there yet."""
        for view in views:
            if self.collected(view.needs):
                progress(view.name.replace("_", " "))
                self.view(view, extras=extras)

    def collected(self, needs: Sequence[str]) -> list[str]:
        """Authorities that gave every one of the record tables."""
        return [name for name, tables in self.given.items() if tables.issuperset(needs)]

    def view(self, view: type[CaseView], *, extras: bool = True) -> ir.Table:
        """A prepared view: every declared column, or without `extras` all but breakdowns and extra columns.

        A view that stands with its extras serves both.
        """
        whole, core = f"{view.name}-whole", f"{view.name}-core"
        name = whole if extras or whole in self._views or self._stands(whole) else core
        if name not in self._views:
            path = self._path(name, view, extras=name == whole)
            self._views[name] = self.con.read_parquet(str(path), table_name=f"view_{name.replace('-', '_')}")
        return self._views[name]

    def figures(
        self,
        asked: Sequence[Asked],
        months: Sequence[int],
        breakdowns: Sequence[Sequence[str]] = ((),),
        progress: Progress = lambda _: None,
    ) -> pa.Table:
        """Figures of every asked measure for the periods that end in the months, in total and by each breakdown."""
        request = Request(months, list(self.given), self.as_at, self.snapshot, self._people)
        found: list[Block] = []
        for view, mine in _by_view(asked).items():
            progress(view.name.replace("_", " "))
            ready = [a for a in mine if self.collected(_needs(a))]
            asked_columns = {name for a in ready for d in a.versions for name in d.columns}
            extras = any(breakdowns) or not view.extras().isdisjoint(asked_columns)
            for by in breakdowns:
                able = set(by) <= set(view.breakdowns())
                if ready and able:
                    found += calculate.blocks(self.view(view, extras=extras), ready, by, request)
                rest = [a for a in mine if a not in ready] if able else mine
                found += [b for a in rest for b in calculate.silent(a, by, request, able=able)]
        collected = {(a.versions[0].measure, a.versions[0].variant): self.collected(_needs(a)) for a in asked}
        return table([b.only_where(collected[b.measure, b.variant]) for b in found])

    def cases(
        self,
        definition: Definition,
        period: Period,
        where: Mapping[str, str] | None = None,
        results: set[str] | None = None,
    ) -> pa.Table:
        """The rows behind one figure: every candidate, classified, with the view's own columns."""
        return drill.rows(self.view(definition.counts), definition, period, self.as_at, where or {}, results or set())

    @cached_property
    def _people(self) -> pa.Table | None:
        if not self.records.has("ext_population"):
            return None
        return self.records.table("ext_population").to_pyarrow()

    def _file(self, name: str) -> str:
        return f"{name}-{version()}-{self.as_at:%Y%m%d}.parquet"

    def _stands(self, name: str) -> bool:
        return self.views_dir is not None and (self.views_dir / self._file(name)).exists()

    def _path(self, name: str, view: type[CaseView], *, extras: bool) -> Path:
        if self.views_dir is not None and self._stands(name):
            return self.views_dir / self._file(name)
        if self.keep is not None:
            return self.keep(self._file(name), lambda path: self._build(view, path, extras=extras))
        path = Path(self._scratch.name) / self._file(name)
        self._build(view, path, extras=extras)
        return path

    def _build(self, view: type[CaseView], path: Path, *, extras: bool) -> None:
        self.records.extras = extras
        built = import_module(f"trigpoint.engine.views.{view.name}").build(self.records)
        columns = ["authority", *(c.name for c in view.columns.values() if extras or not c.extra)]
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


def _needs(asked: Asked) -> tuple[str, ...]:
    one = asked.versions[0]
    return (*one.counts.needs, *one.needs)


def _by_view(asked: Sequence[Asked]) -> dict[type[CaseView], list[Asked]]:
    found: dict[type[CaseView], list[Asked]] = {}
    for one in asked:
        found.setdefault(one.versions[0].counts, []).append(one)
    return found
