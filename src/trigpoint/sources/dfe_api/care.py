"""The placements of a child, with the episodes, the periods of care and the orders that they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from trigpoint.sources.dfe_api.reader import Cell, Taken
from trigpoint.sources.dfe_api.shape import CHILD
from trigpoint.sources.ssda903.care import Names
from trigpoint.sources.ssda903.permanence import ADOPTED, ADOPTION, ORDERS

Record = tuple[str, dict[str, Cell]]
"""A row and the name of its table."""

PLACEMENTS = CHILD.groups["social_care_episodes"].groups["child_looked_after_placements"]
PERMANENCE = "ssd_permanence"
_CONTINUES = "X1"


def placements(child: str, found: Sequence[tuple[str, Taken]], names: Names) -> Iterator[Record]:
    """A placement and an episode of care for each placement given, with the referral it lies in.

    The payload knows one start and one end reason for a placement, so it has one episode. A period of care begins
    where care starts (S) or the placement before ended care; its day of entry is known only where it says S.
    """
    before: Taken | None = None
    period, entered = "", None
    for referral, taken in sorted(found, key=lambda pair: _order(pair[1])):
        cells = taken.cells
        start = _day(cells["start_date"])
        if before is None or cells["start_reason"] == "S" or before.cells["end_reason"] not in {None, _CONTINUES}:
            period = names.name(child, "care", start)
            entered = start if cells["start_reason"] == "S" else None
        before = taken
        yield PLACEMENTS.table, {**taken.row(PLACEMENTS, child), "clap_cla_id": period}
        yield (
            "ssd_cla_episodes",
            {
                "clae_cla_episode_id": names.name(child, "episode", start),
                "clae_person_id": child,
                "clae_cla_placement_id": cells["child_looked_after_placement_id"],
                "clae_cla_episode_start_date": start,
                "clae_cla_episode_start_reason": cells["start_reason"],
                "clae_cla_episode_ceased_date": cells["end_date"],
                "clae_cla_episode_ceased_reason": cells["end_reason"],
                "clae_cla_id": period,
                "clae_referral_id": referral,
                "clae_entered_care_date": entered,
            },
        )


def orders(child: str, ways: Sequence[dict[str, Cell]], found: Sequence[tuple[str, Taken]]) -> Iterator[Record]:
    """The ways towards adoption with the orders that placements ended in, and a row for each other order.

    The newest adoption order belongs to the newest decision; ways have their ids already.
    """
    names = Names()
    ended = sorted((_day(one.cells["end_date"]) or date.max, str(one.cells["end_reason"])) for _, one in found)
    adopted = [(day, ADOPTION) for day, reason in ended if reason in ADOPTED]
    others = [(day, ORDERS[reason]) for day, reason in ended if reason in ORDERS]
    newest = sorted(ways, key=lambda way: str(way["perm_adm_decision_date"] or ""))
    ordered = [_ordered(child, day, kind, names) for day, kind in reversed(adopted)]
    for way, order in zip_longest(reversed(newest), ordered):
        yield PERMANENCE, {**(order or {}), **(way or {})}
    for day, kind in others:
        yield PERMANENCE, _ordered(child, day, kind, names)


def _ordered(child: str, day: date, kind: str, names: Names) -> dict[str, Cell]:
    known = None if day == date.max else day
    return {
        "perm_table_id": names.name(child, "order", known),
        "perm_person_id": child,
        "perm_permanence_order_date": known,
        "perm_permanence_order_type": kind,
    }


def _order(taken: Taken) -> tuple[date, date]:
    return _day(taken.cells["start_date"]) or date.max, _day(taken.cells["end_date"]) or date.max


def _day(cell: Cell) -> date | None:
    return cell if isinstance(cell, date) else None
