"""The page that says why a figure changed."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse

from trigpoint.language.measure import Declaration
from trigpoint.reports.wording import period
from trigpoint.tasks.choices import Choice, Offer
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.snapshots import snapshots
from trigpoint.web.children.why_changed import Asked, bridge, children_of
from trigpoint.web.explore.children import crumbs
from trigpoint.web.explore.looking import CannotLookError, Looking, cannot, figure_of, looking
from trigpoint.web.explore.measure import not_calculated
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of


def why(request: HttpRequest, measure: str) -> HttpResponse:
    """The bridge between a figure and an earlier one, or the same from earlier records."""
    try:
        seen = looking(request)
        offered, choice = figure_of(seen, measure)
        if offered is None or choice is None or not isinstance(offered.measure, Declaration):
            return not_calculated(request, seen, measure)
        asked = _asked(seen, offered, choice)
        found = bridge(asked)
    except CannotLookError as error:
        return cannot(request, error)
    except LibraryError as error:
        return cannot(request, CannotLookError(str(error)))
    actor, base = actor_of(request), about_figure(seen.asked)
    before = seen.asked.get("before", "")
    lines = [line for line in found.lines if line.rows]
    line = seen.asked.get("result", "")
    line = line if line in {one.line for one in lines} else (lines[0].line if lines else "")
    page = seen.asked.get("page", "1")
    rows = None
    if line and can(actor, Action.SEE_CHILDREN):
        rows = children_of(actor, asked, line, int(page) if page.isdecimal() and len(page) < 7 else 1)
    here = {**base, "before": before, "result": line}
    context = {
        "measure": measure,
        "bridge": found,
        "rows": rows,
        "line": next((one for one in lines if one.line == line), None),
        "lines": [(one, query({**base, "before": before, "result": one.line}), one.line == line) for one in lines],
        "pages": [(n, query({**here, "page": str(n)})) for n in range(1, rows.pages + 1)][:30] if rows else [],
        "choices": _choices(seen, offered, choice),
        "before": before or f"{asked.start}",
        "kept": {**base, "period": choice.period},
    }
    handling = "Official-sensitive: case numbers" if rows and rows.rows else "Official: internal"
    title = f"{offered.measure.title}: why did it change?"
    frame = Frame(
        title=title,
        nav="measures",
        look="explore",
        crumbs=crumbs(seen, offered, measure, "Why did it change?"),
        stamp=seen.stamp(handling=handling),
    )
    return shown(request, "explore/why.html.j2", frame, context)


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
