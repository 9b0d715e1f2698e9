"""Strategy discussions, section 47 enquiries, the child seen, and the conference they lead to (definition 16)."""

from datetime import date, datetime, time, timedelta

from .common import Choice, Record, Row, Tables, by_key, counted, day, judged, known, known_day, remembered
from .moments import known_moment, moment, time_of_day
from .people import is_unborn, unit_of
from .periods import Period

ONE_DAY = timedelta(days=1)


@remembered
def discussions(tables: Tables, as_at: date) -> list[Record]:
    return known(tables, "ext_strategy_discussion", as_at, "held_at", "person_id")


@remembered
def meeting_names(tables: Tables, as_at: date) -> dict[tuple[str, datetime], str]:
    """The smallest id of the discussions of one family (or child) at one moment."""
    names: dict[tuple[str, datetime], str] = {}
    for row in discussions(tables, as_at):
        held = moment(row, "held_at")
        if held is not None:
            meeting = unit_of(tables, as_at, row["person_id"]), held
            names[meeting] = min(names.get(meeting, row.get("discussion_id", "")), row.get("discussion_id", ""))
    return names


def strategy_discussions(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    held = [row for row in discussions(tables, as_at) if period.holds(day(row, "held_at"))]
    if choice["level"] == "child":
        return [counted(row.get("discussion_id", ""), row["person_id"]) for row in held]
    names = meeting_names(tables, as_at)
    units: dict[str, Row] = {}
    for row in sorted(held, key=lambda row: (row.get("discussion_id", ""), row["person_id"])):
        at = moment(row, "held_at")
        assert at is not None
        name = names[unit_of(tables, as_at, row["person_id"]), at]
        units.setdefault(name, counted(name, row["person_id"]))
    return list(units.values())


@remembered
def enquiries(tables: Tables, as_at: date) -> list[Record]:
    return known(tables, "ssd_s47_enquiry", as_at, "s47e_s47_start_date", "s47e_person_id")


def started(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    begun = [row for row in enquiries(tables, as_at) if period.holds(day(row, "s47e_s47_start_date"))]
    return [counted(row.get("s47e_s47_enquiry_id", ""), row["s47e_person_id"]) for row in begun]


@remembered
def linked_conferences(tables: Tables, as_at: date) -> dict[str, list[date]]:
    """The days of the conferences that name an enquiry, whoever their child is."""
    found: dict[str, list[date]] = {}
    for row in known(tables, "ssd_initial_cp_conference", as_at, "icpc_icpc_date", "icpc_person_id"):
        held = day(row, "icpc_icpc_date")
        if held is not None and row.get("icpc_s47_enquiry_id", ""):
            found.setdefault(row.get("icpc_s47_enquiry_id", ""), []).append(held)
    return found


def to_conference(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in enquiries(tables, as_at):
        start, end = day(row, "s47e_s47_start_date"), known_day(row, "s47e_s47_end_date", as_at)
        if not period.holds(start if choice["cohort"] == "started" else end):
            continue
        enquiry, child = row.get("s47e_s47_enquiry_id", ""), row["s47e_person_id"]
        held = linked_conferences(tables, as_at).get(enquiry, [])
        if end is None:
            rows.append(judged(enquiry, child, excluded="enquiry still open"))
        elif start is not None and end < start:
            rows.append(judged(enquiry, child, unknown="ended before it started"))
        elif held and start is not None and max(held) < start:
            rows.append(judged(enquiry, child, unknown="conference before the enquiry"))
        else:
            rows.append(judged(enquiry, child, met=bool(held)))
    return rows


@remembered
def first_seen(tables: Tables, as_at: date) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for row in tables["ext_s47_seen"]:
        seen, enquiry = known_moment(row, "seen_at", as_at), row.get("s47_enquiry_id", "")
        if seen is not None and enquiry:
            found[enquiry] = min(found.get(enquiry, seen), seen)
    return found


@remembered
def discussions_of_enquiry(tables: Tables, as_at: date) -> dict[str, list[Record]]:
    return by_key(discussions(tables, as_at), lambda row: row.get("s47_enquiry_id", ""))


def time_of_enquiry(tables: Tables, as_at: date, enquiry: str, start: date) -> time | None:
    """The earliest time of day at which the enquiry was discussed on the day on which it started."""
    times = []
    for row in discussions_of_enquiry(tables, as_at).get(enquiry, []):
        held = moment(row, "held_at")
        if held is not None and held.date() == start and time_of_day(held) is not None:
            times.append(held.time())
    return min(times, default=None)


def is_seen_in_time(tables: Tables, as_at: date, enquiry: str, start: date, seen: datetime, choice: Choice) -> bool:
    asked, then = time_of_enquiry(tables, as_at, enquiry, start), time_of_day(seen)
    if choice["limit"] == "24h" and asked is not None and then is not None and seen.date() == start + ONE_DAY:
        return then <= asked
    return seen.date() <= start + ONE_DAY


def seen_in_24_hours(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    known_on = period.last if choice["as_of"] == "period_end" else as_at
    for row in enquiries(tables, as_at):
        start = day(row, "s47e_s47_start_date")
        if start is None or not period.holds(start):
            continue
        enquiry, child = row.get("s47e_s47_enquiry_id", ""), row["s47e_person_id"]
        seen = first_seen(tables, as_at).get(enquiry)
        if seen is not None and seen.date() > known_on:
            seen = None
        if is_unborn(tables, as_at, child, start):
            rows.append(judged(enquiry, child, excluded="unborn"))
        elif seen is not None and seen.date() < start:
            rows.append(judged(enquiry, child, unknown="seen before the enquiry"))
        else:
            met = seen is not None and is_seen_in_time(tables, as_at, enquiry, start, seen, choice)
            rows.append(judged(enquiry, child, met=met, pending=known_on <= start + ONE_DAY))
    return rows
