"""Fill a report pack, from a store or from a published report, and write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.comparators.comparators import Comparators, for_measures
from trigpoint.engine import Engine
from trigpoint.figures.revisions import History
from trigpoint.judgement import entries as target_entries
from trigpoint.judgement import targets as target_files
from trigpoint.judgement.consistency import check
from trigpoint.judgement.target import Target
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, month_of
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import EVERY
from trigpoint.packs import published
from trigpoint.packs.commentary import PackCommentary
from trigpoint.packs.facts import MeasureFacts, facts_of
from trigpoint.packs.library import target_file
from trigpoint.packs.load import PackError
from trigpoint.packs.model import Pack
from trigpoint.reports import build
from trigpoint.reports.book import Book
from trigpoint.reports.contradictions import printed_rows, with_contradictions
from trigpoint.reports.filling import Filling
from trigpoint.reports.from_published import filled, targets_of
from trigpoint.reports.page import Stamp
from trigpoint.reports.report import Report
from trigpoint.reports.written import written
from trigpoint.store import Snapshot, Store
from trigpoint.tasks import library
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.check_published import printed
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.commentary import commentary
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.disclose import DisclosureError, disclose
from trigpoint.tasks.events import events
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.pack_history import Asked, Reworked, reworked
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.supplied_figures import Wanted, with_supplied
from trigpoint.tasks.write_report import write_report

_MONTHS = 25
"""Month ends that a page may look back on: two years, and the month before them."""


_INTERNAL = "internal"


@dataclass(frozen=True)
class About:
    """Which authority of a store (its name as printed in `place`), by which definitions, in which snapshot, for whom.

    `audience` decides what is withheld, by its rule in force (`rules` are a council's own); `earlier` are figures that
    were published for it before. `said` is the commentary by pack, None for what the store holds; `without` are
    releases that no longer count as published; `status` is printed at the foot of every page. `settled` is the moment
    whose words and packs of the council's own hold, None for those of now.
    """

    authority: str = ""
    place: str = ""
    definitions: str = ""
    snapshot: str = ""
    audience: str = _INTERNAL
    rules: Path | None = None
    earlier: Sequence[Path] = ()
    said: Mapping[str, PackCommentary] | None = None
    without: frozenset[str] = frozenset()
    status: str = "Draft, not signed off"
    settled: datetime | None = None


@dataclass(frozen=True)
class Filled:
    """A pack, the report that it became, and the figures that fill it, as its audience may see them."""

    pack: Pack
    report: Report
    figures: pa.Table


def fill_pack(
    name: str,
    store: Path,
    period: date,
    out: Path,
    forms: Sequence[str] = ("html",),
    about: About | None = None,
    progress: Progress = silent,
) -> list[Path]:
    """Write the pack `name` (one of the library, or a TOML file) for the month that ends with `period`.

    Nothing is written unless every page stands. Raises PackError, TargetsError, PageError, StoreError, RuleError and
    DisclosureError.
    """
    (found,) = filled_packs([name], store, period, about or About(), progress)
    return write_report(found.report, out, forms, progress)


def fill_packs(
    names: Sequence[str],
    store: Path,
    period: date,
    out: Path,
    forms: Sequence[str],
    about: About,
    progress: Progress = silent,
) -> list[Path]:
    """Write several packs, each into a folder of `out` named after it, from figures calculated once.

    Raises what `fill_pack` raises; no pack is written unless every page of all of them stands.
    """
    reports = [each.report for each in filled_packs(names, store, period, about, progress)]
    return [path for each in reports for path in write_report(each, out / each.id, forms, progress)]


def filled_packs(
    names: Sequence[str], store: Path, period: date, about: About, progress: Progress = silent
) -> Iterator[Filled]:
    """The packs filled, those with the same definitions from one table of figures. Raises what `fill_pack` raises."""
    words = council_words(store, about.settled)
    packs_ = [words.pack(checked(name, store, about.settled)) for name in names]
    taken = snapshot_of(store, about.snapshot)
    engine = engine_on(taken)
    authority = _authority(engine, about.authority)
    tables: dict[_Alike, Reworked] = {}
    for pack in packs_:
        definitions, kind = alike = _alike(pack, about)
        asked = Asked(store=store, taken=taken, definitions=definitions, kind=kind, to=period, without=about.without)
        if alike not in tables:
            progress("calculating")
            together = [each for each in packs_ if _alike(each, about) == alike]
            on = period if kind is History.RESTATED else None
            found = reworked(_figures(engine, store, together, period, definitions, authority, on), asked, progress)
            tables[alike] = _for(found, about, progress)
        figures = tables[alike]
        progress(f"drawing {pack.id}")
        said = commentary(store, pack.id, period) if about.said is None else _of(about.said, pack, period)
        filling = Filling(
            figures=Book(figures.table, figures.revisions),
            facts=words.known(_facts),
            targets=targets_for(store, pack, period),
            comparators=_comparators(store, pack, authority),
            period=period,
            stamp=_stamp(taken, authority, about, f"{definitions}, {asked.words}", period),
            rule=pack.exceptions,
            periods=_lagging(figures.table, pack, period),
            events=events(store, authority),
            commentary=written(said),
            trends={trend.page: trend for trend in said.trends},
        )
        subjects = build.subjects(pack, filling)
        report = with_contradictions(build.report(pack, filling, subjects), check(printed_rows(subjects)))
        yield Filled(pack, report, figures.table)


def _of(said: Mapping[str, PackCommentary], pack: Pack, period: date) -> PackCommentary:
    return said.get(pack.id, PackCommentary(pack=pack.id, period=period))


_Alike = tuple[str, History]


def _alike(pack: Pack, about: About) -> _Alike:
    """What packs must have in common to be filled from one table: definitions, and how history is shown."""
    return about.definitions or pack.definitions, pack.history or History.AS_PUBLISHED


def fill_published(name: str, out: Path, forms: Sequence[str] = ("html",), progress: Progress = silent) -> list[Path]:
    """Write a pack from the figures that its report published. Raises PackError where it names no such report."""
    pack = checked(name)
    if not pack.published or pack.published_period is None:
        raise PackError(f"{name} names no published report; give one of {', '.join(published.REPORTS)}, or --store.")
    end = pack.published_period
    stamp = Stamp(
        authority=pack.published.replace("-", " ").title(),
        place=pack.published.replace("-", " ").title(),
        period=f"{end:%B %Y}",
        data_as_at="as published",
        snapshot="none",
        definitions="as published",
        status="Rebuilt from published figures",
        handling="Official: published",
    )
    found = check(printed(pack.published))
    return write_report(with_contradictions(build.report(*filled(pack, stamp)), found), out, forms, progress)


@cache
def _facts(measure: str, variant: str, kind: PeriodType) -> MeasureFacts:
    return facts_of(EVERY[measure], variant, kind)


def _authority(engine: Engine, name: str) -> str:
    known = list(engine.given)
    if name and name not in known:
        raise PackError(f"The store has no authority {name!r}; it has: {', '.join(known[:10])}.")
    if not name and len(known) != 1:
        raise PackError(f"The store has {len(known)} authorities: name one with --authority, e.g. {known[0]}.")
    return name or known[0]


def _figures(
    engine: Engine,
    store: Path,
    packs_: Sequence[Pack],
    period: date,
    definitions: str,
    authority: str,
    on: date | None = None,
) -> pa.Table:
    """Every figure that the packs print: a pass a breakdown, all months at once, the supplied ones beside.

    `on` asks for the definitions in force on one day for every period.
    """
    last = month_of(period)
    months = range(last - max(_MONTHS, *(pack.detail for pack in packs_)) + 1, last + 1)
    every = dict.fromkeys(wanted for pack in packs_ for wanted in pack.wanted())
    tables = []
    for breakdown, group in groupby(sorted(every, key=lambda each: each[3]), key=lambda each: each[3]):
        wanted = list(group)
        asked = [
            one
            for measure, variant, kind, _ in wanted
            if isinstance(EVERY[measure], Declaration)
            for one in asked_for(library.measure(measure), [kind], [variant], definitions, on)
        ]
        by = [(breakdown,)] if breakdown else [()]
        table = engine.figures(asked, months, by).filter(pc.field("authority") == authority)
        for measure, variant, kind, _ in wanted:
            if isinstance(EVERY[measure], SuppliedMeasure):
                told = Wanted([kind], variant or "headline", months, by, [authority])
                table = with_supplied(table, store, [EVERY[measure]], told)
        tables.append(table)
    return pa.concat_tables(tables)


def _lagging(figures: pa.Table, pack: Pack, period: date) -> dict[str, date]:
    """Pages about supplied measures whose last figure ends before the pack's month."""
    found: dict[str, date] = {}
    for page in pack.pages:
        if not isinstance(EVERY[page.measure], SuppliedMeasure):
            continue
        mine = figures.filter(
            (pc.field("measure") == page.measure)
            & (pc.field("period_type") == str(page.period_type))
            & pc.field("value").is_valid()
            & (pc.field("period_end") <= pa.scalar(period))
        )
        if mine.num_rows:
            found[page.code] = max(end for end in mine["period_end"].to_pylist() if end is not None)
    return found


def figures_on(pack: Pack, store: Path, period: date, day: date, about: About) -> pa.Table:
    """Every figure that a pack prints, each by the definition in force on one day, whatever its period."""
    engine = engine_on(snapshot_of(store, about.snapshot))
    authority = _authority(engine, about.authority)
    return _figures(engine, store, [pack], period, about.definitions or pack.definitions, authority, day)


def filling_with(
    pack: Pack, store: Path, period: date, figures: pa.Table, targets: Sequence[Target], stamp: Stamp
) -> Filling:
    """What fills a pack with figures and targets that are given, such as proposed ones. Raises PageError."""
    authority = str(next(iter(figures["authority"].to_pylist()), stamp.authority))
    return Filling(
        figures=Book(figures),
        facts=council_words(store).known(_facts),
        targets=tuple(targets),
        comparators=_comparators(store, pack, authority),
        period=period,
        stamp=stamp,
        rule=pack.exceptions,
        periods=_lagging(figures, pack, period),
        events=events(store, authority),
    )


def targets_for(store: Path, pack: Pack, period: date) -> tuple[Target, ...]:
    """What was agreed and loaded; else the set that comes with the pack, and where that is silent what its report says.

    None for a pack without a target set. Raises PackError for a set that is nowhere.
    """
    if not pack.target_set:
        return ()
    loaded = target_entries.newest([entry.read() for entry in Store(store).entries("targets")], pack.target_set)
    if loaded:
        return loaded
    path = target_file(pack.target_set)
    shipped = target_files.read(path).targets if path is not None else ()
    if path is None and not pack.published:
        raise PackError(
            f"The target set {pack.target_set!r} of {pack.id} is not in the store: load it, name another, "
            "or remove `target_set` to fill the pack without targets."
        )
    known = {(each.measure, each.variant, each.period_type) for each in shipped}
    printed = _published_targets(pack, period)
    return (*shipped, *(each for each in printed if (each.measure, each.variant, each.period_type) not in known))


def _published_targets(pack: Pack, period: date) -> Iterator[Target]:
    lines = {line.ref: line for line in published.measures(pack.published)}
    # a paper proposes for the year after its own period, whatever the year of the report it is modelled on
    end = period if pack.layout == "targets" or pack.published_period is None else pack.published_period
    return (t for page in pack.pages if page.published for t in targets_of(lines[page.published], page, end))


def _comparators(store: Path, pack: Pack, authority: str) -> dict[tuple[str, str], Comparators]:
    entries = Store(store).entries("benchmarks")
    return dict(for_measures(entries, pack.wanted_pairs(), authority))


def _for(figures: Reworked, told: About, progress: Progress) -> Reworked:
    """The figures as the audience may see them, all of a pack held together. Raises DisclosureError and RuleError."""
    seen = disclose(figures.table, told.audience, told.rules, told.earlier, progress)
    if seen.exposed:
        raise DisclosureError(seen.exposed)
    shown = figures if told.audience == _INTERNAL else figures.without_numbers()
    return replace(shown, table=seen.table)


def _stamp(taken: Snapshot, authority: str, told: About, definitions: str, period: date) -> Stamp:
    place = told.place
    as_at = date.fromisoformat(taken.manifest["as_at"])
    return Stamp(
        authority=place or authority,
        place=place or authority,
        period=f"{period:%B %Y}",
        data_as_at=f"{as_at.day} {as_at:%B %Y}",
        snapshot=taken.id,
        definitions=definitions,
        status=told.status,
        handling=f"Official: {told.audience}",
    )
