"""A file that a person gave: what it is by its content, its hash, its headings, its rows."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trigpoint.sources import csv_text, parquet_file, xml_text
from trigpoint.sources.csv_checks import BOM, EXPORT_AGAIN
from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_FILE_BYTES, MAX_RECORD_BYTES
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.workbook_archive import is_small_listing

FileKind = Literal["csv", "parquet", "xml", "json", "workbook"]

_UNZIP = "unzip it first and load the files in it; from an Excel workbook save each sheet as 'CSV UTF-8'"
_EXPLAIN = "check the headings, explain them in a mapping file, or save each sheet as 'CSV UTF-8' and load the files"
_SAVE_AS = "save it as 'CSV UTF-8 (Comma delimited)' and load that file"
_ARCHIVES = {
    b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"PK\x05\x06": "an empty zip archive",
    b"PK\x07\x08": "a zip archive in parts",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Excel workbook or an encrypted one",
}
_OTHERS = {b"%PDF": "a PDF document"}
_STRUCTURED: dict[bytes, FileKind] = {b"<": "xml", b"{": "json", b"[": "json"}
_WORKBOOK_PARTS = {"xl/workbook.xml", "content.xml"}
"""What an Excel workbook and an OpenDocument spreadsheet hold and no other archive does."""
_UNRECOGNISED: dict[FileKind, tuple[str, str]] = {
    "xml": ("the file is XML or HTML, not CSV or Parquet, and no return that is known", _SAVE_AS),
    "json": ("the file is JSON, not CSV or Parquet, and no payload that is known", _SAVE_AS),
    "workbook": ("no sheet of the workbook is a list that is known", _EXPLAIN),
}


@dataclass(frozen=True)
class SourceFile:
    """A file as it stood when it was first looked at. `name` is what the person is shown.

    `headings` are those of a table's first row, and of XML the name of its outermost element. `first_row` is the
    number of its first row of data: 2 as Excel shows a file, 1 in a table that has no row of headings.
    """

    path: Path
    name: str
    size: int
    sha256: str
    kind: FileKind
    headings: tuple[str, ...]
    first_row: int = 2

    @property
    def heading_row(self) -> int | None:
        """Number of the row that holds the headings, if one does."""
        return 1 if self.first_row > 1 else None

    @property
    def is_table(self) -> bool:
        """Whether it has headings and rows."""
        return self.kind in {"csv", "parquet"}

    def has(self, heading: str) -> bool:
        """Whether a column has this heading, case ignored."""
        return heading.lower() in {given.lower() for given in self.headings}

    def data(self) -> bytes:
        """The content. Raises Refused when the file cannot be read or is not the file that was looked at."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise refused(
                self.name, f"the file cannot be opened ({error.strerror})", "check that it is still there"
            ) from None
        if hashlib.sha256(data).hexdigest() != self.sha256:
            mend = "wait until whatever writes it has ended, then load again"
            raise refused(self.name, "the file changed while it was being loaded", mend)
        return data

    def sheet(self) -> Sheet:
        """The rows of a CSV or Parquet file. Raises Refused as `data` does."""
        data = self.data()
        if self.kind == "csv":
            return csv_text.read(data, self.name)
        return parquet_file.read(data, self.name, self.first_row)

    def unrecognised(self) -> Refused | None:
        """The refusal of a structured file that no format knows; None for a table, which is told by its headings."""
        if self.kind == "xml" and not any(self.headings):
            what = "the file is XML or HTML that is not well-formed or declares a document type"
            return refused(self.name, what, "export it again from the case system, without a line <!DOCTYPE ...>")
        return refused(self.name, *_UNRECOGNISED[self.kind]) if self.kind in _UNRECOGNISED else None


def look(path: Path, name: str) -> SourceFile:
    """What a file is, by its first bytes and headings. Raises Refused for what no format reads."""
    try:
        if not path.is_file():
            raise refused(name, "this is not an ordinary file", "give a file or a folder that exists")
        size, head, sha256 = _measure(path, name)
    except OSError as error:
        raise refused(name, f"the file cannot be opened ({error.strerror})", "check its name and permissions") from None
    if head.startswith(parquet_file.MAGIC):
        return SourceFile(path, name, size, sha256, "parquet", parquet_file.header(str(path), name))
    if is_workbook(path):
        return SourceFile(path, name, size, sha256, "workbook", ())
    if what := archive(head):
        raise refused(name, f"the file is {what}", _UNZIP)
    text = head.removeprefix(BOM).lstrip()
    if what := _begins(text, _OTHERS):
        raise refused(name, f"the file is {what}, not CSV or Parquet", _SAVE_AS)
    if kind := _STRUCTURED.get(text[:1]):
        headings = (xml_text.root(head),) if kind == "xml" else ()
        return SourceFile(path, name, size, sha256, kind, headings)
    return SourceFile(path, name, size, sha256, "csv", csv_text.header(head, name))


def archive(head: bytes) -> str:
    """What kind of archive or workbook begins with these bytes; empty when none."""
    return "a tar archive" if head[257:262] == b"ustar" else _begins(head, _ARCHIVES)


def is_workbook(path: Path) -> bool:
    """Whether the content of a file is an Excel workbook or an OpenDocument spreadsheet, whatever its name."""
    try:
        if not is_small_listing(path):
            return False
        with zipfile.ZipFile(path) as opened:
            return not _WORKBOOK_PARTS.isdisjoint(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def is_archive(path: Path) -> bool:
    """Whether the content of a file is an archive or a workbook, whatever its name."""
    try:
        with path.open("rb") as opened:
            return bool(archive(opened.read(512)))
    except OSError:
        return False


def _begins(head: bytes, signs: dict[bytes, str]) -> str:
    return next((what for sign, what in signs.items() if head.startswith(sign)), "")


def _measure(path: Path, name: str) -> tuple[int, bytes, str]:
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        what = f"the file is larger than {MAX_FILE_BYTES // 1_000_000:,} MB"
        raise refused(name, what, "split it by authority, or leave out columns that are not needed")
    with path.open("rb") as opened:
        head = opened.read(MAX_RECORD_BYTES + len(BOM) + 1)
        opened.seek(0)
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    if not head.removeprefix(BOM).strip():
        raise refused(name, "the file is empty", EXPORT_AGAIN)
    return size, head, sha256
