"""A prepared figure as a subject of the reports: with its history, target, comparators and events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.comparators.comparators import Comparators, for_measures
from trigpoint.judgement import entries as target_entries
from trigpoint.judgement.target import Target
from trigpoint.language.period import PeriodType, first_day, month_of, periods
from trigpoint.measures import EVERY
from trigpoint.packs.facts import MeasureFacts, facts_of
from trigpoint.packs.model import Page
from trigpoint.reports.book import Book, Where
from trigpoint.reports.page import Stamp
from trigpoint.reports.spoken import spoken
from trigpoint.reports.subject import Subject
from trigpoint.store import Entry, Store
from trigpoint.tasks.choices import Choice, Offer
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.events import events
from trigpoint.tasks.further_figures import Further, beyond, further_figures
from trigpoint.tasks.group_words import group_words
from trigpoint.tasks.prepared_figures import BROKEN_DOWN, MONTHS, Prepared, read_prepared
from trigpoint.tasks.stored import snapshot_of

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

LINE, CONTROL, GROUPED = 25, 37, BROKEN_DOWN
"""Months shown where nobody asks for others: of a line, of a control chart, of the line of a group."""

_TOTALS = ("", "category")


@dataclass(frozen=True)
class Beside:
    """What stands beside the figures of a store: the council's name, the set of targets that is held against them."""

    store: Path
    place: str
    target_set: str = ""


def subject_of(offered: Offer, choice: Choice, beside: Beside, months: int = LINE, by: Sequence[str] = ()) -> Subject:
    """The subject of a figure, with the periods of the last `months` or of as many as the choice asks for.

    `by` are the breakdowns that will be asked of it as well. Raises NotReadyError where its figures must be calculated.
    """
    declared, words = EVERY[choice.measure], council_words(beside.store)
    known = words.known(measure_facts)
    page = Page(
        code=choice.measure,
        title=words.said(declared.title),
        group=declared.domain,
        measure=choice.measure,
        variant=choice.variant,
        period_type=choice.kind,
        where=choice.where,
    )
    plain = not choice.where
    return Subject(
        page=spoken(page, known(choice.measure, choice.variant, choice.kind)),
        known=known,
        words=words.states,
        book=book(offered, choice, beside.store, months, by),
        targets=targets_in(beside.store, beside.target_set) if plain else (),
        comparators=comparators_of(beside.store, choice.measure, choice.variant, choice.authority) if plain else None,
        period=choice.end,
        periods=shown_periods(offered, choice, months),
        stamp=stamp(offered.prepared, choice, beside),
        events=tuple(one for one in events(beside.store, choice.authority) if one.about(choice.measure, choice.where)),
    )


def shown_periods(offered: Offer, choice: Choice, months: int) -> int:
    """How many periods end within the last `months` of the chosen one; groups have fewer than the whole."""
    many = choice.months or (min(months, GROUPED) if choice.where else months)
    held = offered.ends.get(choice.kind, (choice.end,))
    newest = month_of(max(held))
    if many > MONTHS:
        return max(sum(one.end <= choice.end for one in periods(choice.kind, newest, many)), 1)
    since = first_day((newest if choice.where else month_of(choice.end)) - many + 1)
    return max(sum(since <= end <= choice.end for end in held), 1)


def in_groups(subject: Subject, where: Where) -> Subject:
    """The same subject about a group; nothing published or agreed is about it."""
    page = replace(subject.page, where=where)
    return replace(subject, page=page, targets=(), comparators=None, events=())


@cache
def measure_facts(measure: str, variant: str, kind: PeriodType) -> MeasureFacts:
    """The facts of a measure, as its figures of a period type are made."""
    return facts_of(EVERY[measure], variant, kind)


def book(offered: Offer, choice: Choice, store: Path, months: int = LINE, by: Sequence[str] = ()) -> Book:
    """The figures of one measure, variant and period type: of the whole, of the chosen group and by breakdowns.

    What is not prepared was calculated when somebody asked for it. Raises NotReadyError where nobody did.
    """
    wanted = wanted_beyond(offered, choice, months, by)
    prepared = offered.prepared
    if wanted is None:
        return _book(prepared, choice.measure, choice.variant, choice.kind, choice.authority)
    return _further(prepared, choice.authority, wanted, store)


