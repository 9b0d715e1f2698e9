"""What the board says beside its rows: remarks to read, shared comments, who did what; and the packs with previews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from trigpoint.tasks.offered_packs import pack_titles
from trigpoint.web.months.clearance import Doubt
from trigpoint.web.months.links import line_href, month_key
from trigpoint.web.months.models import Month
from trigpoint.web.months.previews import previewed, previewed_at
from trigpoint.web.months.state import LineState
from trigpoint.web.months.trail import Deed, trail


@dataclass(frozen=True)
class Told:
    """What is told of a line below what it needs: its open remarks and where to read them, what its comment serves."""

    remarks: str
    count: int
    href: str
    shared: str
    deeds: list[Deed]


def told(state: LineState, month: Month, suspected: Sequence[Doubt]) -> Told:
    """What is told of a line; `suspected` are the warnings about comments that nobody has cleared."""
    mine = sum(state.line.pk in doubt.lines for doubt in suspected)
    said = f"{mine} remark{'' if mine == 1 else 's'} may identify a child." if mine else ""
    where = reverse("month_publish", args=[month_key(month.period)]) + "#comments"
    href = where if state.accepted is not None else f"{line_href(state.line)}#comment"
    keys = set(state.newest.serves) - {state.line.key} if state.newest else set()
    shared = f"{len(keys)} other measure{'' if len(keys) == 1 else 's'}" if keys else ""
    return Told(said, mine, href, shared, trail(state, month))


def packs_context(month: Month, states: Sequence[LineState]) -> dict[str, object]:
    """The packs of a month with their titles, how many measures each prints, and the preview where one is written."""
    titles = pack_titles(settings.ENVIRONMENT.store)
    files, written = previewed(month), previewed_at(month)
    newest = month.happenings.first()
    printed = [{pack for pack, _ in state.line.pages} for state in states]
    return {
        "packs": [
            (
                pack,
                titles.get(pack.pack, pack.pack),
                sum(pack.pack in pages for pages in printed),
                files.get(f"{pack.audience}|{pack.pack}", ""),
            )
            for pack in month.packs.all()
        ],
        "previewed": written,
        "preview_is_old": written is not None and newest is not None and newest.at > written,
    }
