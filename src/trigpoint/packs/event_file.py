"""Reads a register of events, TOML or CSV; every fault with its row, key and remedy."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from trigpoint.judgement.faults import Faults
from trigpoint.packs.event import KINDS, Event
from trigpoint.sources.aggregates import cells

COLUMNS = ("date", "what", "kind", "measures", "authority", "team", "source")
_NEEDED = ("date", "what", "kind")
_FIRST, _LAST = date(1990, 1, 1), date(2100, 12, 31)


class EventsError(Faults):
    """A register of events that cannot be taken: a sentence for each fault."""


def read(path: Path, measures: Collection[str]) -> tuple[Event, ...]:
    """The events of a file, by date.

    One `[[event]]` (in CSV: one line) an event: `date`; `what` happened; `kind`, one of inspection, go-live, recording
    change, policy change, other; `measures`, a list of ids (in CSV separated by ";"; left out or "all": every measure);
    `authority` and `team` where it applies alone; `source`. `measures` are the ids that exist.

    Raises:
        EventsError: with every fault; each names the row as it is counted in the file, the key and the remedy.
    """
    rows = list(_csv(path) if path.suffix.lower() == ".csv" else _toml(path))
    faults: list[str] = []
    events = [event for place, row in rows if (event := _event(place, row, measures, faults))]
    faults += _twice(path.name, events)
    if faults:
        raise EventsError(*faults)
    return tuple(sorted(events, key=lambda event: event.on))


def _toml(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        document = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise EventsError(f"{path.name} is not a TOML file ({error}); mend that line and load it again.") from error
    for key in document:
        if key != "event":
            raise EventsError(f"{path.name}: `{key}` is not a key of a register; begin each event with [[event]].")
    rows = document.get("event")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise EventsError(f"{path.name} has no events; begin each with a line [[event]].")
    for number, row in enumerate(rows, start=1):
        yield f"{path.name}, event {number}", row


def _csv(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    lines = csv.reader(_text(path).splitlines(keepends=True))
    try:
        heads = [head.strip().lower() for head in next(lines, [])]
        missing = [name for name in _NEEDED if name not in heads]
        if missing:
            raise EventsError(
                f"{path.name}, line 1: there is no column {', '.join(missing)}; head the columns {', '.join(COLUMNS)}."
            )
        for line in lines:
            if any(cell.strip() for cell in line):
                row = {head: cell.strip() for head, cell in zip(heads, line, strict=False) if cell.strip()}
                yield f"{path.name}, line {lines.line_num}", row | _listed(row)
    except csv.Error as error:
        raise EventsError(f"{path.name}, line {lines.line_num}: {error}; save it again as CSV in UTF-8.") from error


def _listed(row: Mapping[str, str]) -> dict[str, Any]:
    """What a line of CSV writes as text and TOML as a date or a list."""
    found: dict[str, Any] = {}
    if "measures" in row and row["measures"].lower() != "all":
        found["measures"] = [part.strip() for part in row["measures"].split(";") if part.strip()]
    if "date" in row:
        found["date"] = cells.day(row["date"]) or row["date"]
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EventsError(f"{path.name} cannot be opened ({error.strerror}); check its name.") from error
    except UnicodeDecodeError as error:
        raise EventsError(f"{path.name} is not in UTF-8; save it again as UTF-8 text.") from error


def _event(place: str, row: Mapping[str, Any], measures: Collection[str], faults: list[str]) -> Event | None:
    found = [f"{place}: {fault}." for fault in (*_keys(row), *_dates(row), *_kinds(row), *_strangers(row, measures))]
    faults += found
    if found:
        return None
    named = row.get("measures", "all")
    return Event(
        on=row["date"],
        what=" ".join(row["what"].split()),
        kind=row["kind"],
        measures=() if named == "all" else tuple(dict.fromkeys(named)),
        authority=row.get("authority", ""),
        team=row.get("team", ""),
        source=row.get("source", ""),
    )


def _keys(row: Mapping[str, Any]) -> Iterator[str]:
    for key in row:
        if key not in COLUMNS:
            near = get_close_matches(key, COLUMNS, 1) or [", ".join(COLUMNS)]
            yield f"`{key}` is not a key of an event; did you mean {near[0]}"
    for key in ("what", "kind", "authority", "team", "source"):
        if key in row and (not isinstance(row[key], str) or not row[key].strip()):
            yield f"`{key}` is {row[key]!r}; give it as text in quotes, or leave it out"
    for key in _NEEDED:
        if key not in row:
            yield f"`{key}` is missing; an event has at least {', '.join(_NEEDED)}"


def _dates(row: Mapping[str, Any]) -> Iterator[str]:
    said = row.get("date")
    if said is None:
        return
    if isinstance(said, str):
        meant = cells.day(said.strip())
        yield f"`date` is {said!r}; write it as {meant or '2026-10-05'}{', without quotes' if meant else ''}"
    elif isinstance(said, datetime) or not isinstance(said, date) or not _FIRST <= said <= _LAST:
        yield f"`date` is {said!s}; give a day from 1990 to 2100, written as 2026-10-05"


def _kinds(row: Mapping[str, Any]) -> Iterator[str]:
    said = row.get("kind")
    if isinstance(said, str) and said.strip() and said not in KINDS:
        near = get_close_matches(said.lower(), KINDS, 1)
        mend = f"did you mean {near[0]!r}" if near else f"give one of {', '.join(KINDS)}"
        yield f"`kind` is {said!r}; {mend}"


def _strangers(row: Mapping[str, Any], measures: Collection[str]) -> Iterator[str]:
    named = row.get("measures", "all")
    if named == "all":
        return
    if not isinstance(named, list) or not named or not all(isinstance(each, str) for each in named):
        yield '`measures` is not a list of ids; write it as measures = ["..."], or "all"'
        return
    for name in named:
        if name not in measures:
            near = get_close_matches(name, measures, 3, 0.5)
            mend = f"did you mean {' or '.join(near)}" if near else "`trigpoint measures` lists them"
            yield f"`measures` names no measure: {name!r}; {mend}"


def _twice(file: str, events: Sequence[Event]) -> Iterator[str]:
    for place, event in enumerate(events):
        if event in events[:place]:
            yield f"{file}: {event.what!r} on {event.on} stands twice; take one away."
