"""Carries an agreed paper into the store, and tells which targets hold and held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from trigpoint.judgement import entries
from trigpoint.judgement.target import Target
from trigpoint.measures import EVERY
from trigpoint.reports.target_words import aim_words, tolerance_words
from trigpoint.store import Store
from trigpoint.tasks.council_words import measure_title
from trigpoint.tasks.fill_pack import targets_for
from trigpoint.tasks.target_paper import Paper, carried, pack_of, packs_with_targets, period_of
from trigpoint.tasks.target_proposal import unit_of
from trigpoint.tasks.targets import KIND


@dataclass(frozen=True)
class Carried:
    """The entry that holds an agreed paper; `again` where an earlier try had written it."""

    entry: str
    targets: int
    again: bool


@dataclass(frozen=True)
class Dated:
    """A target in words, with its dates and who agreed it."""

    measure: str
    title: str
    variant: str
    period_type: str
    words: str
    tolerance: str
    starts: date
    ends: date | None
    agreed_by: str
    agreed_on: date | None
    rationale: str


@dataclass(frozen=True)
class SetToday:
    """A target set: the packs that are judged by it, where it comes from, and its targets that hold on a day."""

    name: str
    packs: tuple[str, ...]
    loaded: date | None
    targets: tuple[Dated, ...]


def agree(paper: Paper, store: Path, agreed_by: str, agreed_on: date) -> Carried:
    """Write the whole set with the paper in it as an entry; nothing where the newest entry of the set is that already.

    The entries before it stay: what held when is never written over. Raises StoreError and PackError.
    """
    pack = pack_of(paper.pack, store)
    with Store(store).writing() as writer:
        before = targets_for(store, pack, period_of(store, paper.starts))
        after = carried(paper, store, before, agreed_by, agreed_on)
        known = {entry: entries.from_table(entry.read()) for entry in Store(store).entries(KIND)}
        newest = next((e for e in reversed(known) if any(t.set == pack.target_set for t in known[e])), None)
        new = sum(target.start == paper.starts for target in after)
        if newest is not None and list(entries.newest([newest.read()], pack.target_set)) == after:
            return Carried(newest.path.name, new, again=True)
        return Carried(writer.add_entry(KIND, entries.to_table(after)).path.name, new, again=False)


def sets_today(store: Path, on: date, others: tuple[str, ...] = ()) -> list[SetToday]:
    """Every target set that a pack or the store names, with the targets that hold on a day. Raises StoreError."""
    packs = [pack for _, pack in packs_with_targets(store, others)]
    tables = {entry: entries.from_table(entry.read()) for entry in Store(store).entries(KIND)}
    loaded = {target.set: entry.time.date() for entry, found in tables.items() for target in found}
    names = dict.fromkeys([*loaded, *(pack.target_set for pack in packs)])
    found = []
    for name in names:
        mine = [pack for pack in packs if pack.target_set == name]
        targets = entries.newest([entry.read() for entry in tables], name) if name in loaded else ()
        if not targets and mine:
            targets = targets_for(store, mine[0], on)
        held = tuple(_dated(store, target) for target in targets if target.in_force(on))
        found.append(SetToday(name, tuple(pack.title for pack in mine), loaded.get(name), held))
    return found


def history(store: Path, name: str, measure: str, on: date, others: tuple[str, ...] = ()) -> list[Dated]:
    """Every target of a measure in a set as it stands now, newest first; none for a measure that has none."""
    tables = [entry.read() for entry in Store(store).entries(KIND)]
    targets = entries.newest(tables, name)
    if not targets:
        mine = next((pack for _, pack in packs_with_targets(store, others) if pack.target_set == name), None)
        targets = targets_for(store, mine, on) if mine else ()
    found = [_dated(store, target) for target in targets if target.measure == measure]
    return sorted(found, key=lambda one: (one.variant, one.period_type, -one.starts.toordinal()))


def _dated(store: Path, target: Target) -> Dated:
    measure = EVERY.get(target.measure)
    unit = unit_of(target.measure, target.variant, target.period_type)
    nothing = "To be set" if target.to_be_set else "By bands" if target.bands else "No target"
    return Dated(
        measure=target.measure,
        title=measure_title(store, target.measure) if measure else target.measure,
        variant=target.variant,
        period_type=target.period_type,
        words=aim_words(target, unit, nothing),
        tolerance=_bands(target) or tolerance_words(target, unit),
        starts=target.start,
        ends=target.end,
        agreed_by=target.agreed_by,
        agreed_on=target.agreed_on,
        rationale=target.rationale,
    )


def _bands(target: Target) -> str:
    return "; ".join(f"{band.name} {_ends(band.low, band.high)}" for band in target.bands)


def _ends(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return f"to {high:f}" if high is not None else f"from {low:f}" if low is not None else "everywhere"
    return f"{low:f} to {high:f}"
