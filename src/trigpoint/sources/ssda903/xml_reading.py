"""A return given as XML, taken apart into the modules that CSV has: a sheet each, its rows numbered by line."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from trigpoint.sources import xml_text
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, listed, refused
from trigpoint.sources.sheet import Sheet, clean
from trigpoint.sources.ssda903.modules import MODULES
from trigpoint.sources.ssda903.xml_form import CHILD, GROUPS, HEADER, IN_HEADER, RENAMED, SHARED
from trigpoint.sources.xml_text import Element

Cells = dict[str, str]

_IN_GROUP = {name: SHARED.union(column.name for column in module.in_xml) for name, module in MODULES.items()}
_NAMES = {name: tuple(column.name for column in module.in_xml) for name, module in MODULES.items()}
_OF_HEADER = _IN_GROUP["Header"].union(*(_IN_GROUP[name] for name in IN_HEADER))


def sheets(file: SourceFile) -> dict[str, Sheet]:
    """Every module as a sheet, with or without rows; what is told of the whole file stands with the Header.

    Raises Refused for a file without children, and as `xml_text.elements` does.
    """
    found = _Found(file.name)
    for element in xml_text.elements(file.data(), file.name, {CHILD}):
        found.take(element)
    if not found.children:
        what = f"the file has no element {CHILD}"
        raise refused(file.name, what, "export it again from the case system: a return has one for each child")
    made = {name: found.sheet(name) for name in MODULES}
    made["Header"].issues[:0] = found.issues()
    made["Header"].refused += len(found.empty)
    return made


class _Found:
    """Rows of every module as they are met: the cells that are filled, and the line of the element."""

    def __init__(self, file: str) -> None:
        self.children = 0
        self.empty: list[int] = []
        self._file = file
        self._rows: dict[str, list[tuple[str | None, ...]]] = {name: [] for name in MODULES}
        self._lines: dict[str, list[int]] = {name: [] for name in MODULES}
        self._unknown: dict[str, tuple[int, int]] = {}
        self._again: dict[str, tuple[int, int]] = {}
        self._by_content: dict[str, tuple[int, str]] = {}

    def take(self, child: Element) -> None:
        """One child: its header, what stands in it without a group, and every group."""
        self.children += 1
        if not child.children:
            self.empty.append(child.line)
        groups: list[Element] = []
        shared: Cells | None = None
        for part in child.children:
            if part.tag == HEADER:
                cells, inner = self._parted(part, _OF_HEADER)
                shared = {name: cells[name] for name in SHARED & cells.keys()} if shared is None else shared
                groups += inner
                self._header(part.line, cells)
            elif part.children or part.tag in GROUPS:
                groups.append(part)
            else:
                self._count(self._unknown, part)
        for group in groups:
            self._group(group, shared or {})

    def _header(self, line: int, cells: Cells) -> None:
        if not cells:
            self.empty.append(line)
            return
        self._row("Header", line, cells)
        if cells.get("UASC") == "1" or "DUC" in cells:
            self._row("UASC", line, cells)
        for name in ("OC3", "AD1"):
            if not MODULES[name].own.isdisjoint(cells):
                self._row(name, line, cells)

    def _group(self, group: Element, shared: Cells) -> None:
        module = GROUPS.get(group.tag) or self._by_columns(group)
        if not module:
            self._count(self._unknown, group)
        elif group.children:
            cells, inner = self._parted(group, _IN_GROUP[module])
            self._row(module, group.line, {**shared, **cells})
            for strange in inner:
                self._count(self._unknown, strange)

    def _row(self, module: str, line: int, cells: Cells) -> None:
        self._lines[module].append(line)
        self._rows[module].append(tuple(map(cells.get, _NAMES[module])))

    def _by_columns(self, group: Element) -> str:
        """The module whose columns a group of an unknown name holds."""
        given = {RENAMED.get(cell.tag, cell.tag) for cell in group.children} - SHARED
        module = next((name for name, module in MODULES.items() if given and given <= module.own), "")
        if module:
            self._by_content.setdefault(group.tag, (group.line, module))
        return module

    def _parted(self, group: Element, columns: frozenset[str]) -> tuple[Cells, list[Element]]:
        """The filled cells of a group, and the groups in it."""
        cells: Cells = {}
        inner: list[Element] = []
        for cell in group.children:
            if cell.children or cell.tag in GROUPS:
                inner.append(cell)
                continue
            name = RENAMED.get(cell.tag, cell.tag)
            if name not in columns:
                self._count(self._unknown, cell)
            elif name in cells:
                self._count(self._again, cell)
            elif cell.text:
                cells[name] = cell.text
        return cells, inner

    def _count(self, told: dict[str, tuple[int, int]], element: Element) -> None:
        line, count = told.get(element.tag, (element.line, 0))
        told[element.tag] = line, count + 1

    def sheet(self, name: str) -> Sheet:
        """The rows of a module as CSV would have them."""
        heads = [column.lower() for column in _NAMES[name]]
        cells = zip(*self._rows[name], strict=True) if self._rows[name] else [()] * len(heads)
        columns = {head: pa.array(texts, pa.string()) for head, texts in zip(heads, cells, strict=True)}
        lines = np.array(self._lines[name], np.int64)
        return clean(Sheet(self._file, columns, lines), calculable=False)

    def issues(self) -> Iterator[Issue]:
        """What is told of elements, once a name, and of modules that no child has."""
        found = [(line, "the child has no id and nothing else, so it was left out") for line in self.empty]
        yield from listed(self._file, "CHILDID", found, "give every child its id", "error")
        for tag, (line, count) in self._unknown.items():
            what = f"the element {tag} is not part of the return and was left out ({count:,} times)"
            yield Issue(self._file, line, "", what, "nothing need be done unless it is misspelt", "warning")
        for tag, (line, count) in self._again.items():
            what = f"the element {tag} stands more than once in one group ({count:,} times); the first is taken"
            yield Issue(self._file, line, "", what, "give each group one", "warning")
        for tag, (line, module) in self._by_content.items():
            what = f"the element {tag} is read as {module}, whose columns it holds"
            yield Issue(self._file, line, "", what, "nothing need be done", "warning")
