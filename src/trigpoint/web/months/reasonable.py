"""What moved beyond its usual range, and why a figure is another than last month or in the last snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.store import Snapshot, StoreError
from trigpoint.tasks.bridge_page import Bridge
from trigpoint.tasks.choices import Choice
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.reasonable import Usual, snapshot_before, usual
from trigpoint.web.children.bridge import Asked, Rows, bridge, children_of
from trigpoint.web.explore.waiting import waited
from trigpoint.web.months.models import Line, Month
from trigpoint.web.months.month_pages import month_frame, month_of_address
from trigpoint.web.page_turns import near, page_asked
from trigpoint.web.pages import Crumb, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of

_NONE = Usual(not_offered="Its figures are not prepared.")
_GONE = Usual(not_offered="The records it was made from are no longer kept.")


@dataclass(frozen=True)
class Told:
    """A comparison in words: the bridge, with the children whom the person may see; or `why` there is none."""

    words: str
    bridge: Bridge | None = None
    rows: Rows | None = None
    why: str = ""

    @property
    def pages(self) -> list[int]:
        """The pages to turn to."""
        return near(self.rows.page, self.rows.pages) if self.rows else []


@dataclass(frozen=True)
class Looked:
    """A line of the board beside its usual range."""

    line: Line
    usual: Usual
    href: str


def reasonable(request: HttpRequest, period: str) -> HttpResponse:
    """Every line beside its usual range, the furthest beyond it first."""
    month = month_of_address(period)
    looked = _looked(month, period) if month.snapshot else []
    beyond = sorted((one for one in looked if one.usual.is_beyond), key=lambda one: -one.usual.far)
    revised = [one for one in looked if one.usual.was_revised and not one.usual.is_beyond]
    before = _before(month)
    context = {
        "month": month,
        "period": period,
        "beyond": beyond,
        "revised": revised,
        "usual": [one for one in looked if not one.usual.is_beyond and not one.usual.not_offered],
        "without": [one for one in looked if one.usual.not_offered],
        "count": len(looked),
        "before": before,
    }
    return shown(request, "months/reasonable.html.j2", month_frame(month, "Reasonableness"), context)


def line_moved(request: HttpRequest, period: str, number: int) -> HttpResponse:
    """Why one figure is another than a month before, and than in the snapshot before, child by child."""
    month = month_of_address(period)
    line = Line.objects.filter(pk=number, month=month).first() if number < 2**63 else None
    if line is None or not month.snapshot:
        raise Http404
    actor, page = actor_of(request), page_asked(request.GET.get("page", ""))
    step = Crumb("Reasonableness", reverse("month_reasonable", args=[period]))
    try:
        bridges = [_told(actor, words, asked, page) for words, asked in _asked(line)]
    except NotReadyError as found:
        return waited(request, found, month_frame(month, line.title, step))
    context = {
        "month": month,
        "period": period,
        "line": line,
        "bridges": bridges,
        "usual": _looked(month, period, [line])[0].usual,
    }
    return shown(request, "months/moved.html.j2", month_frame(month, line.title, step), context)


def _asked(line: Line) -> Iterator[tuple[str, Asked]]:
    """What a line is held against, in words: the period before, and the same period in the snapshot before."""
    store, month, kind = settings.ENVIRONMENT.store, line.month, PeriodType(line.period_type)
    choice = Choice(line.measure, kind, month.period, line.variant, (), "")
    earlier = last_day(month_of(month.period) - _step(kind))
    yield f"Why it is another than in {earlier:%B %Y}", Asked(store, choice, earlier, month.snapshot)
    if (before := _before(month)) is not None:
        words = f"Why it is another than in snapshot {before.id}"
        yield words, Asked(store, choice, month.period, month.snapshot, before.id)


def _told(actor: Actor, words: str, asked: Asked, page: int) -> Told:
    try:
        found = bridge(asked)
        rows = children_of(actor, asked, page=page) if found.change.rows and can(actor, Action.SEE_CHILDREN) else None
    except (LibraryError, StoreError) as error:
        return Told(words, why=str(error))
    return Told(words, found, rows)


def _step(kind: PeriodType) -> int:
    """How many months lie between a period of a kind and the one before it."""
    return {PeriodType.QUARTER: 3, PeriodType.FINANCIAL_YEAR: 12}.get(kind, 1)


def _before(month: Month) -> Snapshot | None:
    """The snapshot before that of the month; None where there is none, or the month's own is no longer kept."""
    try:
        return snapshot_before(settings.ENVIRONMENT.store, month.snapshot) if month.snapshot else None
    except StoreError:
        return None


def _looked(month: Month, period: str, lines: Sequence[Line] | None = None) -> list[Looked]:
    found = [line for line in month.lines.all() if line.pages] if lines is None else lines
    asked = [(line.measure, line.variant, line.period_type) for line in found]
    try:
        ranges, otherwise = usual(settings.ENVIRONMENT.store, month.snapshot, month.period, asked), _NONE
    except StoreError:
        ranges, otherwise = {}, _GONE
    return [
        Looked(line, ranges.get(key, otherwise), reverse("line_moved", args=[period, line.pk]))
        for line, key in zip(found, asked, strict=True)
    ]
