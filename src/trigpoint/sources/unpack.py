"""JSON text of the standard, unpacked into one text column a key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.records import Field
from trigpoint.sources.columns import Column, pc

_FACTORS = "FACTORS"
_YES = {"Y", "YES", "1", "T", "TRUE"}


@dataclass
class Unpacked:
    """Stored columns by name; places of cells that are not JSON; keys that the field does not declare."""

    columns: dict[str, Column]
    bad: NDArray[np.int64]
    unknown: set[str] = field(default_factory=set)


def unpack(column: Column, declared: Field) -> Unpacked:
    """The stored columns of a JSON column. Keys are compared without case."""
    coded = column.dictionary_encode()
    unknown: set[str] = set()
    rows = [_row(text, declared.unpacks, unknown) for text in coded.dictionary.to_pylist()]
    columns = {
        stored: pa.array([row.get(key) if row else None for row in rows], pa.string()).take(coded.indices)
        for stored, key in zip(declared.stored, declared.unpacks, strict=True)
    }
    readable = pa.array(["no" if row is None else "yes" for row in rows], pa.string()).take(coded.indices)
    bad = np.flatnonzero(np.asarray(pc.is_in(readable, pa.array(["no"]))))
    return Unpacked(columns, bad, unknown)


def _row(text: str, keys: tuple[str, ...], unknown: set[str]) -> dict[str, str | None] | None:
    """Values by declared key; None when the text is no JSON of the expected shape."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if keys == (_FACTORS,):
        return _factors(found)
    if not isinstance(found, dict):
        return {} if found is None else None
    upper = {str(key).strip().upper(): value for key, value in found.items()}
    unknown |= upper.keys() - set(keys)
    return {key: _text(upper.get(key)) for key in keys}


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    return str(value).strip() or None


def _factors(found: Any) -> dict[str, str | None] | None:
    """A list of codes, or codes with a flag each, with or without the key FACTORS around them.

    Codes are compared without case. Where two keys name one code, it is there when either says so.
    """
    if isinstance(found, Mapping):
        found = next((value for key, value in found.items() if str(key).strip().upper() == _FACTORS), found)
    if isinstance(found, str):
        found = found.replace(",", ";").split(";")
    if isinstance(found, Mapping):
        found = [code for code, flag in found.items() if (_text(flag) or "").upper() in _YES]
    if found is None:
        return {_FACTORS: None}
    if not isinstance(found, list):
        return None
    codes = {code.upper() for item in found if (code := _text(item))}
    return {_FACTORS: ";".join(sorted(codes)) or None}
