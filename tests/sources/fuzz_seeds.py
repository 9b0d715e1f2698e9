"""Small good files of every format, from which broken ones are made; and what may come of a broken one."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.measures import EVERY
from trigpoint.sources import Refused, aggregates, plan
from trigpoint.sources.formats import formats

CORPUS = Path(__file__).parent / "corpus"
"""Inputs that once found a fault, a folder a seed: replayed in every run."""

Seeds = Mapping[str, tuple[str, bytes]]
"""By name: the file's name, which matters to the dataset alone, and its content."""

SUPPLIED = "supplied"
"""How the names of files of supplied figures begin, which the other reader takes."""

_WORDS = (
    *(b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"''", b",", b"\r\n", b"<", b">", b"&lt;", b"&x;", b"]]>"),
    *(b"<!--", b"<!DOCTYPE a>", b"<![CDATA[", b"{", b"}", b"[", b"]", b"null", b"true", b"-", b"1e999", b"9" * 400),
    *(b"0", b"\\u0000", b"31/02/2025", b"0000-00-00", b"9999-12-31", b"2025-02-30", b"=1+1", b"@x", b"A" * 40_000),
    "\N{PILE OF POO}".encode(),
)


def broken(chance: random.Random, seed: bytes) -> bytes:
    """The seed with one to four faults: bytes changed, cut out, doubled, put elsewhere, or the end lost."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 1, 2, 8, 60, 400)))
        chance.choice(_FAULTS)(chance, data, start, end)
    return bytes(data)


def broken_inside(chance: random.Random, seed: bytes) -> bytes:
    """An archive whose list and sums are right, with one of its parts broken."""
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = broken(chance, parts[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _change(chance: random.Random, data: bytearray, start: int, end: int) -> None:
    data[start:end] = chance.randbytes(end - start)


def _word(chance: random.Random, data: bytearray, start: int, end: int) -> None:
    data[start : chance.choice((start, end))] = chance.choice(_WORDS)


def _cut(_: random.Random, data: bytearray, start: int, end: int) -> None:
    del data[start:end]


def _double(chance: random.Random, data: bytearray, start: int, end: int) -> None:
    data[start:start] = data[start:end] * chance.choice((1, 2, 30))


def _move(chance: random.Random, data: bytearray, start: int, end: int) -> None:
    piece = data[start:end]
    del data[start:end]
    place = chance.randrange(len(data) + 1)
    data[place:place] = piece


def _end(_: random.Random, data: bytearray, start: int, __: int) -> None:
    del data[start:]


Fault = Callable[[random.Random, bytearray, int, int], None]
_FAULTS: tuple[Fault, ...] = (_change, _word, _word, _cut, _double, _move, _end)


def taken(home: Path, name: str, content: bytes) -> bool:
    """Read a file as a load would: whole and in order, or refused in sentences. Anything else is a fault."""
    path = home / name
    path.write_bytes(content)
    try:
        if name.startswith(SUPPLIED):
            aggregates.read(path, EVERY).table.validate(full=True)
            return True
        parts = list(plan([path], "Anyshire").parts())
    except Refused as refusal:
        if not refusal.issues or not all(one.what and one.mend and "\n" not in str(one) for one in refusal.issues):
            raise AssertionError(f"no sentence says what is wrong: {refusal}") from refusal
        return False
    for part in parts:
        assert part.is_return or part.rows_in == part.data.num_rows + part.refused + part.repeated
        part.data.validate(full=True)
    return True


def written(home: Path, source: str, tables: Mapping[str, pa.Table], **how: Any) -> Path:
    """The first file that a format writes of some record tables."""
    home.mkdir(parents=True, exist_ok=True)
    done: Any = formats()[source].write(tables, home, **how)
    return Path(done[0] if isinstance(done, list | tuple) else done)
