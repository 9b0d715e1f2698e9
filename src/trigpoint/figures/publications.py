"""Which figure of a period was published: the first to be, unless a later release replaced it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trigpoint.figures.display import is_supplied
from trigpoint.language.period import month_of
from trigpoint.language.reason import Reason

Row = Mapping[str, Any]
Key = tuple[str, str, str, str, str, str, int]

_NO_FIGURE = {Reason.NOT_COLLECTED, Reason.NOT_YET_KNOWN, Reason.NOT_APPLICABLE}


@dataclass(frozen=True)
class Publication:
    """Figures published together: in a release, or elsewhere and supplied. `replaces` what was published before."""

    name: str
    day: date
    rows: Sequence[Row]
    replaces: bool = False
    note: str = ""


@dataclass(frozen=True)
class Published:
    """The published figure of a period, and where it was published. `before`: before Trigpoint, and supplied."""

    row: Row
    publication: Publication
    before: bool = False


def key_of(row: Row) -> Key:
    """What a figure is a figure of. A period is known by its month: it may be published before its last day."""
    names = ("measure", "variant", "period_type", "authority", "breakdown", "group")
    measure, variant, kind, authority, breakdown, group = (str(row[name] or "") for name in names)
    return measure, variant, kind, authority, breakdown, group, month_of(row["period_end"])


def standing(releases: Sequence[Publication], supplied: Sequence[Publication] = ()) -> dict[Key, Published]:
    """The published figure of each period, from releases (oldest first) and what was supplied from before.

    A supplied figure stands when it was published no later than the release, unless the release took it over or
    replaced it.
    """
    found: dict[Key, Published] = {}
    for publication in releases:
        for row in filter(_is_figure, publication.rows):
            if publication.replaces or key_of(row) not in found:
                found[key_of(row)] = Published(row, publication)
    for publication in supplied:
        for row in filter(_is_figure, publication.rows):
            released = found.get(key_of(row))
            if released is None or _is_older(publication, released):
                found[key_of(row)] = Published(row, publication, before=True)
    return found


def _is_figure(row: Row) -> bool:
    """Whether anything was published: that nothing was known is no figure."""
    return row["value"] is not None or row["reason"] not in _NO_FIGURE


def _is_older(publication: Publication, released: Published) -> bool:
    taken_over = is_supplied(released.row) or released.publication.replaces
    return not taken_over and publication.day <= released.publication.day
