"""A return as its rules see it: typed rows by module and by child, the return of the year before, look-up lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

import pyarrow as pa

from trigpoint.records.returns.form import ReturnColumn, ReturnRow

Row = TypeVar("Row", bound=ReturnRow)
Made = TypeVar("Made")


@dataclass(frozen=True)
class Place:
    """A postcode: its grid reference in metres, and the code of the upper-tier authority (SCO, NIR, WAL outside)."""

    easting: int
    northing: int
    authority: str


@dataclass(frozen=True)
class Provider:
    """A provider of Ofsted's list: codes of placement and provider it may have, end of registration, its authority."""

    placements: frozenset[str]
    providers: frozenset[str]
    ended: date | None
    postcode: str


@dataclass(frozen=True)
class LookUps:
    """Lists that no return holds; None where the council gave none. `authority` is the code of the returning one."""

    postcodes: Mapping[str, Place] | None = None
    providers: Mapping[str, Provider] | None = None
    authority: str = ""


class ChildReturn:
    """The rows of one child in one return. `memory` keeps what a rule worked out for the next."""

    def __init__(self, key: str, collection: Collection) -> None:
        self.key, self.collection = key, collection
        self.memory: dict[Any, Any] = {}
        self._rows: dict[type[ReturnRow], list[Any]] = {}

    def rows(self, of: type[Row]) -> Sequence[Row]:
        """The child's rows of a module, in the order of the file."""
        return self._rows.get(of, ())

    def add(self, row: ReturnRow) -> None:
        """Take a row in; done while the return is made."""
        self._rows.setdefault(type(row), []).append(row)

    def first(self, of: type[Row]) -> Row | None:
        """The child's first row of a module."""
        rows = self.rows(of)
        return rows[0] if rows else None

    @property
    def last_year(self) -> ChildReturn | None:
        """The same child in the return of the year before; None when either is not there."""
        return self.collection.previous.children.get(self.key) if self.collection.previous else None

    def remembered(self, what: Callable[[ChildReturn], Made]) -> Made:
        """What a function makes of the child, made once."""
        if what not in self.memory:
            self.memory[what] = what(self)
        return cast("Made", self.memory[what])


class Collection:
    """The return of one authority for the collection year that ends in `year`.

    Built from tables of text: the columns of a module, with `file`, `file_row`, `child_key`, and for nested
    groups `row_key` and `within_key` (that of the row it lies in). Dates are ISO; what cannot be read stands
    as it was given.
    """

    def __init__(
        self,
        year: int,
        tables: Mapping[type[ReturnRow], pa.Table],
        *,
        previous: Collection | None = None,
        look_ups: LookUps | None = None,
        is_xml: bool = False,
    ) -> None:
        self.year, self.previous, self.is_xml = year, previous, is_xml
        self.look_ups = look_ups or LookUps()
        self.children: dict[str, ChildReturn] = {}
        self.memory: dict[Any, Any] = {}
        self._rows = {module: self._made(module, table) for module, table in tables.items()}
        self._nest()

    @property
    def first_day(self) -> date:
        """1 April at the start of the collection year."""
        return date(self.year - 1, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March at the end of the collection year."""
        return date(self.year, 3, 31)

    @property
    def modules(self) -> frozenset[type[ReturnRow]]:
        """Modules that the return has, with or without rows."""
        return frozenset(self._rows)

    def rows(self, of: type[Row]) -> Sequence[Row]:
        """Every row of a module, in the order of the file."""
        return cast("Sequence[Row]", self._rows.get(of, ()))

    def remembered(self, what: Callable[[Collection], Made]) -> Made:
        """What a function makes of the return, made once."""
        if what not in self.memory:
            self.memory[what] = what(self)
        return cast("Made", self.memory[what])

    def _made(self, module: type[ReturnRow], table: pa.Table) -> list[ReturnRow]:
        columns: dict[str, list[Any]] = {}
        unread: dict[int, dict[str, str]] = {}
        for name, column in module.columns.items():
            if name in table.column_names:
                columns[name], bad = _typed(table[name].to_pylist(), column)
                for place, text in bad:
                    unread.setdefault(place, {})[name] = text
            else:
                columns[name] = [None] * table.num_rows
        for name, attribute in _HELD.items():
            if name in table.column_names:
                columns[attribute] = table[name].to_pylist()
        names = tuple(columns)
        rows: list[ReturnRow] = []
        for place, (key, *values) in enumerate(zip(_keys(table), *columns.values(), strict=True)):
            row = module.__new__(module)
            held = row.__dict__
            held.update(zip(names, values, strict=True))
            held["place"], held["child"] = place, self._child(key)
            if place in unread:
                held["given"] = unread[place]
            held["child"].add(row)
            rows.append(row)
        return rows

    def _child(self, key: str) -> ChildReturn:
        if key not in self.children:
            self.children[key] = ChildReturn(key, self)
        return self.children[key]

    def _nest(self) -> None:
        """Give every nested row the row that it lies in."""
        by_key = {
            key: row for rows in self._rows.values() for row in rows if (key := row.__dict__.get("row_key")) is not None
        }
        for rows in self._rows.values():
            for row in rows:
                row.within = by_key.get(row.__dict__.get("within_key"))


_HELD = {"file": "file", "file_row": "row", "row_key": "row_key", "within_key": "within_key"}
"""Columns that say of a row where it stands, and the attributes of it that they become."""


def _keys(table: pa.Table) -> Iterator[str]:
    return (key or "" for key in table["child_key"].to_pylist())


def _typed(texts: list[str | None], column: ReturnColumn) -> tuple[list[Any], list[tuple[int, str]]]:
    """Values of a column, and the cells that could not be read with their places."""
    parse: Callable[[str], Any] | None = date.fromisoformat if column.is_date else None
    parse = int if column.kind == "number" else parse
    if parse is None:
        return texts, []
    known: dict[str | None, Any] = {None: None}
    unread: set[str] = set()
    for text in set(texts) - {None}:
        try:
            known[text] = parse(cast("str", text))
        except ValueError:
            known[text] = None
            unread.add(cast("str", text))
    bad = [(place, text) for place, text in enumerate(texts) if text in unread] if unread else []
    return [known[text] for text in texts], bad
