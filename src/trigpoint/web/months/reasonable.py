"""What moved beyond its usual range, and why a figure is another than last month or in the last snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.store import Snapshot, StoreError
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.reasonable import Usual, snapshot_before, usual
from trigpoint.web.children.bridge import Between, Bridge, bridge
from trigpoint.web.months.models import Line, Month
from trigpoint.web.months.month_pages import month_frame, month_of_address
from trigpoint.web.pages import Crumb, shown
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.middleware import actor_of

_NONE = Usual(not_offered="Its figures are not prepared.")
_GONE = Usual(not_offered="The records it was made from are no longer kept.")
_MOST = 100


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
        "without": Counter(one.usual.not_offered for one in looked if one.usual.not_offered).most_common(),
        "without_count": sum(bool(one.usual.not_offered) for one in looked),
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
    actor, kind = actor_of(request), PeriodType(line.period_type)
    about = reverse("line_moved", args=[period, number])
    given = request.GET.get("page", "1")
    page = int(given) if given.isdecimal() and 0 < len(given) < 6 else 1
    earlier = last_day(month_of(month.period) - _step(kind))
    snapshots = _before(month)
    told = {"measure": line.measure, "variant": line.variant, "period_type": kind, "end": month.period}
    asked = {"month": Between(**told, start=earlier, snapshot=month.snapshot)}  # type: ignore[arg-type]
    if snapshots is not None:
        same = {**told, "start": month.period, "snapshot": month.snapshot, "before_snapshot": snapshots.id}
        asked["snapshot"] = Between(**same)  # type: ignore[arg-type]
    context = {
        "month": month,
        "period": period,
        "line": line,
        "bridges": list(_bridges(actor, asked, about, page)),
        "page": page,
        "most": _MOST,
        "usual": _looked(month, period, [line])[0].usual,
    }
    step = Crumb("Reasonableness", reverse("month_reasonable", args=[period]))
    return shown(request, "months/moved.html.j2", month_frame(month, line.title, step), context)


def _bridges(
    actor: Actor, asked: Mapping[str, Between], about: str, page: int
) -> Iterator[tuple[str, Between, Bridge | None, str]]:
    """Each comparison: its name, what was asked, the bridge, or why there is none."""
    for name, between in asked.items():
        try:
            yield name, between, bridge(actor, between, about, page, _MOST), ""
        except (LibraryError, StoreError) as error:
            yield name, between, None, str(error)


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
