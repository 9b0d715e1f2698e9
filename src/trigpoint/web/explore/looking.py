"""What a request of the explorer looks at: the records, the definitions, the measure and the figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.store import Snapshot, Store, StoreError
from trigpoint.tasks.choices import Choice, Offer, chosen, offer
from trigpoint.tasks.council_words import measure_title
from trigpoint.tasks.explored_subject import Beside
from trigpoint.tasks.library import LibraryError, any_measure, checked_set
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.prepared_figures import Prepared, prepared_figures
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.explore.query import about_figure, asked_of, query
from trigpoint.web.explore.waiting import waited
from trigpoint.web.pages import Crumb, Frame, View, shown, words_of

_REPORT = "Measure explorer"
_WAY = (Crumb("Measures", "/measures/"), Crumb("Being calculated"))


class CannotLookError(Exception):
    """What is asked for cannot be shown: a sentence for whoever followed the link, and the status of the answer."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class NotCalculatedError(Exception):
    """There are no figures of a measure in the records that are looked at, or no records behind them."""

    def __init__(self, seen: Looking, measure: str) -> None:
        super().__init__(measure)
        self.seen, self.measure = seen, measure


@dataclass(frozen=True)
class Looking:
    """The records and definitions of a request. `prepared` is None where their figures are not calculated yet.

    `newer` are records loaded since whose figures are not calculated yet.
    """

    asked: Mapping[str, str]
    snapshot: str
    as_at: date
    definitions: str
    prepared: Prepared | None
    beside: Beside
    newer: str = ""

    def stamp(self, trace: str = "", handling: str = "Official: internal") -> dict[str, str]:
        """The lines at the foot of the page."""
        said = {
            "Report": _REPORT,
            "Data as at": f"{words_of(self.as_at)} (snapshot {self.snapshot})",
            "Definitions": self.definitions,
            "Status": "Calculated, not signed off",
            "Newer records": f"Snapshot {self.newer}: not calculated yet" if self.newer else "",
            "Trace": trace,
            "Handling": handling,
        }
        return {name: words for name, words in said.items() if words}


def looking(request: HttpRequest) -> Looking:
    """What a request looks at. Raises CannotLookError where its records are gone, and LibraryError."""
    asked, store = asked_of(request), settings.ENVIRONMENT.store
    try:
        taken = snapshot_of(store, asked.get("snapshot", ""))
    except StoreError:
        raise CannotLookError(_gone(asked.get("snapshot", "")), 410 if asked.get("snapshot") else 404) from None
    definitions = checked_set(asked.get("definitions", NATIONAL))
    newest, prepared = taken.id, prepared_figures(store, taken.id, definitions)
    if prepared is None and not asked.get("snapshot"):
        taken, prepared = _newest_prepared(store, definitions) or (taken, None)
    return Looking(
        asked=asked,
        snapshot=taken.id,
        as_at=date.fromisoformat(taken.manifest["as_at"]),
        definitions=definitions,
        prepared=prepared,
        beside=Beside(store, settings.ENVIRONMENT.place, asked.get("targets", "")),
        newer=newest if newest != taken.id and not asked.get("snapshot") else "",
    )


def _newest_prepared(store: Path, definitions: str) -> tuple[Snapshot, Prepared] | None:
    """The newest snapshot with figures: new records take some minutes, and until then the ones before are read."""
    every = (one for one in reversed(Store(store).snapshots()) if one.tables)
    found = ((one, prepared_figures(store, one.id, definitions)) for one in every)
    return next(((one, prepared) for one, prepared in found if prepared), None)


def figure_of(seen: Looking, measure: str) -> tuple[Offer, Choice]:
    """What is prepared of a measure and the figure asked for.

    Raises Http404 where there is no such measure, NotCalculatedError where nothing is prepared, and LibraryError.
    """
    known(measure)
    if seen.prepared is None:
        raise NotCalculatedError(seen, measure)
    offered = offer(seen.prepared, measure)
    if not offered.ends:
        raise NotCalculatedError(seen, measure)
    return offered, chosen(offered, seen.asked)


def called(seen: Looking, measure: str) -> str:
    """What a measure is called here, in the council's words."""
    return measure_title(seen.beside.store, measure)


def counted(offered: Offer, seen: Looking) -> None:
    """Go on only where there are records behind the figures. Raises NotCalculatedError."""
    if not isinstance(offered.measure, Declaration):
        raise NotCalculatedError(seen, offered.measure.id)


def known(measure: str) -> None:
    """Raises Http404 where there is no such measure."""
    try:
        any_measure(measure)
    except LibraryError:
        raise Http404 from None


def answered(view: View) -> View:
    """The view, with a page in place of what cannot be shown: why, and who can do something about it."""

    @wraps(view)
    def safe(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except NotCalculatedError as found:
            return _not_calculated(request, found.seen, found.measure)
        except NotReadyError as found:
            return waited(request, found, Frame(title="Being calculated", nav="measures", crumbs=_WAY))
        except CannotLookError as found:
            return _cannot(request, str(found), found.status)
        except LibraryError as found:
            return _cannot(request, str(found), 400)

    return safe


def _cannot(request: HttpRequest, why: str, status: int) -> HttpResponse:
    title = "These records are no longer kept" if status == 410 else "This cannot be shown"
    frame = Frame(title=title, nav="measures", crumbs=(Crumb("Measures", reverse("measures")), Crumb(title)))
    return shown(request, "explore/cannot.html.j2", frame, {"why": why, "path": request.path}, status=status)


def _not_calculated(request: HttpRequest, seen: Looking, measure: str) -> HttpResponse:
    declared = any_measure(measure)
    crumbs = (Crumb("Measures", reverse("measures")), Crumb(measure))
    title = called(seen, measure)
    frame = Frame(title=title, nav="measures", look="explore", stamp=seen.stamp(), crumbs=crumbs)
    context = {
        "measure": measure,
        "declared": declared,
        "seen": seen,
        "query": query(about_figure(seen.asked)),
        "is_counted": isinstance(declared, Declaration),
    }
    return shown(request, "explore/not_calculated.html.j2", frame, context)


def _gone(snapshot: str) -> str:
    if not snapshot:
        return "No records are loaded yet, so there are no figures: whoever loads the records must load them first."
    return (
        f"The records of snapshot {snapshot} were deleted or never were in this store, so the figures of this link "
        "cannot be shown again. What was published from them stands in the library of scorecards."
    )
