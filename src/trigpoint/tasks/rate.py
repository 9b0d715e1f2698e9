"""Judge a table of already published figures by the targets and bands that stand beside them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from trigpoint.judgement.faults import Faults
from trigpoint.judgement.rate_rows import ADDED, COLUMNS, NEEDED, RateError, rate_row
from trigpoint.tasks.write_table import EndingError, write_aside

Row = dict[str, str]
_MORE = "\0"  # the key of cells beyond the last heading
MOST = 200_000
"""Rows of one table; a table of published figures has a few hundred."""


def rate(file: Path, out: Path) -> int:
    """Write the rows of `file` with `judgement`, `state`, `trend`, `direction` and `note`; how many there are.

    Raises Faults (nothing is written), EndingError and OutputError.
    """
    if out.suffix.lower() != ".csv":
        raise EndingError(f"{out.name} is no name of a table: end it in .csv.")
    columns, rows = read(file)
    judged = list(_judged(file.name, rows))
    write_rows([*(name for name in columns if name not in ADDED), *ADDED], judged, out)
    return len(judged)


def read(file: Path) -> tuple[list[str], list[Row]]:
    """Headings and rows of a CSV file as text. Raises Faults."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restkey=_MORE, restval="")
            columns = [name.strip().lower() for name in reader.fieldnames or []]
            _check_headings(file.name, columns)
            reader.fieldnames = columns
            rows = [row for row, _ in zip(reader, range(MOST + 1), strict=False)]
    except OSError as error:
        raise Faults(f"{file.name} cannot be opened ({error.strerror}); check its name.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Faults(f"{file.name} is not CSV text in UTF-8; save it as CSV UTF-8 and give that.") from error
    if not rows or len(rows) > MOST:
        what = f"more than {MOST:,} rows" if rows else "no rows below the headings"
        raise Faults(f"{file.name} has {what}; give a table of published figures.")
    shifted = [number for number, row in enumerate(rows, start=2) if _MORE in row]
    if shifted:
        mend = "put a cell that holds a comma in quotes"
        raise Faults(*(f"{file.name}, row {number}: it has more cells than headings; {mend}." for number in shifted))
    return columns, rows


def write_rows(columns: Sequence[str], rows: Sequence[Mapping[str, str]], out: Path) -> None:
    """Write rows of text as CSV, whole or not at all. Raises OutputError."""

    def write(aside: Path) -> None:
        with aside.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, columns, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    write_aside(out, write)


def _check_headings(file: str, columns: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise Faults(f"{file}, row 1: there is no column {', '.join(missing)}; head the columns {', '.join(COLUMNS)}.")
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise Faults(f"{file}, row 1: column {twice[0]} occurs twice; remove the one not meant.")


def _judged(file: str, rows: Sequence[Row]) -> Iterator[Row]:
    faults: list[str] = []
    for number, row in enumerate(rows, start=2):
        try:
            found = asdict(rate_row(row))
        except RateError as error:
            faults.append(f"{file}, row {number} ({row.get('ref', '').strip() or 'no ref'}), {error}")
            continue
        yield {**row, **found}
    if faults:
        raise Faults(*faults)
