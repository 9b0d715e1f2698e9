"""What the first elements of a file say: whether it is a children in need census, and of which year."""

from __future__ import annotations

from datetime import date

from trigpoint.records.returns import cin_census
from trigpoint.sources import xml_text
from trigpoint.sources.cin_census.rows import Reader, Row
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.ssda903.modules import collection_year
from trigpoint.sources.xml_text import Element

YEARS = range(2017, 2027)
"""Collection years whose census is known, by the year in which they end."""

COLLECTION = "CIN"
_ROOT = "Message"
_PROLOGUE = 4_096
_SIGN = b">CIN<"
_ITEMS = {"CollectionDetails": ("Collection", "Year", "ReferenceDate"), "Source": ("LEA",)}
_MEND = "correct the Header, or export the census again"


def is_census(file: SourceFile) -> bool:
    """Whether a file is a census by its first elements. Raises Refused when they cannot be read as XML."""
    if file.kind != "xml" or not _may_be(file):
        return False
    try:
        return _says_so(file)
    except Refused:
        # cut off or with a document type it is a census still, and reading it refuses the whole load
        if _SIGN in file.data()[:_PROLOGUE]:
            return True
        raise


def _says_so(file: SourceFile) -> bool:
    """By the Collection of the Header; without one by the first child."""
    first = next(xml_text.elements(file.data(), file.name, ("Header", "Child")), None)
    if first is None:
        return False
    header = header_row(first, Reader(file.name)) if first.tag == "Header" else None
    if header and (said := header.cells.get("Collection")):
        return bool(said.strip().upper() == COLLECTION)
    one = next(xml_text.elements(file.data(), file.name, ("Child",)), None)
    return one is not None and one.first("ChildIdentifiers") is not None


def _may_be(file: SourceFile) -> bool:
    """Where a document type comes first the outermost element is not known, and the census is refused for having it."""
    return file.headings == (_ROOT,) or (file.headings == ("",) and b"<Message" in file.data()[:_PROLOGUE])


def header_row(element: Element, reader: Reader) -> Row:
    """The Header as the one row of its module."""
    row = Row(cin_census.Header, {}, element.line)
    for group in element.children:
        for item in group.children:
            if item.tag in _ITEMS.get(group.tag, ()):
                reader.put(row, item.tag, item)
    return row


def year_of(file: SourceFile) -> int:
    """The year in which the collection ends. Raises Refused when the file does not say it, or is not known."""
    first = next(xml_text.elements(file.data(), file.name, ("Header",)), None)
    return year(header_row(first, Reader(file.name)) if first else None, file.name)


def year(header: Row | None, file: str) -> int:
    """The year of a Header: its Year, else the collection year of its ReferenceDate."""
    day: date | None = header.cells.get("ReferenceDate") if header else None
    said: int | None = header.cells.get("Year") if header else None
    found = said or (collection_year(day) if day else None)
    line = header.line if header else None
    if found is None:
        what = "the file does not say of which year it is: it has neither Year nor ReferenceDate that can be read"
        raise refused(file, what, _MEND, row=line, column="Year")
    if found not in YEARS:
        what = f"the file is of the year {found}, and the census is known from {YEARS[0]} to {YEARS[-1]}"
        raise refused(file, what, _MEND, row=line, column="Year")
    return found
