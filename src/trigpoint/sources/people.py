"""Who the children are, told by several formats of one authority: each once, what one lacks taken from the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.issue import Issue
from trigpoint.sources.part import Part

PEOPLE = "ssd_person"

_KEY = TABLES[PEOPLE].key
_TOLD = ("pers_dob", "pers_sex", "pers_ethnicity")
"""Facts of which two formats cannot both be right."""
_MOST = 1_000

Record = dict[str, Any]


def one_part(parts: Sequence[Part]) -> Part:
    """The parts of the table of persons as one. Rows of one format that share an id are all kept: its reader told so.

    The first format has the word; where the next contradicts it, a warning names the child.
    """
    if len(parts) == 1:
        return parts[0]
    first, *others = parts
    people: dict[str, list[Record]] = {}
    for row in first.data.to_pylist():
        people.setdefault(row[_KEY], []).append(row)
    contradicted: list[str] = []
    merged = 0
    for row in chain.from_iterable(other.data.to_pylist() for other in others):
        known = people.setdefault(row[_KEY], [])
        if known:
            merged += 1
            contradicted += [f"{name} of child {row[_KEY]}" for name in _TOLD if _differs(known[0][name], row[name])]
            known[0] |= {name: value for name, value in row.items() if known[0][name] is None}
        else:
            known.append(row)
    data = pa.Table.from_pylist([row for rows in people.values() for row in rows], schema=TABLES[PEOPLE].schema())
    rows_in, refused = sum(part.rows_in for part in parts), sum(part.refused for part in parts)
    repeated = sum(part.repeated for part in parts) + merged
    issues = [*chain.from_iterable(part.issues for part in parts), *_warnings(contradicted)]
    columns = frozenset().union(*(part.columns for part in parts))
    return Part(first.authority, PEOPLE, data, rows_in, refused, repeated, issues, columns=columns)


def _differs(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _warnings(contradicted: Sequence[str]) -> list[Issue]:
    mend = "correct it in the case system; the word of the first is used"
    told = [f"the files contradict each other on {each}" for each in contradicted[:_MOST]]
    if len(contradicted) > _MOST:
        told.append(f"{len(contradicted) - _MOST:,} more like the {_MOST:,} listed one by one")
    return [Issue("all files", None, "", what, mend, "warning") for what in told]