def wanted_beyond(offered: Offer, choice: Choice, months: int = LINE, by: Sequence[str] = ()) -> Further | None:
    """What a figure needs that is not prepared: groups crossed, groups of a variant, more months; None where nothing.

    One breakdown is calculated with all others, so that turning from one to the next does not wait again.
    """
    names = tuple(name for name, _ in choice.where)
    wanted = ("+".join(names),) if len(names) > 1 else tuple(offered.groups) if names or by else ()
    many = choice.months or (GROUPED if wanted else months)
    return beyond(offered.prepared, choice.measure, choice.kind, choice.variant, wanted, many)


@lru_cache(maxsize=64)
def _book(prepared: Prepared, measure: str, variant: str, kind: PeriodType, authority: str) -> Book:
    return Book(_prepared(prepared, measure, variant, kind, authority))


@lru_cache(maxsize=64)
def _further(prepared: Prepared, authority: str, wanted: Further, store: Path) -> Book:
    """Further figures beside the prepared totals, which go further back than groups do. Raises NotReadyError."""
    table = further_figures(store, wanted)
    table = table.filter(pc.equal(table["authority"], authority))
    if wanted.months >= MONTHS:
        return Book(table)
    totals = _prepared(prepared, wanted.measure, wanted.variant, wanted.kind, authority)
    totals = totals.filter(pc.is_in(totals["breakdown"], pa.array(_TOTALS)))
    parts = table.filter(pc.invert(pc.is_in(table["breakdown"], pa.array(_TOTALS))))
    return Book(pa.concat_tables([totals, parts]))


def _prepared(prepared: Prepared, measure: str, variant: str, kind: PeriodType, authority: str) -> pa.Table:
    table = read_prepared(prepared, measure)
    mine = pc.and_(pc.equal(table["variant"], variant), pc.equal(table["period_type"], str(kind)))
    return table.filter(pc.and_(mine, pc.equal(table["authority"], authority)))


def target_sets(store: Path) -> list[str]:
    """The names of the sets of targets that were loaded, the newest first."""
    tables = [entry.read() for entry in Store(store).entries("targets")]
    return list(dict.fromkeys(str(name) for table in reversed(tables) for name in table["set"].unique().to_pylist()))


def targets_in(store: Path, name: str = "") -> tuple[Target, ...]:
    """The targets of a set; with no name those of the newest set. None where nothing is loaded."""
    return _targets(tuple(Store(store).entries("targets")), name)


@lru_cache(maxsize=8)
def _targets(entries: tuple[Entry, ...], name: str) -> tuple[Target, ...]:
    """An entry never changes under its name."""
    tables = [entry.read() for entry in entries]
    if not name and tables:
        name = str(tables[-1]["set"][0].as_py()) if tables[-1].num_rows else ""
    return target_entries.newest(tables, name)


def comparators_of(store: Path, measure: str, variant: str, authority: str) -> Comparators | None:
    """What others published beside a figure."""
    return _comparators(tuple(Store(store).entries("benchmarks")), measure, variant, authority)


@lru_cache(maxsize=512)
def _comparators(entries: tuple[Entry, ...], measure: str, variant: str, authority: str) -> Comparators | None:
    return for_measures(entries, [(measure, variant)], authority).get((measure, variant)) if entries else None


def stamp(prepared: Prepared, choice: Choice, beside: Beside) -> Stamp:
    """What stands at the foot of a page about prepared figures."""
    groups = ", ".join(group_words(name, group) for name, group in choice.where)
    as_at = date.fromisoformat(snapshot_of(beside.store, prepared.snapshot).manifest["as_at"])
    return Stamp(
        authority=choice.authority,
        place=groups or beside.place.removesuffix(" Council") or choice.authority,
        period=choice.period,
        data_as_at=f"{as_at.day} {as_at:%B %Y}",
        snapshot=prepared.snapshot,
        definitions=prepared.definitions,
        status="Calculated, not published",
        handling="Official: internal",
    )
