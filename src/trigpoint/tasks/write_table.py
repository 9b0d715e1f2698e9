"""Write a table as .csv, .parquet or .json, aside first, so that a file is there whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq


class OutputError(ValueError):
    """A file that cannot be written."""


class EndingError(OutputError):
    """A name whose ending does not say how to write the file."""


def checked_ending(path: Path) -> Path:
    """The path, if its ending says how to write it. Raises EndingError."""
    if path.suffix.lower() not in _WRITERS:
        raise EndingError(f"{path.name} has no ending that says how to write it: use .csv, .parquet or .json.")
    return path


def write_table(table: pa.Table, path: Path) -> None:
    """Write by the ending of the name. Raises OutputError."""
    write_aside(checked_ending(path), lambda aside: _WRITERS[path.suffix.lower()](table, aside))


def write_aside(path: Path, write: Callable[[Path], None]) -> None:
    """Have `write` make the file under another name, then give it its own. Raises OutputError."""
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(aside)
        os.replace(aside, path)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}; choose another place.") from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _csv(table: pa.Table, path: Path) -> None:
    pc.write_csv(table, path, pc.WriteOptions(quoting_style="needed"))


def _parquet(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd")


def _json(table: pa.Table, path: Path) -> None:
    rows = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


_WRITERS: dict[str, Callable[[pa.Table, Path], None]] = {".csv": _csv, ".parquet": _parquet, ".json": _json}
