"""What rules ask of an episode of care by itself: whether it lasts, whether it touches the year, where it is spent."""

from __future__ import annotations

from trigpoint.records.returns.ssda903 import Episodes

TEMPORARY = frozenset({"T0", "T1", "T2", "T3", "T4"})
"""Placements for a short time, between two episodes of another placement."""


def is_open(episode: Episodes) -> bool:
    """Whether its end is blank; an end that cannot be read is none the less an end."""
    return not episode.filled("DEC")


def overlaps_year(episode: Episodes) -> bool:
    """Whether it began by the last day of the collection year and had not ended before the first."""
    start, end, year = episode.DECOM, episode.DEC, episode.collection
    if start is None or start > year.last_day:
        return False
    return is_open(episode) or (end is not None and year.first_day <= end)
