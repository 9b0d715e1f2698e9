"""Links to pages of the month that may not be there: one whose name nobody answers to is left out."""

from __future__ import annotations

from datetime import date

from django.urls import NoReverseMatch, reverse

from trigpoint.web.months.models import Line, Month


def month_key(period: date) -> str:
    """A month in an address: 2026-10."""
    return f"{period:%Y-%m}"


def snapshot_words(snapshot: str) -> str:
    """A snapshot as people call it: snapshot 14; empty where there is none."""
    number = snapshot.split("-", maxsplit=1)[0]
    return f"snapshot {int(number) if number.isdecimal() else snapshot}" if snapshot else ""


def href(name: str, month: Month | None = None) -> str:
    """The address of a page, of a month where it is one of a month; empty where there is no such page."""
    for given in ([month_key(month.period)] if month else []), []:
        try:
            return reverse(name, args=given)
        except NoReverseMatch:
            continue
    return ""


def board_href(month: Month, show: str = "") -> str:
    """The board of a month, showing some of its lines."""
    return reverse("month", args=[month_key(month.period)]) + (f"?show={show}" if show else "")


def line_href(line: Line) -> str:
    """The page of a line's comment."""
    return reverse("comment", args=[line.pk])


def moved_href(line: Line) -> str:
    """The page on which a line is compared with what it was before; empty where there is none."""
    try:
        return reverse("line_moved", args=[month_key(line.month.period), line.pk])
    except NoReverseMatch:
        return ""
