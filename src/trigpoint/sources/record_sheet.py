"""A sheet with the headings of a record table, as a part: converted, unpacked, checked, each row once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.records import TABLES, Field, Table
from trigpoint.records.codes import CODE_SETS
from trigpoint.sources import distinct
from trigpoint.sources.code_check import unknown_codes
from trigpoint.sources.columns import Column, pc
from trigpoint.sources.convert import Converted, convert
from trigpoint.sources.issue import Issue, listed, names, refused, shown
from trigpoint.sources.part import Part, table_of
from trigpoint.sources.sheet import Sheet, keep
from trigpoint.sources.unpack import unpack

_MEND = {
    "date": ("is not a date", "write dates as 2024-03-20"),
    "datetime": ("is not a date and time", "write it as 2024-03-20T14:30"),
    "integer": ("is not a whole number", "write digits only"),
    "scaled": ("is not a number", "write it as 0.5, without signs or units"),
    "json": ("is not the JSON expected", "export the column again, or correct the text"),
}


def part_of(sheet: Sheet, name: str, authority: str, told: Sequence[Issue]) -> Part:
    """The part of one authority that a sheet gives; it carries the columns that the sheet has."""
    table, rows_in = TABLES[name], sheet.rows_in
    _refuse_several_authorities(sheet)
    issues = [*told, *sheet.issues]
    sheet, without_key = _with_key(sheet, table)
    issues += without_key
    columns: dict[str, Column] = {}
    lost: list[Column] = []
    for field in table.fields.values():
        stored, found, unread = _stored(sheet, field)
        columns |= stored
        issues += found
        lost += [unread] if unread is not None else []
    data = table_of(name, authority, columns, len(sheet.rows))
    shared = distinct.sharing_key(data, table.key) if table.key else np.arange(data.num_rows)
    firsts = distinct.first_of_equals(data, shared, lost)
    kept = data if firsts.all() else data.filter(pa.array(firsts))
    issues += _told_of_repeats(sheet, table, data, firsts, shared)
    repeated = int((~firsts).sum())
    return Part(authority, name, kept, rows_in, sheet.refused, repeated, issues, columns=frozenset(columns))


def _refuse_several_authorities(sheet: Sheet) -> None:
    given = sheet.columns.get("authority")
    if given is not None and pc.count_distinct(given).as_py() > 1:
        what = f"the column holds several authorities: {names(map(str, pc.unique(given.drop_null()).to_pylist()))}"
        mend = "put the rows of each authority into a folder of its own"
        raise refused(sheet.file, what, mend, column="authority")


def key_fields(table: type[Table]) -> list[str]:
    """What a row cannot do without: its key, or in a table without one the ids that say whose row it is."""
    if table.key:
        return [table.key]
    return [f.name for f in table.fields.values() if f.required and f.name.endswith("_id")]


def _with_key(sheet: Sheet, table: type[Table]) -> tuple[Sheet, list[Issue]]:
    issues: list[Issue] = []
    for name in key_fields(table):
        missing = np.asarray(sheet.columns[name.lower()].is_null())
        if missing.any():
            found = [(int(row), "the cell is empty, so the row was left out") for row in sheet.rows[missing]]
            issues += listed(sheet.file, name, found, "give every row its id", "error")
            sheet = keep(sheet, ~missing)
            sheet.refused += len(found)
    return sheet, issues


def _stored(sheet: Sheet, field: Field) -> tuple[dict[str, Column], list[Issue], Column | None]:
    """The columns that a field becomes, what is to be told, and the texts that could not be read."""
    given = sheet.columns.get(field.name.lower())
    if field.kind == "json":
        return _unpacked(sheet, field, given)
    if given is None:
        return {}, [], None
    converted = convert(given, field)
    issues = list(_cell_issues(sheet, field, given, converted))
    return {field.name: converted.column}, issues, distinct.unread(given, converted.bad)


def _unpacked(sheet: Sheet, field: Field, given: Column | None) -> tuple[dict[str, Column], list[Issue], Column | None]:
    """Columns already unpacked stand; what they lack comes from the JSON text."""
    ready = {s: convert(sheet.columns[s.lower()], field).column for s in field.stored if s.lower() in sheet.columns}
    if given is None:
        return ready, [], None
    found = unpack(given, field)
    issues = list(_bad_cells(sheet, field, given, found.bad))
    if found.unknown:
        what = f"keys that are not part of the standard were left out: {names(sorted(found.unknown))}"
        issues.append(
            Issue(sheet.file, None, field.name, what, "nothing need be done unless one is misspelt", "warning")
        )
    return {**found.columns, **ready}, issues, distinct.unread(given, found.bad)


def _cell_issues(sheet: Sheet, field: Field, given: Column, converted: Converted) -> Iterator[Issue]:
    yield from _bad_cells(sheet, field, given, converted.bad)
    if converted.rounded.size:
        what = f"the cell {{}} has more decimals than are kept and was rounded to 1/{field.per}"
        found = _found(sheet, given, converted.rounded, what)
        yield from listed(sheet.file, field.name, found, "nothing need be done if that is near enough", "warning")
    if field.required:
        yield from _empty(sheet, field, given)
    if field.codes in CODE_SETS:
        codes = {code.code for code in CODE_SETS[field.codes]}
        yield from unknown_codes(sheet, field.name, given, codes, f"the code set {field.codes}")


def _empty(sheet: Sheet, field: Field, given: Column) -> Iterator[Issue]:
    empty = np.flatnonzero(np.asarray(given.is_null()))
    if empty.size:
        what = f"{empty.size:,} rows have no value here, which the table needs; the first is row {sheet.rows[empty[0]]}"
        yield Issue(sheet.file, int(sheet.rows[empty[0]]), field.name, what, "fill it in the case system", "warning")


def _bad_cells(sheet: Sheet, field: Field, given: Column, bad: NDArray[np.int64]) -> Iterator[Issue]:
    if bad.size:
        what, mend = _MEND[field.kind]
        found = _found(sheet, given, bad, f"{{}} {what}; the cell is taken as missing")
        yield from listed(sheet.file, field.name, found, mend, "error")


def _found(sheet: Sheet, given: Column, places: NDArray[np.int64], what: str) -> list[tuple[int, str]]:
    texts = given.take(pa.array(places)).cast(pa.string()).to_pylist()
    return [(int(sheet.rows[at]), what.format(shown(text))) for at, text in zip(places, texts, strict=True)]


def _told_of_repeats(
    sheet: Sheet, table: type[Table], data: pa.Table, firsts: NDArray[np.bool_], shared: NDArray[np.int64]
) -> Iterator[Issue]:
    again = np.flatnonzero(~firsts)
    if again.size:
        row = int(sheet.rows[again[0]])
        what = f"{again.size:,} rows are equal to another in every column and were counted once; the first is row {row}"
        yield Issue(sheet.file, row, "", what, "remove the copies in the export", "warning")
    if not table.key:
        return
    sharing = distinct.sharing_key(data.filter(pa.array(firsts)), table.key) if again.size else shared
    if sharing.size:
        rows = sheet.rows[firsts]
        what = f"{sharing.size:,} different rows share their id with another; the first is row {rows[sharing[0]]}"
        yield Issue(sheet.file, int(rows[sharing[0]]), table.key, what, "all are kept; correct the ids", "warning")
