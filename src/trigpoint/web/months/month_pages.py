"""Finding the month that an address names, and the frame of its pages."""

from __future__ import annotations

from datetime import date

from django.http import Http404
from django.urls import reverse

from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Month
from trigpoint.web.pages import Crumb, Frame


def month_of_address(period: str) -> Month:
    """The month that an address names as 2026-10."""
    try:
        day = date.fromisoformat(f"{period}-01")
    except ValueError:
        raise Http404 from None
    found = Month.objects.filter(period__year=day.year, period__month=day.month).first()
    if found is None or month_key(found.period) != period:
        raise Http404
    return found


def month_frame(month: Month, title: str, *steps: Crumb, wide: bool = False) -> Frame:
    """The frame of a page of a month."""
    board = Crumb(str(month), reverse("month", args=[month_key(month.period)]))
    crumbs = (Crumb("This month", reverse("month_board")), board, *steps, Crumb(title))
    return Frame(title=f"{title}: {month}", nav="month_board", crumbs=crumbs, wide=wide, land=wide)
