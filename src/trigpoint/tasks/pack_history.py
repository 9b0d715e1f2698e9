"""The figures of packs with their history: as published or restated, each marked where it was or may be revised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.figures.publications import Publication, Row, key_of, standing
from trigpoint.figures.revisions import Cause, History, Reading, marked
from trigpoint.figures.table import SCHEMA
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.reports.book import Key, Revision, book_key
from trigpoint.store import Release, Snapshot
from trigpoint.tasks import library
from trigpoint.tasks.history import display_of, released, supplied_before
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.releases import with_figures
from trigpoint.tasks.revised_rows import RevisedRows
from trigpoint.tasks.supplied_figures import Wanted

_WHOLE = ("", "category")
_Series = tuple[str, str, str]


@dataclass(frozen=True)
class Reworked:
    """Figures in the columns of the contract, and what is marked beside them."""

    table: pa.Table
    revisions: Mapping[Key, Revision]

    def without_numbers(self) -> Reworked:
        """The marks without any number, for an audience from which small ones are withheld."""
        bare = {key: replace(each, other=None, cause=_bare(each.cause)) for key, each in self.revisions.items()}
        return replace(self, revisions=bare)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How history is shown: `to` is the last day of the pack's own period, which nothing calls provisional.

    `without` are releases that no longer count as published: retracted ones, and those that are being replaced.
    """

    store: Path
    taken: Snapshot
    definitions: str
    kind: History
    to: date
    without: frozenset[str] = frozenset()

    @property
    def releases(self) -> list[Release]:
        """The releases that count, oldest first."""
        return [one for one in with_figures(self.store, self.definitions) if one.id not in self.without]

    @property
    def words(self) -> str:
        """What is printed on the pack."""
        if self.kind is History.RESTATED:
            return "history restated by the definitions of its last period"
        is_published = bool(self.releases)
        return "history as published" if is_published else "history as calculated today, no earlier release"


def reworked(table: pa.Table, asked: Asked, progress: Progress = silent) -> Reworked:
    """Today's figures of one authority with those that were published in their place, or beside them.

    Raises LibraryError and StoreError.
    """
    progress("comparing with what was published")
    series: dict[_Series, list[Row]] = {}
    for row in table.to_pylist():
        series.setdefault((row["measure"], row["variant"] or "", row["period_type"]), []).append(row)
    given = _given(asked, series)
    lines: list[dict[str, Any]] = []
    revisions: dict[Key, Revision] = {}
    for name, today in series.items():
        for line in _lines(asked, name, today, given[name]):
            lines.append(line)
            if line["mark"]:
                shown_published = asked.kind is History.AS_PUBLISHED
                other = line["today"] if shown_published else line["published_value"]
                revisions[book_key(line)] = Revision(line["mark"], line["cause"], other, shown_published)
    return Reworked(pa.Table.from_pylist(lines, schema=SCHEMA), revisions)


def _given(asked: Asked, series: Mapping[_Series, Sequence[Row]]) -> dict[_Series, list[Publication]]:
    """What each release published of each series: those of its groups and months that the packs print."""
    found: dict[_Series, list[Publication]] = {name: [] for name in series}
    wanted = {name: {_place(row) for row in rows} for name, rows in series.items()}
    months = {month_of(row["period_end"]) for rows in series.values() for row in rows}
    for release in asked.releases:
        every = released(release, sorted({measure for measure, _, _ in series}), months)
        rows: dict[_Series, list[Row]] = {name: [] for name in series}
        for row in every.rows:
            if _place(row) in wanted.get(_named(row), ()):
                rows[_named(row)].append(row)
        for name, mine in rows.items():
            found[name].append(replace(every, rows=mine))
    return found


def _named(row: Row) -> _Series:
    return row["measure"], row["variant"] or "", row["period_type"]


def _place(row: Row) -> tuple[str, str]:
    return row["authority"], row["breakdown"] or ""


def _lines(asked: Asked, name: _Series, today: Sequence[Row], given: Sequence[Publication]) -> Iterator[dict[str, Any]]:
    measure, variant, kind = name[0], name[1], PeriodType(name[2])
    declared = library.any_measure(measure)
    months = sorted({month_of(row["period_end"]) for row in today})
    before: list[Publication] = []
    if isinstance(declared, Declaration):
        wanted = Wanted([kind], variant or "headline", months)
        places = {_place(row) for row in today}
        before = [
            replace(each, rows=[row for row in each.rows if _place(row) in places])
            for each in supplied_before(asked.store, declared, wanted)
        ]
    as_at = date.fromisoformat(asked.taken.manifest["as_at"])
    rows = RevisedRows(asked.store, measure, kind, variant, asked.definitions, as_at)
    how = Reading(
        display_of(declared, variant, kind, asked.definitions),
        asked.kind,
        partial(_cause, rows),
        partial(_provisional, rows, asked.to),
    )
    ends = {key_of(row): row["period_end"] for row in today}
    lines = marked(standing(given, before), pa.Table.from_pylist(list(today), schema=SCHEMA), how).to_pylist()
    order = {key: place for place, key in enumerate(ends)}  # the grades of a distribution keep theirs
    for line in sorted(lines, key=lambda line: order.get(key_of(line), len(order))):
        # A period may be published before its last day: it stands where today's stands.
        yield line | {"period_end": ends.get(key_of(line), line["period_end"])}


def _cause(rows: RevisedRows, given: Row, now: Row) -> str:
    """From the rows of the whole; a group's own rows are not compared."""
    if given["breakdown"] not in _WHOLE:
        return f"{Cause.LATE} or {Cause.CORRECTION}"
    return rows.cause(given, now)


def _provisional(rows: RevisedRows, to: date, row: Row) -> str:
    """Why a period before the pack's own may still change by itself; empty when it may not.

    Only what the figure itself counts is asked: a row whose limit is open and that is not pending is settled already.
    """
    is_open = row["pending"] or month_of(row["period_end"]) >= month_of(rows.as_at)
    return rows.provisional(row) if is_open and month_of(row["period_end"]) < month_of(to) else ""


def _bare(cause: str) -> str:
    """The word of a cause."""
    words = [str(each) for each in Cause]
    return next((word for word in words if cause.startswith(word)), "")
