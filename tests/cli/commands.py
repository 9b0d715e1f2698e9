"""What the tests of the command line have in common: a command run as a person types it, and a small store."""

from __future__ import annotations

import hashlib
import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "generative"))

from random_records import random_tables, write_tables

import trigpoint.cli.app as command_line
from trigpoint.tasks.load import load

SEED = 3


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def run(*arguments: object) -> Done:
    """Run `trigpoint ARGUMENTS` in this process; anything but an exit is a fault and is raised as it is."""
    out, err = io.StringIO(), io.StringIO()
    code: int | str | None = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            command_line.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
    assert code is None or isinstance(code, int), code
    return Done(code or 0, out.getvalue(), err.getvalue())


def random_store(home: Path) -> tuple[Path, date]:
    """A store of one authority with random records, and its as-at date."""
    tables, as_at = random_tables(SEED)
    write_tables(tables, home / "files")
    load([home / "files"], home / "store", as_at, authority="A")
    return home / "store", as_at


def people(folder: Path, rows: int = 2) -> Path:
    """A folder of files that can be loaded without a word: people alone."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["pers_person_id,pers_sex,pers_dob", *(f"C{number},F,2012-03-04" for number in range(rows))]
    (folder / "ssd_person.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
