"""The engine: prepares case views once per snapshot, calculates figures and lists the rows behind them."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, partial
from importlib import import_module
from pathlib import Path

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

from trigpoint.cases.reads import Names, lacking, reads_of
from trigpoint.engine import calculate, drill
from trigpoint.engine.asked import forget
from trigpoint.engine.backends import Backend, DuckDB, Keep
from trigpoint.engine.calculate import Asked, Request
from trigpoint.engine.names import named
from trigpoint.engine.population import Residents
from trigpoint.engine.prepared import everything, serves, stem, with_identity
from trigpoint.engine.records import Records
from trigpoint.figures.table import Block, table
from trigpoint.language.case_view import CaseView
from trigpoint.language.definition import Definition
from trigpoint.language.period import Period
from trigpoint.language.terms import PERIOD_END
from trigpoint.records.collector import held_back, swept

Progress = Callable[[str], None]


@dataclass(frozen=True)
class _Begun:
    """What is asked of a view, whose records can be counted by each breakdown, its rows, and what waits for them."""

    name: str
    asked: Sequence[Asked]
    able: Sequence[Sequence[list[str]]]
    rows: ir.Table | None
    wait: Callable[[], None]


class Engine:
    """One snapshot's records on a query engine: DuckDB unless another is given.

    `tables` names the Parquet files of each record table, `collected` the tables that each authority gave, `lacking`
    the columns of those that no source of its carries. `views_dir` holds prepared views, `keep(file_name, write)` puts
    one there in one step; without them views last as long as the engine.
    """

    def __init__(
        self,
        tables: Mapping[str, Sequence[Path]],
        as_at: date,
        collected: Mapping[str, frozenset[str]],
        *,
        lacking: Mapping[str, Names] | None = None,
        snapshot: str = "",
        views_dir: Path | None = None,
        keep: Callable[[str, Callable[[Path], None]], Path] | None = None,
        backend: Backend | None = None,
    ) -> None:
        self.as_at, self.snapshot, self.views_dir, self.keep = as_at, snapshot, views_dir, keep
        self.given = dict(sorted(collected.items()))
        self.lacking = dict(lacking or {})
        self._scratch = tempfile.TemporaryDirectory(prefix="trigpoint-")
        self.backend = backend or DuckDB()
        self.backend.start(Path(self._scratch.name))
        self.records = Records(self.backend, tables, as_at)
        self._views: dict[str, ir.Table] = {}

    @property
    def con(self) -> BaseBackend:
        """The connection of Ibis, for measuring."""
        return self.backend.con

    def prepare(
        self, views: Sequence[type[CaseView]], *, extras: bool = True, progress: Progress = lambda _: None
    ) -> None:
        """Build the views that are not there yet, with all columns or without the extra ones."""
        with self._ahead():
            begun = {}
            for view in views:
                if self.collected(view.needs):
                    self.view(view, None if extras else everything(view) - view.extras())
                    begun[view] = self.backend.mark()
            for view, wait in begun.items():
                progress(view.name.replace("_", " "))
                wait()

    @contextmanager
    def _ahead(self) -> Iterator[None]:
        """Views are worked out behind; when one fails, none that was begun is taken for one that is there."""
        try:
            with self.backend.ahead():
                yield
        except BaseException:
            self._views.clear()
            self.records.forget()
            raise

    def collected(self, needs: Sequence[str], names: Names = frozenset()) -> list[str]:
        """Authorities that gave every one of the record tables; of the columns `names` they lack none in a table that
        they gave."""
        return [name for name in self.given if not self.lacks(name, needs, names)]

    def lacks(self, authority: str, needs: Sequence[str], names: Names = frozenset()) -> list[str]:
        """The record tables, and the columns as `table.column`, that keep figures of an authority from being there."""
        return lacking(needs, names, self.given[authority], self.lacking.get(authority, frozenset()))

    def view(self, view: type[CaseView], columns: Iterable[str] | None = None) -> ir.Table:
        """A prepared view with at least these of its columns; with all that it declares when none are named.

        A view that was prepared with more serves as well.
        """
        wanted = everything(view) if columns is None else with_identity(view, columns)
        name = next((name for name in self._standing(view) if serves(view, name, wanted)), stem(view, wanted))
        if name not in self._views:
            with held_back(), self.backend.putting_off():
                self._views[name] = self._prepared(name, view, wanted)
            swept()
        return self._views[name]

    def ready(self, view: type[CaseView], columns: Iterable[str]) -> bool:
        """Whether a view that was prepared already has all of these columns."""
        wanted = with_identity(view, columns)
        return any(serves(view, name, wanted) for name in self._standing(view))

    def lists(self, definitions: Sequence[Definition], columns: Sequence[str]) -> bool:
        """Whether the rows behind the figures of one view can be listed with these columns as views stand."""
        view = definitions[0].counts
        return self.ready(view, _columns(view, definitions, [columns]))

    def prepare_list(self, definitions: Sequence[Definition], columns: Sequence[str]) -> None:
        """Build what the rows behind the figures of one view are listed from, with these columns."""
        view = definitions[0].counts
        self.view(view, _columns(view, definitions, [columns]))

    @held_back()
    def figures(
        self,
        asked: Sequence[Asked],
        months: Sequence[int],
        breakdowns: Sequence[Sequence[str]] = ((),),
        progress: Progress = lambda _: None,
    ) -> pa.Table:
        """Figures of every asked measure for the periods that end in the months, in total and by each breakdown."""
        names = self.records.authorities
        request = Request(months, list(self.given), self.as_at, self.snapshot, names, self._people)
        found: list[Block] = []
        with self._ahead():
            begun = [self._begun(view, mine, breakdowns) for view, mine in _by_view(asked).items()]
            for one in begun:
                progress(one.name)
                one.wait()
                found += self._counted(one, breakdowns, request)
                forget(self.con)
        return table(found)

    def _begun(self, view: type[CaseView], asked: list[Asked], breakdowns: Sequence[Sequence[str]]) -> _Begun:
        """A view that figures are counted from, its rows begun to be worked out if any can be counted."""
        able = [[self._able(a, by) if _can_be_broken_down(a, by) else [] for by in breakdowns] for a in asked]
        ready = [a for a, somewhere in zip(asked, able, strict=True) if any(somewhere)]
        wanted = _columns(view, [definition for one in ready for definition in one.versions], breakdowns)
        rows = self.view(view, wanted) if ready else None
        return _Begun(view.name.replace("_", " "), asked, able, rows, self.backend.mark())

    def _counted(self, one: _Begun, breakdowns: Sequence[Sequence[str]], request: Request) -> list[Block]:
        """Blocks of every measure of a view, by each breakdown; without values where an authority lacks the records."""
        found: list[Block] = []
        silent: dict[int, list[Block]] = {}
        for place, by in enumerate(breakdowns):
            able = [somewhere[place] for somewhere in one.able]
            for number, a in enumerate(one.asked):
                if able[number]:
                    continue
                if number not in silent:
                    silent[number] = calculate.silent(a, request)
                can_be = _can_be_broken_down(a, by)
                found += [replace(b, breakdown="+".join(by), applicable=can_be).only_where([]) for b in silent[number]]
            if counted := [a for number, a in enumerate(one.asked) if able[number]]:
                assert one.rows is not None
                where = {
                    (*_named(a), str(kind)): able[number]
                    for number, a in enumerate(one.asked)
                    if able[number]
                    for kind in a.kinds
                }
                blocks = calculate.blocks(one.rows, counted, by, request)
                found += [b.only_where(where[b.measure, b.variant, b.period_type]) for b in blocks]
        return found

    def _able(self, asked: Asked, by: Sequence[str] = ()) -> list[str]:
        """Authorities whose records can be counted, in total or by a breakdown."""
        if not any(self.lacking.values()):
            return self.collected(_needs(asked))
        names = frozenset[tuple[str, str]]().union(*(reads_of(one, by) for one in asked.versions))
        return self.collected(_needs(asked), names)

    def cases(
        self,
        definition: Definition,
        period: Period,
        where: Mapping[str, str] | None = None,
        results: set[str] | None = None,
        columns: Sequence[str] | None = None,
    ) -> pa.Table:
        """The rows behind one figure: every candidate, classified, with the view's own columns.

        `columns` names those of its columns that are wanted; with fewer a leaner view does.
        """
        names, where = tuple(definition.counts.columns if columns is None else columns), where or {}
        read = _columns(definition.counts, [definition], [names, [n for n in where if n != "category"]])
        view, children = self.view(definition.counts, read), self.records.children
        found = drill.rows(view, children, definition, period, self.as_at, where, results or set(), names)
        return named(found, self.records.authorities)

    @cached_property
    def _people(self) -> Residents | None:
        if not self.records.has("ext_population"):
            return None
        found = self.records.table("ext_population").to_pyarrow()
        return Residents(named(found, self.records.authorities))

    def _file(self, name: str) -> str:
        return f"{name}.{version()}-{self.as_at:%Y%m%d}{self.backend.form}"

    def _standing(self, view: type[CaseView]) -> list[str]:
        """Names under which the view was prepared already, the leanest first."""
        ending = self._file("")
        kept = self.views_dir.glob(f"{view.name}-*{ending}") if self.views_dir is not None else ()
        names = {*self._views, *(path.name.removesuffix(ending) for path in kept)}
        return sorted((name for name in names if serves(view, name, frozenset())), key=lambda n: (len(n), n))

    def _prepared(self, name: str, view: type[CaseView], wanted: frozenset[str]) -> ir.Table:
        file, known_as = self._file(name), f"view_{name.replace('-', '_')}"
        if self.views_dir is not None and (self.views_dir / file).exists():
            return self.backend.read([self.views_dir / file], known_as)
        kept: Keep | None = partial(self.keep, file) if self.keep is not None else None
        return self.backend.lasting(self._built(view, wanted), known_as, kept)

    def _built(self, view: type[CaseView], wanted: frozenset[str]) -> ir.Table:
        self.records.wanted, self.records.extras = wanted, bool(wanted & view.extras())
        built = import_module(f"trigpoint.engine.views.{view.name}").build(self.records)
        columns = {c.name: _plain(built[c.name], c.kind) for c in view.columns.values() if c.name in wanted}
        months = ["from_month", "to_month"] if view.state else []
        return built.select("authority", *months, **columns)


def _plain(value: ir.Value, kind: str) -> ir.Value:
    """A column in the type that its declaration says: engines widen sums and days, and a cast to what Ibis takes the
    column for already is not written into the query."""
    if kind == "date":
        return value.cast("timestamp").cast("date")
    return value.cast("int32").cast("int64") if kind in {"number", "flag"} else value


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


def _columns(view: type[CaseView], every: Sequence[Definition], breakdowns: Sequence[Sequence[str]]) -> frozenset[str]:
    """Columns of a view that figures read: of the clauses, of the breakdowns, and of what hides later events."""
    read = {name for definition in every for name in definition.columns}
    if any(definition.known_at is PERIOD_END for definition in every):
        read |= {column.name for column in view.columns.values() if column.kind == "date"}
    return with_identity(view, [*read, *(name for by in breakdowns for name in by)])


def _can_be_broken_down(asked: Asked, by: Sequence[str]) -> bool:
    """Whether the view has the breakdowns, and a distribution is not split by its own categories."""
    one = asked.versions[0]
    return set(by) <= set(one.counts.breakdowns()) and (one.category is None or one.category.name not in by)


def _named(asked: Asked) -> tuple[str, str]:
    return asked.versions[0].measure, asked.versions[0].variant


def _needs(asked: Asked) -> tuple[str, ...]:
    one = asked.versions[0]
    return (*one.counts.needs, *one.needs)


def _by_view(asked: Sequence[Asked]) -> dict[type[CaseView], list[Asked]]:
    found: dict[type[CaseView], list[Asked]] = {}
    for one in asked:
        found.setdefault(one.versions[0].counts, []).append(one)
    return found
