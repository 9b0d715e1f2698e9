"""The placements of a child, with the episodes and the periods of care that they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from trigpoint.sources.dfe_api.reader import Cell, Taken
from trigpoint.sources.dfe_api.shape import CHILD
from trigpoint.sources.ssda903.care import Names

Record = tuple[str, dict[str, Cell]]
"""A row and the name of its table."""

PLACEMENTS = CHILD.groups["social_care_episodes"].groups["child_looked_after_placements"]
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


def _order(taken: Taken) -> tuple[date, date]:
    return _day(taken.cells["start_date"]) or date.max, _day(taken.cells["end_date"]) or date.max


def _day(cell: Cell) -> date | None:
    return cell if isinstance(cell, date) else None
