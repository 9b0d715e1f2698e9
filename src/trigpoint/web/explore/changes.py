"""The page that says why a figure changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from trigpoint.reports.wording import period
from trigpoint.tasks.bridge_page import Bridge, BridgeLine
from trigpoint.tasks.choices import Choice, Offer
from trigpoint.tasks.snapshots import snapshots
from trigpoint.web.children.bridge import Asked, Rows, bridge, children_of
from trigpoint.web.explore.children import crumbs
from trigpoint.web.explore.looking import CannotLookError, Looking, answered, called, counted, figure_of, looking
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.page_turns import near, page_asked
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of


@answered
def why(request: HttpRequest, measure: str) -> HttpResponse:
    """The bridge between a figure and an earlier one, or the same from earlier records."""
    seen = looking(request)
    offered, choice = figure_of(seen, measure)
    counted(offered, seen)
    asked = _asked(seen, offered, choice)
    found = bridge(asked)
    lines = [line for line in found.lines if line.rows]
    mine = next((one for one in lines if one.line == seen.asked.get("result")), lines[0] if lines else None)
    actor, rows = actor_of(request), None
    if mine is not None and can(actor, Action.SEE_CHILDREN):
        rows = children_of(actor, asked, mine.line, page_asked(seen.asked.get("page", "")))
    context = _context(seen, asked, found, mine, rows) | {
        "measure": measure,
        "about": called(seen, measure),
        "choices": _choices(seen, offered, choice),
    }
    frame = Frame(
        title=f"{called(seen, measure)}: why did it change?",
        nav="measures",
        look="explore",
        crumbs=crumbs(seen, measure, "Why did it change?"),
        stamp=seen.stamp(handling="Official-sensitive: case numbers" if rows else "Official: internal"),
    )
    return shown(request, "explore/why.html.j2", frame, context)


def _context(seen: Looking, asked: Asked, found: Bridge, mine: BridgeLine | None, rows: Rows | None) -> dict[str, Any]:
    """What the page shows of a bridge, and the addresses of its lines, its pages and itself."""
    before = seen.asked.get("before", "")
    base = {**about_figure(seen.asked), "before": before}
    kept = {**about_figure(seen.asked), "period": asked.choice.period}
    here = {**base, "result": mine.line if mine else ""}
    lines = [line for line in found.lines if line.rows]
    return {
        "bridge": found,
        "rows": rows,
        "line": mine,
        "lines": [(one, query({**base, "result": one.line}), one is mine) for one in lines],
        "pages": _pages(rows, here) if rows else [],
        "here": query(here),
        "pinned": query({**here, **kept, "before": before or f"{asked.start}", "snapshot": seen.snapshot}),
        "snapshot": seen.snapshot,
        "before": before or f"{asked.start}",
        "kept": kept,
    }


def _pages(rows: Rows, here: dict[str, str]) -> list[tuple[int, str]]:
    """The pages to turn to."""
    return [(number, query({**here, "page": str(number)})) for number in near(rows.page, rows.pages)]


def _asked(seen: Looking, offered: Offer, choice: Choice) -> Asked:
    """What is held against what: `before` is the last day of an earlier period, or the id of earlier records."""
    before = seen.asked.get("before", "")
    ends = [end for end in offered.ends[choice.kind] if end < choice.end]
    if before and not before[:4].isdigit():
        raise CannotLookError(f"{before!r} is neither a period nor a snapshot: choose one of the list.")
    if before in _snapshots(seen):
        return Asked(seen.beside.store, choice, choice.end, seen.snapshot, before, seen.definitions)
    try:
        start = date.fromisoformat(before) if before else (ends[0] if ends else None)
    except ValueError:
        raise CannotLookError(
            f"{before!r} is no earlier period, and no records of that name are kept: choose one of the list."
        ) from None
    if start is None or start not in ends:
        raise CannotLookError("There is no earlier figure to hold it against: choose a later period.")
    return Asked(seen.beside.store, choice, start, seen.snapshot, "", seen.definitions)


def _snapshots(seen: Looking) -> list[str]:
    """The ids of the records that were loaded before those that are looked at."""
    return [row[0] for row in snapshots(seen.beside.store)[1:] if row[0] < seen.snapshot]


def _choices(seen: Looking, offered: Offer, choice: Choice) -> list[tuple[str, list[tuple[str, str]]]]:
    earlier = [(str(end), period(choice.kind, end)) for end in offered.ends[choice.kind] if end < choice.end]
    kept = [(one, f"{period(choice.kind, choice.end)} from snapshot {one}") for one in _snapshots(seen)[::-1]]
    return [("An earlier period", earlier), *([("The same period, earlier records", kept)] if kept else [])]
