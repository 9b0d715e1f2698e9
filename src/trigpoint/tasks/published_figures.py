"""What was published of a figure: on which day, in which release, and whether it is another figure today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from trigpoint.figures.display import is_supplied
from trigpoint.figures.publications import Publication, Row
from trigpoint.figures.rounding import half_up
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.measures import EVERY
from trigpoint.reports.book import Counted, Where
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import NEW, capital, figure, period, symbol
from trigpoint.store import Release, StoreError
from trigpoint.tasks.choices import BREAKDOWN_WORDS
from trigpoint.tasks.history import supplied_before
from trigpoint.tasks.released_rows import Series, released
from trigpoint.tasks.releases import with_figures
from trigpoint.tasks.retractions import retractions
from trigpoint.tasks.supplied_figures import Wanted


@dataclass(frozen=True, kw_only=True)
class PublishedFigure:
    """A figure as one release printed it. `release` is empty for what was published before Trigpoint.

    `after` says what became of it: taken back, replaced; empty while it stands. `restated` is the figure of today
    where that is another, `because` why, as far as the two rows say it. `lacks` says why a release that holds the whole
    has no figure of the group.
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
    lacks: str = ""


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

    Of a group a release may hold none: it then says so. Nothing published before Trigpoint is about a group.
    """
    try:
        return _published(store, subject, definitions, authority)
    except StoreError as error:
        return PublishedFigures(trouble=str(error))


def _published(store: Path, subject: Subject, definitions: str, authority: str) -> PublishedFigures:
    page = subject.page
    today = {month_of(judged.end): judged.counted for judged in subject.history}
    series = (page.measure, page.variant, str(page.period_type), authority)
    newest = month_of(subject.now.end)
    found: list[tuple[int, PublishedFigure]] = []
    every = with_figures(store, definitions)
    for publication, after in _publications(store, every, series, today, page.where):
        rows = [row for row in publication.rows if month_of(row["period_end"]) in today and _is_of(row, series)]
        about = [row for row in rows if _is_about(row, page.where)]
        for row in {month_of(row["period_end"]): row for row in reversed(about)}.values():
            month = month_of(row["period_end"])
            found.append((month, _figure(row, publication, after, today[month])))
        whole = [row for row in rows if not row["breakdown"] and month_of(row["period_end"]) == newest]
        if page.where and whole and not any(month_of(row["period_end"]) == newest for row in about):
            found.append((newest, _without(whole[0], rows, page.where, publication, after, today[newest])))
    mine = sorted((one for month, one in reversed(found) if month == newest), key=lambda one: one.day, reverse=True)
    late = sorted((each for each in found if each[0] != newest and _changed(each[1])), key=lambda each: -each[0])
    return PublishedFigures(tuple(mine), tuple(one for _, one in late))


def _changed(one: PublishedFigure) -> bool:
    return bool(one.restated) and not one.after


def _is_of(row: Row, series: Series) -> bool:
    """Whether a row is of the series: what was published before Trigpoint tells of others, too."""
    return (row["measure"], row["variant"] or "", row["period_type"], row["authority"]) == series


def _is_about(row: Row, where: Where) -> bool:
    """Whether a row is about the group, however a release crossed its breakdowns; with no group, about the whole."""
    names, groups = str(row["breakdown"] or ""), str(row["group"] or "")
    if len(where) < 2:
        return (names, groups) == (where[0] if where else ("", ""))
    return dict(zip(names.split("+"), groups.split(" + "), strict=False)) == dict(where)


def _without(
    whole: Row, rows: Sequence[Row], where: Where, publication: Publication, after: str, today: Counted
) -> PublishedFigure:
    """What a release says of the group of which it holds no figure."""
    split = {frozenset(str(row["breakdown"] or "").split("+")) for row in rows} - {
        frozenset([""]),
        frozenset(["category"]),
    }
    words = " and ".join(BREAKDOWN_WORDS[name].lower() for name, _ in where)
    if frozenset(name for name, _ in where) in split:
        lacks = f"It holds figures by {words}, and none of this one"
    else:
        lacks = f"It holds no figure by {words}" if split else "It holds the figure of the whole only"
    one = _figure(whole, publication, after, today)
    return replace(one, figure=NEW, restated="", because="", lacks=lacks)


def _publications(
    store: Path, every: Sequence[Release], series: Series, months: Mapping[int, Counted], where: Where
) -> Iterator[tuple[Publication, str]]:
    """Each of the releases, with what became of it; of no group, then what was published before Trigpoint."""
    later: dict[str, str] = {}
    for release in every:
        for replaced in (release.manifest.get("replaces") or {}).get("releases", ()):
            later.setdefault(replaced, release.id)
    taken_back = retractions(store)
    for release in every:
        after = f"replaced by release {later[release.id]}" if release.id in later else ""
        if release.id in taken_back:
            after = f"taken back: {taken_back[release.id].why}"
        yield released(release, series), after
    declared = EVERY[series[0]]
    if isinstance(declared, Declaration) and not where:
        wanted = Wanted([PeriodType(series[2])], None, sorted(months))
        yield from ((one, "") for one in supplied_before(store, declared, wanted))


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
