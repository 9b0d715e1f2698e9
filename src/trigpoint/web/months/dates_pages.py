"""The dates of a month: by when each of its steps is done, who changed them, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.store import StoreError
from trigpoint.tasks.configure import Configured, Row, Setting, configurations, configure, configured
from trigpoint.tasks.month_plan import STEP_WORDS, STEPS, agreed_row, month_plan, timetable, working_day
from trigpoint.web.access.log import log
from trigpoint.web.months.diary import happened
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Month
from trigpoint.web.months.periods import last_month_end, month_ends
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of

_BACK, _AHEAD = 13, 3
_LONGEST = timedelta(days=92)


def dates(request: HttpRequest, period: str) -> HttpResponse:
    """By when each step of a month is done; who may freeze a month may change it, with a reason."""
    end, errors = _month_end(period), dict[str, str]()
    store = settings.ENVIRONMENT.store
    month = Month.objects.filter(period=end).first()
    told = timetable(store)
    plan = month_plan(end, month.publish_on if month else None, told)
    given = {step: plan.of(step).isoformat() for step in STEPS} | {"because": ""}
    if request.method == "POST":
        given = {name: request.POST.get(name, "").strip() for name in given}
        days = _days(given, end, errors)
        if not errors and _kept(request, end, month, days, given["because"], errors):
            return redirect("month_dates", period)
    usual = month_plan(end, None, told.without(end))
    context = {
        "period": period,
        "month": f"{end:%B %Y}",
        "has_board": month is not None,
        "steps": [
            (step, STEP_WORDS[step], plan.of(step), working_day(end, plan.of(step), told), usual.of(step))
            for step in STEPS
        ],
        "given": given,
        "errors": errors,
        "closed": sorted(day for day in told.closed if end < day <= plan.publish),
        "history": _history(store, end),
        "others": [(f"{one:%B %Y}", month_key(one)) for one in _around(end)],
    }
    crumbs = (Crumb("This month", reverse("month_board")), Crumb(f"Dates of {end:%B %Y}"))
    frame = Frame(title=f"Dates of {end:%B %Y}", nav="month_board", crumbs=crumbs)
    return shown(request, "months/dates.html.j2", frame, context, status=422 if errors else 200)


def _month_end(period: str) -> date:
    """The last day of a month that can have dates: one there is a board of, or one about now."""
    try:
        end = last_month_end(date.fromisoformat(f"{period}-01") + timedelta(days=31))
    except (ValueError, OverflowError):
        raise Http404 from None
    known = end in _offered() or Month.objects.filter(period=end).exists()
    if not known or month_key(end) != period:
        raise Http404
    return end


def _offered() -> list[date]:
    newest = last_month_end(timezone.localdate() + timedelta(days=31 * _AHEAD))
    return month_ends(newest, _BACK + _AHEAD)


def _around(end: date) -> list[date]:
    """The months before and after, where they can have dates too."""
    before, after = last_month_end(end), last_month_end(end + timedelta(days=40))
    return [one for one in (before, after) if one in _offered()]


def _history(store: Path, end: date) -> list[tuple[Configured, str]]:
    """Every change of the dates of a month, newest first, with the days that it gave."""
    found: list[tuple[Configured, str]] = []
    before: list[Row] = []
    for one in reversed(configurations(store, Setting.MONTH_DATES)):
        mine = [row for row in one.rows if row.key.startswith(f"{end} ")]
        if mine != before:
            days = [(row.key.partition(" ")[2], row.starts) for row in mine if row not in before]
            found.append((one, ", ".join(f"{STEP_WORDS[step]} {day.day} {day:%B}" for step, day in days if day)))
        before = mine
    return found[::-1]


def _days(given: Mapping[str, str], end: date, errors: dict[str, str]) -> dict[str, date]:
    days: dict[str, date] = {}
    latest = end
    for step in STEPS:
        try:
            day = date.fromisoformat(given[step])
        except ValueError:
            errors[step] = "Give the day as 2026-11-17."
            continue
        if not end < day <= end + _LONGEST:
            errors[step] = f"Give a day within three months after {end.day} {end:%B %Y}."
        elif day < latest:
            errors[step] = f"Give a day that is not before that of the step before, {latest}."
        else:
            days[step] = latest = day
    if not 10 <= len(given["because"]) <= 300:
        errors["because"] = "Say why, in 10 to 300 letters: it is kept with the change."
    return days


def _kept(
    request: HttpRequest, end: date, month: Month | None, days: Mapping[str, date], because: str, errors: dict[str, str]
) -> bool:
    """Add the dates to the store beside those of other months; the day of publication also to the month itself."""
    store, actor = settings.ENVIRONMENT.store, actor_of(request)
    now = configured(store, Setting.MONTH_DATES)
    others = [row for row in (now.rows if now else ()) if not row.key.startswith(f"{end} ")]
    mine = [agreed_row(end, step, day) for step, day in days.items()]
    try:
        entry = configure(store, Setting.MONTH_DATES, [*others, *mine], actor.title, because)
    except StoreError as error:
        errors[""] = str(error)
        return False
    with transaction.atomic():
        if month is not None:
            Month.objects.filter(pk=month.pk).update(publish_on=days["publish"])
            happened(month, actor, f"set the dates of the month: {because}"[:300])
        log(actor, Action.FREEZE, month_key(end), detail=f"dates settled as entry {entry.hash}: {because}")
    messages.success(request, "The dates are kept.")
    return True
