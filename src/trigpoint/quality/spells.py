"""What lasts from a day to a day while a child is in care: being missing, being deprived of liberty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trigpoint.quality.days import is_after, is_before
from trigpoint.quality.periods import Period, periods
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import DoLo, Episodes, Header, Missing


@dataclass(frozen=True, eq=False)
class Spell:
    """A row with the days on which it begins and ends; open when no end is written."""

    row: ReturnRow
    start: date | None
    end: date | None
    is_open: bool


def absences(child: ChildReturn) -> Sequence[Spell]:
    """Times of being missing or away without authorisation, by end (start where there is none), then by start."""
    return child.remembered(_absences)


def orders(child: ChildReturn) -> Sequence[Spell]:
    """Deprivation of liberty orders, in the same order."""
    return child.remembered(_orders)


def _absences(child: ChildReturn) -> Sequence[Spell]:
    rows = (Spell(row, row.MIS_START, row.MIS_END, not row.filled("MIS_END")) for row in child.rows(Missing))
    return tuple(sorted(rows, key=_end))


def _orders(child: ChildReturn) -> Sequence[Spell]:
    rows = (Spell(row, row.DOLO_START, row.DOLO_END, not row.filled("DOLO_END")) for row in child.rows(DoLo))
    return tuple(sorted(rows, key=_end))


def _end(spell: Spell) -> tuple[date, date]:
    return spell.end or spell.start or date.max, spell.start or date.max


def start(spell: Spell) -> date:
    """Its first day, to order by; one without a day comes last."""
    return spell.start or date.max


def overlapping(spells: Sequence[Spell]) -> Iterator[ReturnRow]:
    """Rows whose spell begins before the one in front of it has ended, or while that one is open."""
    for before, spell in pairwise(spells):
        if before.is_open or is_after(before.end, spell.start):
            yield spell.row


def children_with(collection: Collection | None, module: type[ReturnRow]) -> Iterable[ChildReturn]:
    """The children who have a row of a module, each once; none of a return that is not there."""
    return dict.fromkeys(row.child for row in collection.rows(module)) if collection is not None else ()


def unresumed(child: ChildReturn, spells: Sequence[Spell], begun: set[date]) -> Iterator[ReturnRow]:
    """What to look at where spells open at the end of last year do not stand first in this one.

    That is the row of the first spell of this year, or the Header of a child without one.
    """
    first = min(spells, key=start, default=None)
    if begun - {first.start if first else None}:
        row = first.row if first else child.first(Header)
        if row is not None:
            yield row


def is_outside_care(child: ChildReturn, spell: Spell) -> bool:
    """Whether the spell agrees with no period of care.

    An open one needs a period that still lasts and had begun; one that ended has to end within a period.
    """
    return not any(_agrees(spell, period) for period in periods(child))


def _agrees(spell: Spell, period: Period) -> bool:
    if spell.is_open:
        return period.end is None and not is_before(spell.start, period.start)
    return not is_before(spell.end, period.start) and not is_after(spell.end, period.end)


def during_orders(collection: Collection, is_wrong: Callable[[str | None], bool]) -> Iterator[ReturnRow]:
    """Every order with both dates, and each episode overlapping it whose placement code is wrong for an order."""
    for order in collection.rows(DoLo):
        for episode in order.child.rows(Episodes):
            if is_wrong(episode.PLACE) and _overlaps(episode, order):
                yield from (episode, order)


def _overlaps(episode: Episodes, order: DoLo) -> bool:
    if episode.DECOM is None or order.DOLO_START is None or order.DOLO_END is None:
        return False
    end = date.max if is_open(episode) else episode.DEC
    return end is not None and end >= order.DOLO_START and episode.DECOM <= order.DOLO_END
