"""Rows of a file as text, each with the number that Excel shows, from CSV or a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.sources.aggregates.columns import NAMES, NEEDED, NUMBERS
from trigpoint.sources.file import look
from trigpoint.sources.issue import Issue, names, refused
from trigpoint.sources.sheet import repeated

ZIP = b"PK\x03\x04"
MAX_LINES = 20_000
"""Rows that people supply at once; more is another kind of file."""


@dataclass(frozen=True)
class Line:
    """One row: `cells` by column, trimmed, empty ones left out; dates written 2026-03-31."""

    row: int
    cells: Mapping[str, str]


@dataclass
class Lines:
    """The rows of a file that are not empty, and what is worth knowing of the file."""

    file: str
    lines: list[Line]
    issues: list[Issue] = field(default_factory=list)


def is_zip(path: Path) -> bool:
    """Whether the file begins like a workbook."""
    try:
        with path.open("rb") as opened:
            return opened.read(len(ZIP)) == ZIP
    except OSError:
        return False


def from_csv(path: Path, file: str) -> Lines:
    """Rows of a CSV file. Raises Refused."""
    source = look(path, file)
    if source.kind != "csv":
        raise refused(file, "the file is Parquet", "give a CSV file or the filled template")
    sheet = source.sheet()
    if broken := [issue for issue in sheet.issues if issue.kind == "error"]:
        raise refused(file, broken[0].what, broken[0].mend, row=broken[0].row)
    places, issues = headings([name.strip() for name in sheet.columns], file)
    texts: dict[str, list[Any]] = {
        ours: pa.array(sheet.columns[theirs]).to_pylist()
        for ours, theirs in zip(places.values(), (list(sheet.columns)[p] for p in places), strict=True)
    }
    found = [
        Line(int(row), {name: tidy(column[place]) for name, column in texts.items() if column[place]})
        for place, row in enumerate(sheet.rows)
    ]
    return limited(Lines(file, found, issues))


def headings(given: Sequence[str], file: str) -> tuple[dict[int, str], list[Issue]]:
    """Our column by the place of its heading; case and blanks do not matter. Raises Refused when one is missing."""
    found = {place: heading.strip().lower().replace(" ", "_") for place, heading in enumerate(given)}
    if twice := repeated([name for name in found.values() if name in NAMES]):
        raise refused(file, f"a heading occurs more than once: {names(twice)}", "remove the column not meant", row=1)
    missing = [name for name in NEEDED if name not in found.values()]
    if missing or not set(NUMBERS) & set(found.values()):
        what = f"there is no column {names(missing or ['value'])}"
        raise refused(file, what, f"give the columns {', '.join(NAMES)} with these headings in row 1", row=1)
    others = [given[place] for place, name in found.items() if name and name not in NAMES]
    issues = [
        Issue(file, 1, other.strip(), "this column is not known and was left out", "remove or rename it", "warning")
        for other in others[:20]
    ]
    return {place: name for place, name in found.items() if name in NAMES}, issues


def limited(lines: Lines) -> Lines:
    """The lines, unless there are none or too many to have been supplied by people."""
    if not lines.lines:
        raise refused(lines.file, "there are no rows below the headings", "fill in at least one row")
    if len(lines.lines) > MAX_LINES:
        raise refused(lines.file, f"there are more than {MAX_LINES:,} rows", "split the file by year or by measure")
    return lines


def tidy(text: str) -> str:
    """Text on one line: every run of blanks and line breaks is one blank, what cannot be printed is a question mark."""
    return "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
