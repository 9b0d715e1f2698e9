"""The mapping file: what a council writes and what it means, one row each, for the analyst to edit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trigpoint.sources.file import SourceFile, look
from trigpoint.sources.issue import Issue, Refused

HEADINGS = ("list", "column", "what is written", "what is meant")
EMPTY = "(empty)"
"""Stands as what is meant where a spelling means that nothing is known."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Meaning:
    """One row. It holds within one list (`*` is every list) and column (empty is a heading, `*` every column)."""

    within: str
    column: str
    written: str
    meant: str
    row: int = 0

    @property
    def line(self) -> str:
        """The row as it stands in the file."""
        made = io.StringIO()
        csv.writer(made, lineterminator="").writerow(_cells(self))
        return made.getvalue()


@dataclass(frozen=True)
class UnknownSpelling(Issue):
    """A heading or a code that nobody has explained yet, with the row of a mapping file that would explain it."""

    meaning: Meaning = Meaning("", "", "", "")


def is_mapping(file: SourceFile) -> bool:
    """Whether the headings of a file are those of a mapping file."""
    return file.kind == "csv" and set(HEADINGS) <= {heading.lower() for heading in file.headings}


def beside(path: Path) -> SourceFile | None:
    """The mapping file in the same folder; of several the first by name."""
    for other in sorted(path.resolve().parent.glob("*.[cC][sS][vV]")):
        try:
            file = look(other, other.name)
        except Refused:
            continue
        if is_mapping(file):
            return file
    return None


def read(file: SourceFile) -> list[Meaning]:
    """The rows that are filled in; one without a meaning waits for the analyst. Raises Refused."""
    sheet = file.sheet()
    columns = [sheet.columns[heading].to_pylist() for heading in HEADINGS]
    found = []
    for number, cells in zip(sheet.rows, zip(*columns, strict=True), strict=True):
        where, column, written, meant = ("" if cell is None else str(cell) for cell in cells)
        if written and meant:
            where = where.lower().removeprefix("list").strip() or "*"
            found.append(Meaning(where, column, written, meant, int(number)))
    return found


def write(unknown: Iterable[Issue], path: Path, before: Path | None = None) -> None:
    """Write a mapping file for the unknown spellings among some issues, suggestions filled in.

    The rows of the mapping file `before`, where there is one, are kept and come first. Raises OSError.
    """
    fresh = [issue.meaning for issue in unknown if isinstance(issue, UnknownSpelling)]
    rows = list(dict.fromkeys(_cells(meaning) for meaning in (*_kept(before), *fresh)))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(rows)


def _kept(path: Path | None) -> list[Meaning]:
    try:
        file = look(path, path.name) if path and path.exists() else None
        return read(file) if file and is_mapping(file) else []
    except Refused:
        return []


def _cells(meaning: Meaning) -> tuple[str, str, str, str]:
    """Cells that no spreadsheet takes for a formula; reading takes the apostrophe away."""
    texts = (meaning.within, meaning.column, meaning.written, meaning.meant)
    first, second, third, fourth = (f"'{text}" if text.startswith(_FORMULA) else text for text in texts)
    return first, second, third, fourth
