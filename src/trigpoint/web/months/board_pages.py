"""The page of a month, and the way to the one that people work on now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from trigpoint.tasks.month_plan import MonthPlan, month_plan, timetable, working_day
from trigpoint.tasks.retractions import Retraction
from trigpoint.web.months.actions import open_actions
from trigpoint.web.months.beginning import beginning
from trigpoint.web.months.board import FILTERS, Looker, Row, rows
from trigpoint.web.months.board_parts import packs_context, told
from trigpoint.web.months.clearance import Doubt, doubts, remarks
from trigpoint.web.months.diary import since, visited, when
from trigpoint.web.months.in_force import newest_publication, taken_back
from trigpoint.web.months.links import board_href, href, month_key, snapshot_words
from trigpoint.web.months.models import Month, Publication
from trigpoint.web.months.owners import owners
from trigpoint.web.months.periods import last_month_end
from trigpoint.web.months.stages import here, stages
from trigpoint.web.months.standing import obstacles, passed
from trigpoint.web.months.state import LineState, line_states
from trigpoint.web.pages import Crumb, Frame, shown, words_of
from trigpoint.web.people.middleware import actor_of

_NAV = "month_board"


def current(request: HttpRequest) -> HttpResponse:
    """To the newest month that is not published, else the newest there is; where there is none, how one begins."""
    unpublished = Month.objects.exclude(publications__published__isnull=False).order_by("period").last()
    found = unpublished or Month.objects.first()
    if found is not None:
        return redirect(board_href(found, request.GET.get("show", "")))
    frame = Frame(title="This month", nav=_NAV, look="month")
    context = {"newest": beginning(), "coming": f"{last_month_end(timezone.localdate()):%Y-%m}"}
    return shown(request, "months/board_empty.html.j2", frame, context)


def month(request: HttpRequest, period: str) -> HttpResponse:
    """One month: its steps, its lines, what stands in the way of publishing it."""
    found = month_or_404(period)
    actor, today = actor_of(request), timezone.localdate()
    settled = timetable(settings.ENVIRONMENT.store)
    plan = month_plan(found.period, found.publish_on, settled)
    looker = Looker(actor, owners(), today, plan.comment, plan.challenge, plan.sign)
    states = line_states(found)
    every = rows(states, looker)
    show = request.GET.get("show") or ("needs" if any(not row.is_done for row in every) else "all")
    if show not in FILTERS:
        raise Http404
    newest = newest_publication(found)
    withdrawn = taken_back(newest)
    published = None if withdrawn else newest
    suspected = [one for one in doubts(found, states) if not one.cleared_by]
    context = _around(found, states, today, suspected) | packs_context(found, states) | _lines(found, every, show)
    steps = stages(found, every, plan, published, today)
    context |= {
        "told_of": lambda row: told(row.state, found, suspected),
        "stages": steps,
        "here": here(steps),
        "said": _sentence(every, plan, newest, withdrawn),
        "working_day": working_day(found.period, today, settled),
        "published": published,
        "newest": newest,
        "taken_back": withdrawn,
        "diary": since(found, visited(found, actor)),
    }
    frame = Frame(
        title=str(found),
        nav=_NAV,
        crumbs=(Crumb("This month", href(_NAV)), Crumb(str(found))),
        look="month",
        land=True,
        wide=True,
        stamp=_stamp(found, _status(every, published, withdrawn)),
    )
    return shown(request, "months/board.html.j2", frame, context)


def _lines(found: Month, every: Sequence[Row], show: str) -> dict[str, object]:
    """The rows that are shown, and what else could be."""
    return {
        "rows": [row for row in every if FILTERS[show][1](row)],
        "every": every,
        "show": show,
        "filters": [
            (key, words, sum(map(test, every)), board_href(found, key)) for key, (words, test) in FILTERS.items()
        ],
        "signable": [row for row in every if row.signable],
    }


def _around(found: Month, states: Sequence[LineState], today: date, suspected: Sequence[Doubt]) -> dict[str, object]:
    """What stands around the lines of a month: what is in the way, its packs, actions, other months and links."""
    promised = open_actions([state.line for state in states]) if states else None
    return {
        "month": found,
        "obstacles": [*obstacles(found, states), *remarks(found, suspected)],
        "passed": passed(found, states),
        "months": [(one, board_href(one)) for one in Month.objects.all()[:24]],
        "open_actions": promised.count() if promised is not None else 0,
        "late_actions": promised.filter(by__lt=today).count() if promised is not None else 0,
        "links": {name: href(f"month_{name}", found) for name in _FLOW},
        "snapshot": snapshot_words(found.snapshot),
        "when": when,
        "lowered": lambda text: text[:1].lower() + text[1:],
    }


_FLOW = ("dates", "load", "accept", "freeze", "calculate", "reasonable", "publish", "retract")


def month_or_404(period: str) -> Month:
    """The month that an address names as 2026-10."""
    try:
        day = date.fromisoformat(f"{period}-01")
    except ValueError:
        raise Http404 from None
    found = Month.objects.filter(period__year=day.year, period__month=day.month).first()
    if found is None or month_key(found.period) != period:
        raise Http404
    return found


def _sentence(
    every: Sequence[Row], plan: MonthPlan, published: Publication | None, withdrawn: Retraction | None
) -> str:
    """What must be seen first: how many are signed off, how many wait for the reader, how many are blocked."""
    when = f"{plan.publish:%A} {plan.publish.day} {plan.publish:%B}"
    planned = f"Publishing {'was' if plan.publish < timezone.localdate() else 'is'} planned for {when}."
    if not every:
        return f"The figures are not calculated yet. {planned}"
    signed, mine = sum(row.is_done for row in every), sum(row.mine for row in every)
    blocked = sum(row.blocked for row in every)
    parts = [f"{signed} of {len(every)} measures {'is' if signed == 1 else 'are'} signed off."]
    waiting = [f"{mine} {'is' if mine == 1 else 'are'} waiting for you"] if mine else []
    waiting += [f"{blocked} {'is' if blocked == 1 else 'are'} blocked"] if blocked else []
    parts += [f"{' and '.join(waiting)}."] if waiting else []
    if published is not None and published.published is not None:
        parts.append(f"Published on {words_of(timezone.localtime(published.published))}.")
        if withdrawn is not None:
            parts.append(f"Taken back on {words_of(timezone.localtime(withdrawn.at))}: it is not in force.")
    else:
        parts.append(planned)
    return " ".join(parts)


def _status(every: Sequence[Row], published: Publication | None, withdrawn: Retraction | None) -> str:
    if withdrawn:
        return "Taken back, not in force"
    states_signed = bool(every) and all(row.is_done for row in every)
    return "Published" if published else "Signed off" if states_signed else "Draft, not signed off"


def _stamp(found: Month, status: str) -> dict[str, str]:
    snapshot = f" (snapshot {found.snapshot})" if found.snapshot else ""
    return {
        "Report": f"Month board {found}",
        "Data as at": f"{words_of(found.period)}{snapshot}",
        "Status": status,
        "Handling": "Official: internal",
    }
