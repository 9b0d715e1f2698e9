"""A series of figures with its revisions: what was published, what the records say today, and why they differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pyarrow as pa

from trigpoint.figures.display import Display, is_supplied
from trigpoint.figures.publications import Key, Published, Row, key_of
from trigpoint.figures.table import SCHEMA
from trigpoint.language.reason import Reason


class History(StrEnum):
    """What a series shows of a published period: its value as published, or today's by one definition throughout."""

    AS_PUBLISHED = "as_published"
    RESTATED = "restated"


class Mark(StrEnum):
    """What stands beside a figure of a series."""

    NONE = ""
    REVISED = "r"
    PROVISIONAL = "p"
    SUPPLIED = "s"


class Cause(StrEnum):
    """Why a published figure is another today."""

    LATE = "late recording"
    CORRECTION = "correction"
    DEFINITION = "definition"


_FIELDS: list[pa.Field[Any]] = [
    *SCHEMA,
    pa.field("mark", pa.string()),
    pa.field("published_value", pa.float64()),
    pa.field("published_in", pa.string()),
    pa.field("today", pa.float64()),
    pa.field("cause", pa.string()),
    pa.field("history", pa.string()),
]
COLUMNS = pa.schema(_FIELDS)
"""The tidy table, then what a series says of each figure."""

_COUNTS = ("numerator", "denominator", "excluded", "unknown", "pending")
_NOTHING: dict[str, Any] = dict.fromkeys((*_COUNTS, "value", "lower", "upper"))
_NOT_SAID = {Reason.NOT_COLLECTED, Reason.NOT_YET_KNOWN, Reason.NOT_APPLICABLE}


@dataclass(frozen=True)
class Reading:
    """How two figures are compared: as displayed; `cause` of a revision whose definition is the same, from the rows;
    `provisional` why a figure may still change by itself (empty when it may not).
    """

    display: Display
    history: History
    cause: Callable[[Row, Row], str]
    provisional: Callable[[Row], str]


def marked(published: Mapping[Key, Published], today: pa.Table, how: Reading) -> pa.Table:
    """The series in `COLUMNS`, by authority, group and period: every period of either side, each with its mark.

    A suppressed figure stays suppressed: nothing is shown beside it.
    """
    now: dict[Key, Row] = {}
    for row in today.to_pylist():
        if key_of(row) not in now or not is_supplied(row):
            now[key_of(row)] = row
    beside = {(key[3], key[6]): row for key, row in now.items()}
    lines = []
    for key in sorted({**now, **published}):
        given = published.get(key)
        lines.append(_line(given, now.get(key) or _vanished(given, beside.get((key[3], key[6]))), how))
    return pa.Table.from_pylist([line | {"history": str(how.history)} for line in lines], schema=COLUMNS)


def from_rows(new: int, pending: int, changed: int, gone: int) -> str:
    """The cause that most rows tell, and how many tell what.

    What was pending when it was published has been recorded since: it is late, not wrong.
    """
    word = Cause.LATE if new + pending >= changed + gone else Cause.CORRECTION
    counts = {"new": new, "then pending": pending, "in another class": changed, "gone": gone}
    return f"{word}: " + ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def _line(given: Published | None, now: Row | None, how: Reading) -> dict[str, Any]:
    if given is None:
        assert now is not None  # a period is there because one of the two sides has it
        why = "" if now["reason"] in _NOT_SAID else how.provisional(now)
        return _told(now, Mark.PROVISIONAL if why else Mark.NONE, why) | {"today": now["value"]}
    if given.row["reason"] == Reason.SUPPRESSED:
        return _told(given.row, Mark.SUPPLIED if given.before else Mark.NONE, given.publication.note, given)
    is_as_published = how.history is History.AS_PUBLISHED
    row = given.row if is_as_published else now or _unsaid(given.row)
    return _told(row, *_mark(given, now, how), given) | {"today": None if now is None else now["value"]}


def _mark(given: Published, now: Row | None, how: Reading) -> tuple[Mark, str]:
    printed = None if now is None or not _is_recalculated(given, now) else how.display.of(now)
    differs = printed not in {None, how.display.of(given.row)}
    if given.before and how.history is History.AS_PUBLISHED:
        return Mark.SUPPLIED, given.publication.note + (f"; the records give {printed}" if differs else "")
    if now is None or not differs:
        return Mark.NONE, ""
    return Mark.REVISED, _cause(given.row, now, how)


def _cause(given: Row, now: Row, how: Reading) -> str:
    before, after = given["definition"], now["definition"]
    if is_supplied(given) and is_supplied(now):
        return f"{Cause.CORRECTION}: supplied anew, {after}"
    return f"{Cause.DEFINITION}: {before}, now {after}" if before != after else how.cause(given, now)


def _is_recalculated(given: Published, now: Row) -> bool:
    """Whether the records (or a newer supply of a supplied figure) speak of the published figure at all."""
    if is_supplied(now) and (given.before or not is_supplied(given.row)):
        return False
    return now["value"] is not None or now["reason"] not in _NOT_SAID


def _vanished(given: Published | None, beside: Row | None) -> Row | None:
    """A published group that nothing counts today, where its authority and period are still calculated."""
    if given is None or beside is None:
        return None
    own = {"breakdown": given.row["breakdown"], "group": given.row["group"], "trace": ""}
    return {**beside, **_NOTHING, **own, "reason": str(beside["reason"] or Reason.NO_CASES)}


def _unsaid(row: Row) -> Row:
    """A figure in whose place the records say nothing."""
    left = {"definition": "", "snapshot": "", "trace": "", "reason": str(Reason.NOT_COLLECTED)}
    return {**row, **_NOTHING, **left}


def _told(row: Row, mark: Mark, cause: str, given: Published | None = None) -> dict[str, Any]:
    publication = {
        "published_value": given.row["value"] if given else None,
        "published_in": given.publication.name if given else "",
    }
    return {**row, "mark": str(mark), "cause": cause, "today": None, **publication}
