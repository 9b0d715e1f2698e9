"""iha_referral_in_time_pct (definition 28, N38)."""

from datetime import date, timedelta

from .calendar_ import ONE_DAY, add_wd
from .care import Care, periods_of_care
from .care_states import why_unaccompanied
from .common import Choice, Row, Tables, day, judged, known, remembered
from .periods import Period


@remembered
def requests(tables: Tables, as_at: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_health_request", as_at, "requested_at", "person_id"):
        on = day(row, "requested_at")
        if on is not None:
            found.setdefault(row["person_id"], []).append(on)
    return found


def first_day_for(care: Care, before: Care | None) -> date:
    """From when a request belongs to this period of care and not to the one before."""
    if before is None:
        return date.min
    return care.entry if before.end is None else min(care.entry, before.end + ONE_DAY)


def request_for(tables: Tables, as_at: date, care: Care, before: Care | None) -> date | None:
    since, until = first_day_for(care, before), care.end or date.max
    own = [on for on in requests(tables, as_at).get(care.child, []) if since <= on <= until]
    return min(own, default=None)


def care_row(tables: Tables, as_at: date, care: Care, before: Care | None, choice: Choice) -> Row:
    limit = add_wd(care.entry, 5) if choice["limit"] == "5wd" else care.entry + timedelta(days=2)
    has_left = care.end is not None and care.end < limit
    excluded = "left care before the limit" if has_left and choice["ended_early"] == "exclude" else ""
    excluded = excluded or why_unaccompanied(tables, as_at, care.child, care.entry, choice)
    requested = request_for(tables, as_at, care, before)
    met = requested is not None and requested <= limit
    return judged(care.episodes[0].id, care.child, excluded=excluded, met=met, pending=as_at <= limit)


def in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    known_on = period.last if choice["as_of"] == "period_end" else as_at
    rows = []
    for periods in periods_of_care(tables, known_on).values():
        for number, care in enumerate(periods):
            if period.holds(care.entry):
                before = periods[number - 1] if number else None
                rows.append(care_row(tables, known_on, care, before, choice))
    return rows
