"""The census read: recognised by its first elements, taken child by child, with what is wrong in it told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trigpoint.records.codes import code_set
from trigpoint.records.returns import ReturnColumn, ReturnRow, cin_census
from trigpoint.sources import xml_text
from trigpoint.sources.cin_census import header
from trigpoint.sources.cin_census.given import Given
from trigpoint.sources.cin_census.records import MODULES, Records
from trigpoint.sources.cin_census.rows import Reader, Row
from trigpoint.sources.cin_census.specimen import carried
from trigpoint.sources.code_check import unknown_codes
from trigpoint.sources.columns import pc
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, refused
from trigpoint.sources.part import Part
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.ssda903.modules import label, last_day

CENSUS = "census"
"""The one kind of file that there is."""

_FLAGS = {"ReferralNFA", "ICPCnotRequired"}
_YES_NO = {"0", "1", "TRUE", "FALSE"}


@dataclass(frozen=True)
class _Census:
    """A whole census: its rows as given, its record tables, and who tells what was wrong."""

    file: str
    year: int
    header: Row | None
    given: Given
    records: Records
    reader: Reader


def recognise(file: SourceFile) -> str:
    """`census` for a children in need census. Raises Refused when it cannot be read as XML."""
    return CENSUS if header.is_census(file) else ""


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that a census gives."""
    return set(MODULES) if CENSUS in kinds else set()


def year(files: Mapping[str, SourceFile]) -> int | None:
    """The year in which the collection ends."""
    return header.year_of(files[CENSUS])


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of a census, one part each, then its modules as they were given.

    Raises Refused before the first when the file cannot be taken.
    """
    census = _taken(files[CENSUS])
    for name, modules in MODULES.items():
        issues = [issue for module in modules for issue in _issues(census, module)]
        yield replace(census.records.part(name, authority, issues), columns=carried()[name])
    yield from census.given.parts(authority, census.year, census.file)


def _taken(file: SourceFile) -> _Census:
    given, records, reader = Given(), Records(file.name), Reader(file.name)
    top: Row | None = None
    children = 0
    for element in xml_text.elements(file.data(), file.name, ("Header", "Child")):
        if element.tag == "Header":
            if top is None:
                top = header.header_row(element, reader)
                given.add([top], None)
            continue
        children += 1
        rows = reader.child(element)
        who = (row.cells.get("LAchildID") for row in rows if row.module is cin_census.ChildIdentifiers)
        child = next(filter(None, who), None)
        # a child without id stays one child to the rules of the return, under the line where it stands
        given.add(rows, child or f"(line {element.line})")
        records.add(child, element.line, rows)
    if not children:
        raise refused(file.name, "the census has no Child in it", "export it again from the case system")
    return _Census(file.name, header.year(top, file.name), top, given, records, reader)


def _issues(census: _Census, module: type[ReturnRow]) -> Iterator[Issue]:
    """Everything to be told of a module: its cells, its rows, its codes."""
    if module is cin_census.Header:
        yield from _of_the_year(census)
        yield from census.reader.strange()
    yield from census.reader.issues(module)
    yield from census.records.issues(module)
    rows = np.array(census.given.lines(module), np.int64)
    for name, column in module.columns.items():
        yield from _of_codes(census, module, name, column, rows)


def _of_the_year(census: _Census) -> Iterator[Issue]:
    day = census.header.cells.get("ReferenceDate") if census.header else None
    if day and day != last_day(census.year):
        what = f"the reference date is {day} and the census is taken as that of {label(census.year)}"
        mend = "correct the Year or the ReferenceDate"
        yield Issue(census.file, census.header.line if census.header else None, "ReferenceDate", what, mend, "warning")


def _of_codes(
    census: _Census, module: type[ReturnRow], name: str, column: ReturnColumn, rows: NDArray[np.int64]
) -> Iterator[Issue]:
    """Codes that the census of the year does not take, and items that it does not have."""
    if not (column.is_coded or name in _FLAGS):
        return
    found = pc.utf8_upper(census.given.texts(module, name))
    if column.holds_in(census.year):
        codes = _YES_NO if name in _FLAGS else code_set(column.codes, census.year).keys()
        where = "0, 1, true and false" if name in _FLAGS else f"the code set {column.codes} of {label(census.year)}"
        yield from unknown_codes(Sheet(census.file, {}, rows), name, found, codes, where)
    elif found.null_count < len(found):
        since = f"from {label(column.since)}" if column.since > census.year else f"up to {label(column.until)}"
        what = f"{name} is collected {since}, and this census is of {label(census.year)}"
        yield Issue(census.file, None, name, what, "check the Year of the Header", "warning")
