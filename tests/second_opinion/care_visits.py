"""cla_visits_in_timescale_pct (definition 24, N23)."""

from datetime import date, timedelta
from typing import NamedTuple

from .calendar_ import add_months
from .care import Episode
from .care_spots import Spot, lives, place_of_current, spots
from .care_states import SHORT_TERM, legal_statuses, looked_after, why_unaccompanied
from .common import Choice, Row, Tables, day, flag, judged, known, remembered
from .participation import care_plans, reviews_by_care
from .periods import Period

FOR_ADOPTION = ("A3", "A4", "A5", "A6")
ONE_WEEK = timedelta(days=7)
FOUR_WEEKS = timedelta(days=28)
SIX_WEEKS = timedelta(days=42)


class Gap(NamedTuple):
    number: int
    since: date
    visit: date | None
    limit: date


@remembered
def days_seen(tables: Tables, as_at: date) -> dict[str, list[date]]:
    """The days on which each child was seen."""
    found: dict[str, set[date]] = {}
    for row in known(tables, "ssd_cla_visits", as_at, "clav_cla_visit_date", "clav_person_id"):
        on = day(row, "clav_cla_visit_date")
        if on is not None and flag(row, "clav_cla_visit_seen"):
            found.setdefault(row["clav_person_id"], set()).add(on)
    return {child: sorted(days) for child, days in found.items()}


@remembered
def first_reviews(tables: Tables, as_at: date) -> dict[int, date]:
    """The day of the first review of the period of care of each episode, by the episode's place in memory."""
    found = {}
    for care, held in reviews_by_care(tables, as_at):
        for episode in care.episodes:
            if held:
                found[id(episode)] = held[0].day
    return found


def with_parents(tables: Tables, as_at: date, episode: Episode, since: date) -> timedelta:
    """Weekly to the first review, then every four weeks under an interim order, six without."""
    first = first_reviews(tables, as_at).get(id(episode))
    if first is None or first > since:
        return ONE_WEEK
    statuses = legal_statuses(tables, as_at).get(episode.child, [])
    return FOUR_WEEKS if any(s.code == "C1" and s.is_open(since) for s in statuses) else SIX_WEEKS


def limit_from(tables: Tables, as_at: date, spot: Spot, since: date) -> date:
    place = spot.place_on(since)
    if spot.kinds[place] == "P1":
        return since + with_parents(tables, as_at, spot.episodes[place], since)
    plans = care_plans(tables, as_at).get(spot.child, [])
    is_for_long = any("LTFOST18" in plan.options and plan.is_open(since) for plan in plans)
    if since >= add_months(spot.start, 12) and is_for_long:
        return add_months(since, 3)
    return since + SIX_WEEKS


def gaps(tables: Tables, as_at: date, spot: Spot) -> list[Gap]:
    """From the start to the first visit, from visit to visit, and from the last on."""
    end = spot.end or date.max
    visits = [on for on in days_seen(tables, as_at).get(spot.child, []) if spot.start <= on < end]
    found = []
    for number, (since, visit) in enumerate(zip([spot.start, *visits], [*visits, None], strict=True), start=1):
        limit = spot.start + ONE_WEEK if number == 1 else limit_from(tables, as_at, spot, since)
        found.append(Gap(number, since, visit, limit))
    return found


def why_excluded(kind: str, choice: Choice) -> str:
    if kind in FOR_ADOPTION:
        return "placed for adoption"
    return "placed with parents" if kind == "P1" and choice["p1"] == "exclude" else ""


@remembered
def spots_by_episode(tables: Tables, as_at: date) -> dict[int, Spot]:
    return {id(episode): spot for spot in spots(tables, as_at) for episode in spot.episodes}


def is_in_time(found: list[Gap], s: date, choice: Choice) -> bool:
    if choice["rule"] == "last_visit":
        running = [gap for gap in found if gap.number == 1 or gap.since <= s][-1]
        return s <= running.limit
    return not any(s > gap.limit and (gap.visit is None or gap.visit > gap.limit) for gap in found)


def state_row(tables: Tables, as_at: date, child: str, choice: Choice, s: date) -> Row:
    lived = lives(tables, as_at)[child]
    place = place_of_current(lived, s)
    assert place is not None
    current = lived.episodes[place]
    spot = spots_by_episode(tables, as_at)[id(current)]
    kind = next(kind for episode, kind in zip(spot.episodes, spot.kinds, strict=True) if episode is current)
    excluded = why_excluded(kind, choice)
    if s < spot.start + ONE_WEEK:
        excluded = excluded or "under a week"
    excluded = excluded or why_unaccompanied(tables, as_at, child, s, choice)
    return judged(child, child, excluded=excluded, met=is_in_time(gaps(tables, as_at, spot), s, choice))


def due_rows(tables: Tables, as_at: date, spot: Spot, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for gap in gaps(tables, as_at, spot):
        if not period.holds(gap.limit) or (spot.end is not None and gap.limit >= spot.end):
            continue
        excluded = why_excluded(spot.kinds[spot.place_on(gap.since)], choice)
        excluded = excluded or why_unaccompanied(tables, as_at, spot.child, gap.limit, choice)
        met = gap.visit is not None and gap.visit <= gap.limit
        record_id = f"{spot.episodes[0].id}:{gap.number}"
        rows.append(judged(record_id, spot.child, excluded=excluded, met=met, pending=as_at <= gap.limit))
    return rows


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    if choice["rule"] == "share_of_due_windows":
        for spot in spots(tables, as_at):
            rows += due_rows(tables, as_at, spot, choice, period)
        return rows
    for child, excluded in looked_after(tables, as_at, period.last):
        if excluded:
            rows.append(judged(child, child, excluded=SHORT_TERM))
        else:
            rows.append(state_row(tables, as_at, child, choice, period.last))
    return rows
