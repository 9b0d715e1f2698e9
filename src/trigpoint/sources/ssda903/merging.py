"""The returns of several years as one history: what stands in two of them is one, and the newer one has the word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from trigpoint.records.codes import code_set
from trigpoint.records.returns import ReturnColumn
from trigpoint.sources.issue import Issue, listed
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES, label
from trigpoint.sources.ssda903.origin import Origin, place

Row = dict[str, Any]
Pair = tuple[Row, Row]
Given = tuple[Origin, list[Row]]
"""A module of one return: where it was given, and its rows."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "Header": ("CHILD",),
    "UASC": ("CHILD",),
    "Episodes": ("CHILD", "DECOM"),
    "Reviews": ("CHILD", "REVIEW"),
    "Missing": ("CHILD", "MIS_START"),
    "AD1": ("CHILD", "DATE_INT"),
    "PlacedAdoption": ("CHILD", "DATE_PLACED"),
    "PrevPerm": ("CHILD", "PREV_PERM", "LA_PERM", "DATE_PERM"),
    "SWEpisodes": ("CHILD", "SW_ID", "SW_DECOM"),
    "DoLo": ("CHILD", "DOLO_START"),
}
"""Columns by which rows of two years are the same. OC2 and OC3 speak of their own year: no row is in two of them."""

_ENDS = {
    "Episodes": ("DEC", "REC", "REASON_PLACE_CHANGE"),
    "Missing": ("MIS_END",),
    "PlacedAdoption": ("DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    "SWEpisodes": ("SW_DEC", "SW_REASON"),
    "DoLo": ("DOLO_END",),
}
"""Columns that say how something ended: where the newer return leaves them empty it is open again."""

_REPEATED = ("DOB", "SEX")
"""Columns that other modules repeat from the Header, where alone they are held against each other."""
_MEND = "correct the one that is wrong in the case system"


@dataclass
class Merged:
    """Rows of a module in the order in which the years first gave them; `again` rows stood in several returns."""

    rows: list[Row]
    again: int = 0
    issues: list[Issue] = field(default_factory=list)


def given_in(found: Collection, name: str) -> Given:
    """The rows of a module in one return, each with its `origin` and the year `since` which it is known."""
    module = found.modules[name]
    origin = Origin(module.file, found.year, found.is_xml)
    rows = module.records()
    for row in rows:
        row["origin"], row["since"] = origin, found.year
    return origin, rows


def merge(name: str, given: Sequence[Given]) -> Merged:
    """The rows of a module in returns of several years, the oldest first, as one list.

    The newer row stands in the place of the older and keeps what only the older says, except an end. What they say
    differently is told of the newer one.
    """
    merged = Merged(list(given[0][1]))
    told: dict[tuple[Origin, str], list[tuple[int, str]]] = {}
    for _, rows in given[1:]:
        for older, newer in _add(merged, rows, KEYS.get(name)):
            for column, what in _settled(name, older, newer):
                told.setdefault((newer["origin"], column), []).append((newer["row"], what))
    for (origin, column), found in told.items():
        merged.issues += listed(origin.file, column, sorted(found), _MEND, "warning")
    if name == "Episodes":
        merged.issues += _gone(merged.rows, [origin for origin, _ in given])
    return merged


def _add(merged: Merged, rows: list[Row], key: Sequence[str] | None) -> list[Pair]:
    """Take the rows of a newer return in; the pairs of an older and a newer row that are the same."""
    if key is None or not rows:
        merged.rows += rows
        return []
    known: dict[tuple[Any, ...], list[int]] = {}
    for at, row in enumerate(merged.rows):
        known.setdefault(_key(row, key), []).append(at)
    fresh: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        fresh.setdefault(_key(row, key), []).append(row)
    pairs: list[Pair] = []
    for same, news in fresh.items():
        places = known.get(same, [])
        matched = _matched([merged.rows[at] for at in places], news)
        for at, newer in zip(places, matched, strict=True):
            if newer is not None:
                pairs.append((merged.rows[at], newer))
                merged.rows[at] = newer
        left = {id(newer) for newer in matched}
        merged.rows += [row for row in news if id(row) not in left]
    merged.again += len(pairs)
    return pairs


def _key(row: Row, key: Sequence[str]) -> tuple[Any, ...]:
    """What makes a row the same as one of another year; without a day it is the same only when equal throughout."""
    return tuple(row[name] for name in key) if all(row[name] is not None for name in key[:2]) else _cells(row)


def _cells(row: Row) -> tuple[Any, ...]:
    return tuple(cell for name, cell in row.items() if name not in _KEPT)


_KEPT = frozenset({"row", "origin", "since", "place"})


def _matched(olds: Sequence[Row], news: Sequence[Row]) -> list[Row | None]:
    """For each older row of a key the newer one: an equal one first, then in their order those that are left."""
    found: list[Row | None] = [None] * len(olds)
    left = list(news)
    for at, older in enumerate(olds):
        equal = next((row for row in left if _cells(row) == _cells(older)), None) if len(olds) > 1 else None
        if equal is not None:
            found[at] = equal
            left.remove(equal)
    # of several episodes that began on one day the last is still open, and an earlier one is in no later return
    waiting = [at for at, row in enumerate(found) if row is None]
    for at, row in zip(reversed(waiting), reversed(left), strict=False):
        found[at] = row
    return found


def _settled(name: str, older: Row, newer: Row) -> Iterator[tuple[str, str]]:
    """Fill the newer row with what only the older says; each column that contradicts, and how."""
    ends = _ENDS.get(name, ())
    newer["since"] = older["since"]
    for column in MODULES[name].in_xml:
        if column.name not in newer or column.name not in older:
            continue
        before, now = older[column.name], newer[column.name]
        if before is None or before == now:
            continue
        if now is None and column.name not in ends:
            newer[column.name] = before
        elif _contradicts(name, column, before, now, newer["origin"].year):
            said = "is empty here" if now is None else f"is {now} here"
            yield column.name, f"{said} and was {before} in {place(older, newer)}; the newer return stands"


def _contradicts(name: str, column: ReturnColumn, before: Any, now: Any, year: int) -> bool:
    """Whether two filled cells cannot both be right: no fact that changes, no code that the newer year replaced."""
    if name == "Header":
        return column.name == "DOB"
    if column.kind == "due" or column.name in _REPEATED or (now is None and column.name == "REASON_PLACE_CHANGE"):
        return False
    return not column.codes or before in code_set(column.codes, year)


def _gone(rows: Sequence[Row], origins: Sequence[Origin]) -> Iterator[Issue]:
    """Episodes that were open when a year ended and are not in the next return."""
    after = dict(pairwise(origins))
    found: dict[Origin, list[tuple[int, str]]] = {}
    for row in rows:
        origin = row["origin"]
        if row["DECOM"] and row["DEC"] is None and origin in after:
            following = f"{after[origin].file}, the return of {label(after[origin].year)}"
            what = f"the episode is open when {label(origin.year)} ends and is not in {following}"
            found.setdefault(origin, []).append((row["row"], what))
    for origin, told in found.items():
        mend = "end it in the case system, or correct its start in one of the two"
        yield from listed(origin.file, "DEC", told, mend, "warning")
