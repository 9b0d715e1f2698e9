"""Cases closed within six months of the end of a child protection plan, or of leaving care (definition 7)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months
from .care import Care, kept_episodes, periods_of_care
from .common import Choice, Row, Tables, judged, remembered
from .need import LOOKED_AFTER, Episode, episodes_by_child
from .people import deaths, turned
from .periods import Period
from .plans import plans_by_child


@dataclass(frozen=True)
class Ended:
    """A plan or a period of care that ended, and for how long it is followed."""

    id: str
    child: str
    start: date | None
    end: date
    limit: date
    last_reason: str = ""


def need_at(tables: Tables, as_at: date, ended: Ended) -> list[Episode]:
    """The episodes of need open at the end; one closed on that day still is."""
    found = []
    for one in episodes_by_child(tables, as_at).get(ended.child, []):
        has_begun = one.start is None or one.start <= ended.end
        if not one.is_nfa and has_begun and (one.closed is None or one.closed >= ended.end):
            found.append(one)
    return found


def went_elsewhere(tables: Tables, as_at: date, ended: Ended, need: list[Episode]) -> str:
    """Why a child is not followed to the closure of the case."""
    for episode in kept_episodes(tables, as_at).get(ended.child, []):
        if episode.start <= ended.limit and (episode.end is None or episode.end > ended.end):
            return LOOKED_AFTER
    reasons = {one.close_reason for one in need if one.closed is not None and one.closed <= ended.limit}
    died = deaths(tables, as_at).get(ended.child)
    if "RC1" in reasons or ended.last_reason in ("E11", "E12"):
        return "Adopted"
    if (died is not None and died <= ended.limit) or "RC2" in reasons or ended.last_reason == "E2":
        return "Died"
    if turned(tables, as_at, ended.child, 18, ended.limit):
        return "Turned 18"
    return "Moved away" if "RC5" in reasons or ended.last_reason == "E3" else ""


def row_of(tables: Tables, as_at: date, ended: Ended, choice: Choice, excluded: str) -> Row:
    need = need_at(tables, as_at, ended)
    if not excluded and choice["leavers"] == "exclude":
        excluded = went_elsewhere(tables, as_at, ended, need)
    if excluded:
        return judged(ended.id, ended.child, excluded=excluded)
    if ended.start is not None and ended.end < ended.start:
        return Row(ended.id, ended.child, "unknown", "Ended before it started")
    if not need:
        return Row(ended.id, ended.child, "unknown", "No case open at the end")
    closes = [one.closed for one in need]
    met = all(closed is not None and closed <= ended.limit for closed in closes)
    return judged(ended.id, ended.child, met=met, pending=as_at <= ended.limit)


@remembered
def plans_ended(tables: Tables, as_at: date) -> list[tuple[Ended, str]]:
    found = []
    for child, plans in plans_by_child(tables, as_at).items():
        for plan in plans:
            if plan.end is not None:
                ended = Ended(plan.id, child, plan.start, plan.end, add_months(plan.end, 6))
                found.append((ended, "Another authority's plan" if plan.other_authority else ""))
    return found


def after_plan(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for ended, excluded in plans_ended(tables, as_at):
        if period.holds(ended.limit):
            rows.append(row_of(tables, as_at, ended, choice, excluded))
    return rows


def left_care(care: Care) -> Ended | None:
    if care.end is None:
        return None
    first, last = care.episodes[0], care.episodes[-1]
    return Ended(first.id, care.child, None, care.end, add_months(care.end, 6), last.end_reason)


def after_care(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for own in periods_of_care(tables, as_at).values():
        for care in own:
            ended = left_care(care)
            if ended is not None and period.holds(ended.limit):
                is_adult = turned(tables, as_at, care.child, 18, ended.end)
                rows.append(row_of(tables, as_at, ended, choice, "18 or over" if is_adult else ""))
    return rows
