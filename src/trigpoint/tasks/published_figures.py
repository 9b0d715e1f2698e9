"""What was published of a figure: on which day, in which release, and whether it is another figure today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.figures.display import is_supplied
from trigpoint.figures.publications import Publication, Row
from trigpoint.figures.rounding import half_up
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.measures import EVERY
from trigpoint.reports.book import Counted
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import capital, figure, period, symbol
from trigpoint.store import Release, StoreError
from trigpoint.tasks.history import supplied_before
from trigpoint.tasks.releases import figures_in, with_figures
from trigpoint.tasks.retractions import retractions
from trigpoint.tasks.supplied_figures import Wanted

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_Series = tuple[str, str, str, str]
_SERIES = ("measure", "variant", "period_type", "authority")
_TOLD = ("breakdown", "period_end", "value", "reason", "definition", "snapshot")
_MOST_BYTES = 256_000_000
"""Memory of what is kept of releases: a month takes some 50 kB of it, 37 months of every measure 1.5 MB."""
_kept: dict[Release, pa.Table] = {}


@dataclass(frozen=True, kw_only=True)
class PublishedFigure:
    """A figure as one release printed it. `release` is empty for what was published before Trigpoint.

    `after` says what became of it: taken back, replaced; empty while it stands. `restated` is the figure of today
    where that is another, `because` why, as far as the two rows say it.
    """

    period: str
    figure: str
    day: date
    release: str
    title: str
    snapshot: str
    after: str
    restated: str
    because: str


@dataclass(frozen=True)
class PublishedFigures:
    """What was published of the figure that a page is about, newest first, and earlier figures that changed since.

    `trouble` says why nothing can be told, where that is so.
    """

    now: tuple[PublishedFigure, ...] = ()
    earlier: tuple[PublishedFigure, ...] = ()
    trouble: str = ""


def published_figures(store: Path, subject: Subject, definitions: str, authority: str) -> PublishedFigures:
    """Every publication of the subject's periods, beside the figures of the records that are looked at.

    Groups are passed over: what is published of them is the pack's own.
    """
    try:
        return PublishedFigures() if subject.page.where else _published(store, subject, definitions, authority)
    except StoreError as error:
        return PublishedFigures(trouble=str(error))


def _published(store: Path, subject: Subject, definitions: str, authority: str) -> PublishedFigures:
    page = subject.page
    today = {month_of(judged.end): judged.counted for judged in subject.history}
    series = (page.measure, page.variant, str(page.period_type), authority)
    every = with_figures(store, definitions)
    found: list[tuple[int, PublishedFigure]] = []
    for publication, after in _publications(store, every, series, today):
        for row in publication.rows:
            own = tuple(row[name] or "" for name in _SERIES)
            month = month_of(row["period_end"])
            if own == series and not row["breakdown"] and month in today:
                found.append((month, _figure(row, publication, after, today[month])))
    newest = month_of(subject.now.end)
    mine = sorted((one for month, one in found if month == newest), key=lambda one: one.day, reverse=True)
    late = sorted((each for each in found if each[0] != newest and _changed(each[1])), key=lambda each: -each[0])
    return PublishedFigures(tuple(mine), tuple(one for _, one in late))


def _changed(one: PublishedFigure) -> bool:
    return bool(one.restated) and not one.after


def _publications(
    store: Path, every: Sequence[Release], series: _Series, months: Mapping[int, Counted]
) -> Iterator[tuple[Publication, str]]:
    """Each of the releases, with what became of it; then what was published before Trigpoint."""
    later: dict[str, str] = {}
    for release in every:
        for replaced in (release.manifest.get("replaces") or {}).get("releases", ()):
            later.setdefault(replaced, release.id)
    taken_back = retractions(store)
    for release in every:
        after = f"replaced by release {later[release.id]}" if release.id in later else ""
        if release.id in taken_back:
            after = f"taken back: {taken_back[release.id].why}"
        yield _released(release, series), after
    declared = EVERY[series[0]]
    if isinstance(declared, Declaration):
        wanted = Wanted([PeriodType(series[2])], None, sorted(months))
        yield from ((one, "") for one in supplied_before(store, declared, wanted))


def _released(release: Release, series: _Series) -> Publication:
    table = _totals(release)
    mine = [pc.equal(table[name], said) for name, said in zip(_SERIES, series, strict=True)]
    day = datetime.fromisoformat(release.manifest["created"]).astimezone(UTC).date()
    rows = table.filter(reduce(pc.and_, mine)).to_pylist()
    return Publication(release.id, day, rows, note=str(release.manifest["title"]))


def _totals(release: Release) -> pa.Table:
    """The figures of a release that are about no group, in the columns that are told; read once while they fit.

    A release never changes under its name. Every page goes through all releases, so that those which are kept stay:
    to let go of the oldest for the newest would read every file again for each page. Raises StoreError.
    """
    if release in _kept:
        return _kept[release]
    table = figures_in(release)
    table = table.filter(pc.equal(table["breakdown"], "")).select([*_SERIES, *_TOLD])
    for place, column in enumerate(table.columns):
        if pa.types.is_string(column.type):
            table = table.set_column(place, table.column_names[place], pc.fill_null(column, "").dictionary_encode())
    if sum(each.nbytes for each in list(_kept.values())) + table.nbytes <= _MOST_BYTES:
        _kept[release] = table
    return table


def _figure(row: Row, publication: Publication, after: str, today: Counted) -> PublishedFigure:
    facts = today.facts
    value = half_up(Fraction(str(row["value"])), facts.decimals) if row["value"] is not None else None
    printed = figure(value, facts.unit) if value is not None else symbol(row["reason"] or "")
    differs = value is not None and today.value is not None and value != today.value
    definition = row["definition"] != today.definition
    return PublishedFigure(
        period=capital(period(PeriodType(row["period_type"]), row["period_end"])),
        figure=printed,
        day=publication.day,
        release="" if is_supplied(row) else publication.name,
        title=publication.note,
        snapshot=row["snapshot"] or "",
        after=after,
        restated=today.figure.text if differs else "",
        because=("the definition is another" if definition else "the records changed") if differs else "",
    )
