"""The tables of the pages as sheets: what is printed, numbers as numbers, second lines in a column of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trigpoint.reports.block import Cell, Column, Row, Table, flat
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.workbook import Entry, Number, WorkSheet

_ELSEWHERE = ("score", "data", "nd", "traces")
"""Looks of tables whose numbers stand in the sheets of measures, figures and comparators."""
_ILLEGAL = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST = 31


def table_sheets(report: Report, taken: Sequence[str]) -> list[WorkSheet]:
    """A sheet for each table that no other sheet holds, its name unlike those `taken`."""
    names = {name.lower() for name in taken}
    sheets = []
    for page, table in _tables(report):
        name = _name(table.title or page.title, names)
        names.add(name.lower())
        sheet = _sheet(page, table, name)
        if sheet.rows:
            sheets.append(sheet)
    return sheets


def _tables(report: Report) -> Iterator[tuple[Sheet, Table]]:
    for page in report.pages:
        for block in flat(page.blocks):
            if isinstance(block, Table) and block.look.split()[0] not in _ELSEWHERE:
                yield page, block


def _name(title: str, taken: set[str]) -> str:
    """A legal sheet name from a title: at most 31 letters, unlike the others in any case of letters."""
    plain = " ".join(title.translate(_ILLEGAL).split()) or "Table"
    plain = "Table " + plain if plain.lower() == "history" else plain
    name, number = plain[:_LONGEST].strip(), 2
    while name.lower() in taken:
        end = f" {number}"
        name, number = plain[: _LONGEST - len(end)].strip() + end, number + 1
    return name


def _sheet(page: Sheet, table: Table, name: str) -> WorkSheet:
    grouped = any(group.title for group in table.groups)
    rows = [(group.title, list(_spread(row, len(table.columns)))) for group in table.groups for row in group.rows]
    kept = [
        place for place, column in enumerate(table.columns) if _is_kept(column, [cells[place] for _, cells in rows])
    ]
    beside = {place for place in kept if any(_beside(cells[place]) for _, cells in rows)}
    heads = ["Group"] if grouped else []
    for place in kept:
        head = _head(table.columns[place])
        heads += [head, f"{head}: note"] if place in beside else [head]
    entries = []
    for title, cells in rows:
        said: list[Entry] = [title] if grouped else []
        for place in kept:
            said += [_entry(cells[place]), _beside(cells[place])] if place in beside else [_entry(cells[place])]
        if any(said[grouped:]):
            entries.append(tuple(said))
    about = " ".join(part for part in (f"As printed on the page {page.title}.", table.sub, *table.notes) if part)
    return WorkSheet(name, table.title or page.title, about, _unlike(heads), tuple(entries), fixed=1 + grouped)


def _spread(row: Row, many: int) -> Iterator[Cell]:
    """A cell a column: what spans stands in the first of its columns."""
    cells = [each for cell in row.cells for each in (cell, *(Cell() for _ in range(cell.span - 1)))]
    yield from (cells + [Cell()] * many)[:many]


def _is_kept(column: Column, cells: Sequence[Cell]) -> bool:
    """Columns of drawings only repeat numbers."""
    return column.kind != "picture" or any(cell.plain for cell in cells)


def _entry(cell: Cell) -> Entry:
    if cell.value is not None:
        return Number(cell.value, cell.unit)
    return cell.text or "; ".join(mark.words for mark in cell.marks)


def _beside(cell: Cell) -> str:
    """What a cell says beside its text or number."""
    marks = [mark.words for mark in cell.marks] if cell.text or cell.value is not None else []
    return "; ".join(part for part in (*cell.tags, *marks, *cell.sub) if part)


def _head(column: Column) -> str:
    return " ".join(part for part in (column.year, column.head, column.sub) if part) or "Column"


def _unlike(heads: Sequence[str]) -> tuple[str, ...]:
    """Heads that differ from each other in any case of letters, as tables of workbooks need."""
    taken: set[str] = set()
    unlike = []
    for head in heads:
        name, number = head, 2
        while name.lower() in taken:
            name, number = f"{head} ({number})", number + 1
        taken.add(name.lower())
        unlike.append(name)
    return tuple(unlike)
