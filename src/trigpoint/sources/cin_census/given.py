"""The census as it was given: the rows of every module as columns of text, for the rules of the return."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from trigpoint.records.returns import ReturnRow, cin_census
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.columns import Column, pc
from trigpoint.sources.part import Part, return_part

FORM = "cin_census"


class _Module:
    """The rows of one module by column."""

    def __init__(self, module: type[ReturnRow]) -> None:
        self.module = module
        self.cells: dict[str, list[Any]] = {name: [] for name in module.columns}
        self.unread: dict[str, dict[int, str]] = {}
        self.lines: list[int | None] = []
        self.children: list[str | None] = []
        self.keys: list[int] = []
        self.within: list[int | None] = []

    def add(self, row: Row, child: str | None, key: int, within: int | None) -> None:
        for name, column in self.cells.items():
            column.append(row.cells.get(name))
        for name, text in row.unread.items():
            self.unread.setdefault(name, {})[len(self.lines)] = text
        self.lines.append(row.line)
        self.children.append(child)
        self.keys.append(key)
        self.within.append(within)

    def texts(self, name: str) -> Column:
        """A column as text: dates ISO where they could be read, else as given."""
        column = self.module.columns[name]
        kind: pa.DataType = pa.int64() if column.kind == "number" else pa.string()
        texts = pa.array(self.cells[name], pa.date32() if column.is_date else kind).cast(pa.string())
        if unread := self.unread.get(name):
            texts = pc.coalesce(texts, pa.array([unread.get(at) for at in range(len(self.lines))], pa.string()))
        return texts


class Given:
    """Every row of a census in the order in which it was given; `key` numbers are unique over the whole return."""

    def __init__(self) -> None:
        self._modules = {module: _Module(module) for module in cin_census.MODULES}
        self._key = 0

    def add(self, rows: list[Row], child: str | None, within: int | None = None) -> None:
        """Take in rows of a child, None for those of the whole return, and the rows that lie in them.

        A row has its outer row's key only where the form nests it; Disabilities are rows of the child.
        """
        for row in rows:
            self._key += 1
            key = self._key
            self._modules[row.module].add(row, child, key, within if row.module.lies_in else None)
            if row.inner:
                self.add(row.inner, child, key)

    def texts(self, module: type[ReturnRow], name: str) -> Column:
        """One column of a module as text."""
        return self._modules[module].texts(name)

    def lines(self, module: type[ReturnRow]) -> list[int | None]:
        """The lines on which the rows of a module begin."""
        return self._modules[module].lines

    def parts(self, authority: str, year: int, file: str) -> Iterator[Part]:
        """One part for each module; `file` is empty for a return made from records."""
        for module, rows in self._modules.items():
            yield return_part(
                FORM,
                module,
                authority,
                year,
                {name: rows.texts(name) for name in module.columns},
                file=file,
                rows=pa.array(rows.lines, pa.int64()),
                child=pa.array(rows.children, pa.string()),
                key=pa.array(rows.keys, pa.int64()),
                within=pa.array(rows.within, pa.int64()),
            )
