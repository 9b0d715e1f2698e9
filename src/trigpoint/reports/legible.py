"""Keeps to the letters that the document's font can show, so that no unusual letter in a text stops a report."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

MISSING = "□"
"""Stands for a letter that the font has not."""


def legible(said: Any) -> Any:
    """Plain data with every text in letters of the font: without accents where only those are missing.

    Control characters go; a letter that cannot be shown at all becomes an empty box.
    """
    if isinstance(said, str):
        letters = font_letters("LiberationSans-Regular.ttf")
        return said if letters.issuperset(map(ord, said)) else "".join(_shown(letter, letters) for letter in said)
    if isinstance(said, dict):
        return {name: legible(value) for name, value in said.items()}
    return [legible(each) for each in said] if isinstance(said, list | tuple) else said


def _shown(letter: str, letters: frozenset[int]) -> str:
    if ord(letter) in letters or letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Cf", "Mn"):
        return " " if letter in "\t\r" else ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", letter) if ord(each) in letters)
    return plain or MISSING


@cache
def font_letters(name: str) -> frozenset[int]:
    """The code points that a font of ours has, read from its `cmap` table (the segments of format 4)."""
    font = (files("trigpoint.reports") / "static" / "fonts" / name).read_bytes()
    many = struct.unpack_from(">H", font, 4)[0]
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * many, 16)}
    cmap = tables[b"cmap"]
    for place in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * place + 4)[0]
        if struct.unpack_from(">H", font, table)[0] == 4:
            return frozenset(_segments(font, table))
    raise ValueError(f"{name} has no table of letters that we can read.")


def _segments(font: bytes, table: int) -> set[int]:
    """The letters of a format 4 table whose glyph is not the empty one."""
    many = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends = struct.unpack_from(f">{many}H", font, table + 14)
    starts = struct.unpack_from(f">{many}H", font, table + 16 + 2 * many)
    deltas = struct.unpack_from(f">{many}H", font, table + 16 + 4 * many)
    at = table + 16 + 6 * many
    offsets = struct.unpack_from(f">{many}H", font, at)
    found = set()
    for place in range(many):
        for code in range(starts[place], min(ends[place], 0xFFFE) + 1):
            glyph, offset = code, offsets[place]
            if offset:
                glyph = struct.unpack_from(">H", font, at + 2 * place + offset + 2 * (code - starts[place]))[0]
            if (glyph or not offset) and (glyph + deltas[place]) % 65536:
                found.add(code)
    return found
