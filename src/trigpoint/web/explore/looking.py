"""What a request of the explorer looks at: the records, the definitions, the measure and the figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from trigpoint.language.definition import NATIONAL
from trigpoint.store import StoreError
from trigpoint.tasks.choices import Choice, Offer, chosen, offer
from trigpoint.tasks.explored_subject import Beside
from trigpoint.tasks.library import LibraryError, any_measure, checked_set
from trigpoint.tasks.prepared_figures import Prepared, prepared_figures
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.explore.query import asked_of
from trigpoint.web.pages import Crumb, Frame, shown, words_of

_REPORT = "Measure explorer"


class CannotLookError(Exception):
    """What is asked for cannot be shown: a sentence for whoever followed the link, and the status of the answer."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Looking:
    """The records and definitions of a request. `prepared` is None where their figures are not calculated yet."""

    asked: Mapping[str, str]
    snapshot: str
    as_at: date
    definitions: str
    prepared: Prepared | None
    beside: Beside

    def stamp(self, trace: str = "", handling: str = "Official: internal") -> dict[str, str]:
        """The lines at the foot of the page."""
        said = {
            "Report": _REPORT,
            "Data as at": f"{words_of(self.as_at)} (snapshot {self.snapshot})",
            "Definitions": self.definitions,
            "Status": "Calculated, not signed off",
            "Trace": trace,
            "Handling": handling,
        }
        return {name: words for name, words in said.items() if words}


def looking(request: HttpRequest) -> Looking:
    """What a request looks at. Raises CannotLookError where its records are gone or its definitions unknown."""
    asked, store = asked_of(request), settings.ENVIRONMENT.store
    try:
        taken = snapshot_of(store, asked.get("snapshot", ""))
    except StoreError:
        raise CannotLookError(_gone(asked.get("snapshot", "")), 410 if asked.get("snapshot") else 404) from None
    definitions = asked.get("definitions", NATIONAL)
    try:
        checked_set(definitions)
    except LibraryError as error:
        raise CannotLookError(str(error)) from None
    return Looking(
        asked=asked,
        snapshot=taken.id,
        as_at=date.fromisoformat(taken.manifest["as_at"]),
        definitions=definitions,
        prepared=prepared_figures(store, taken.id, definitions),
        beside=Beside(store, settings.ENVIRONMENT.place, asked.get("targets", "")),
    )


def figure_of(seen: Looking, measure: str) -> tuple[Offer | None, Choice | None]:
    """What is prepared of a measure and the figure asked for; None where nothing is.

    Raises Http404 where there is no such measure, and CannotLookError.
    """
    known(measure)
    if seen.prepared is None:
        return None, None
    offered = offer(seen.prepared, measure)
    if not offered.ends:
        return None, None
    try:
        return offered, chosen(offered, seen.asked)
    except LibraryError as error:
        raise CannotLookError(str(error)) from None


def known(measure: str) -> None:
    """Raises Http404 where there is no such measure."""
    try:
        any_measure(measure)
    except LibraryError:
        raise Http404 from None


def cannot(request: HttpRequest, error: CannotLookError) -> HttpResponse:
    """The page that says why something cannot be shown."""
    title = "These records are no longer kept" if error.status == 410 else "This cannot be shown"
    frame = Frame(title=title, nav="measures", crumbs=(Crumb("Measures", "/measures/"), Crumb(title)))
    context = {"why": str(error), "path": request.path}
    return shown(request, "explore/cannot.html.j2", frame, context, status=error.status)


def _gone(snapshot: str) -> str:
    if not snapshot:
        return "No records are loaded yet, so there are no figures: whoever loads the records must load them first."
    return (
        f"The records of snapshot {snapshot} were deleted or never were in this store, so the figures of this link "
        "cannot be shown again. What was published from them stands in the library of scorecards."
    )
