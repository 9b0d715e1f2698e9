"""Rows of a child as a tree, typed; and the reading of elements into such rows, with what is wrong told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trigpoint.records.returns import ReturnColumn, ReturnRow
from trigpoint.sources import values
from trigpoint.sources.cin_census.shape import CHILD, Group, Repeated
from trigpoint.sources.issue import Issue, listed, shown
from trigpoint.sources.xml_text import Element

_ZONE = re.compile(r"(?<=^\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$", re.ASCII)
_NUMBER = ("is not a whole number", "write digits only")
_DATE = ("is not a date", "write dates as 2024-03-20")


@dataclass(slots=True)
class Row:
    """One row of a module: the values of its filled items, the line where it begins, the rows that lie in it.

    `unread` holds the texts of items that are no value of their kind. A row made from records has no line.
    """

    module: type[ReturnRow]
    cells: dict[str, Any]
    line: int | None = None
    unread: dict[str, str] = field(default_factory=dict)
    inner: list[Row] = field(default_factory=list)

    def all(self, module: type[ReturnRow]) -> Iterator[Row]:
        """The rows of a module directly within."""
        return (row for row in self.inner if row.module is module)

    def content(self) -> Hashable:
        """Everything that the row says, with what lies in it: two rows of one content are the same told twice."""
        said = (*self.cells.items(), *self.unread.items())
        return self.module.module, said, tuple(row.content() for row in self.inner)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in it, nor in what lies in it."""
        return not (self.cells or self.unread) and all(row.is_empty for row in self.inner)


def filled(module: type[ReturnRow], cells: Mapping[str, Any], inner: list[Row] | None = None) -> Row:
    """A row of the items that have a value; blank text is none."""
    return Row(module, {name: value for name, value in cells.items() if value not in (None, "")}, inner=inner or [])


class Reader:
    """Elements of one file as rows. What could not be read, or is not known, is kept to be told."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._values: dict[tuple[str, str], Any] = {}
        self._bad: dict[tuple[type[ReturnRow], str], list[tuple[int, str]]] = {}
        self._unknown: Counter[str] = Counter()
        self._again: Counter[str] = Counter()
        self._first: dict[str, int] = {}

    def child(self, element: Element) -> list[Row]:
        """The groups of a Child element as rows, each with the rows within it."""
        found = []
        for one in element.children:
            if group := CHILD.get(one.tag):
                found.append(self.row(one, group))
            else:
                self._tell(self._unknown, one)
        return found

    def row(self, element: Element, group: Group) -> Row:
        """A group as a row."""
        row = Row(group.module, {}, element.line)
        for one in element.children:
            known = group.by_tag.get(one.tag)
            if isinstance(known, str):
                self.put(row, known, one)
            elif isinstance(known, Group):
                row.inner.append(self.row(one, known))
            elif known is not None:
                row.inner += self._repeated(one, known)
            else:
                self._tell(self._unknown, one)
        return row

    def put(self, row: Row, item: str, element: Element) -> None:
        """Take an item into its row; an empty one is missing, one that cannot be read stays as its text."""
        for inner in element.children:
            self._tell(self._unknown, inner)
        if not element.text:
            return
        if item in row.cells or item in row.unread:
            self._tell(self._again, element)
            return
        column = row.module.columns[item]
        value = self._value(column, element.text)
        if value is not None:
            row.cells[item] = value
            return
        row.unread[item] = element.text
        told = (element.line, f"{shown(element.text)} {_wrong(column)[0]}; the cell is taken as missing")
        self._bad.setdefault((row.module, item), []).append(told)

    def issues(self, module: type[ReturnRow]) -> Iterator[Issue]:
        """What is to be told of the cells of a module."""
        for (of, column), found in self._bad.items():
            if of is module:
                yield from listed(self._file, column, found, _wrong(module.columns[column])[1], "error")

    def strange(self) -> Iterator[Issue]:
        """Elements that the census does not have, and items given again in one group, once a name."""
        for counted, what, mend in (
            (self._unknown, "the census has no such element here; {} were left out", "check how its name is written"),
            (self._again, "the group has this item already; {} more were left out", "give each item once"),
        ):
            for name, count in sorted(counted.items()):
                yield Issue(self._file, self._first[name], name, what.format(f"{count:,}"), mend, "warning")

    def _repeated(self, element: Element, known: Repeated) -> list[Row]:
        found = []
        for one in element.children:
            if one.tag == known.item:
                row = Row(known.module, {}, one.line)
                self.put(row, known.item, one)
                found.append(row)
            else:
                self._tell(self._unknown, one)
        return found

    def _value(self, column: ReturnColumn, text: str) -> Any:
        """The value of a cell; each text of a kind is parsed once."""
        if not (column.is_date or column.is_coded or column.kind == "number"):
            return text
        key = column.kind, text
        if key not in self._values:
            self._values[key] = _parse(column)(text)
        return self._values[key]

    def _tell(self, counted: Counter[str], element: Element) -> None:
        counted[element.tag] += 1
        self._first.setdefault(element.tag, element.line)


def _parse(column: ReturnColumn) -> Callable[[str], Any]:
    if column.is_date:
        return lambda text: values.day(_ZONE.sub("", text))
    if column.kind == "number":
        return values.whole
    return str.upper


def _wrong(column: ReturnColumn) -> tuple[str, str]:
    """What is wrong with a cell that is no value of its kind, and how to mend it."""
    return _NUMBER if column.kind == "number" else _DATE
