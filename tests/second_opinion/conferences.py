"""icpc_15wd_pct (definition 9, N39)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import wd_between
from .common import Choice, Row, Tables, by_key, day, flag, judged, known, remembered, smallest
from .periods import Period


@dataclass(frozen=True)
class Enquiry:
    id: str
    child: str
    start: date | None


@dataclass(frozen=True)
class Conference:
    id: str
    meeting: str
    enquiry: str
    child: str
    transfer_in: bool
    day: date | None


@remembered
def enquiries(tables: Tables, as_at: date) -> list[Enquiry]:
    found = []
    for row in known(tables, "ssd_s47_enquiry", as_at, "s47e_s47_start_date", "s47e_person_id"):
        start = day(row, "s47e_s47_start_date")
        found.append(Enquiry(row.get("s47e_s47_enquiry_id", ""), row["s47e_person_id"], start))
    return found


@remembered
def enquiry_starts(tables: Tables, as_at: date) -> dict[str, date | None]:
    """The start of each enquiry as it is looked up by its id (E3)."""
    found = by_key(enquiries(tables, as_at), lambda e: e.id)
    return {enquiry_id: smallest(e.start for e in rows) for enquiry_id, rows in found.items()}


@remembered
def conferences(tables: Tables, as_at: date) -> list[Conference]:
    found = []
    for row in known(tables, "ssd_initial_cp_conference", as_at, "icpc_icpc_date", "icpc_person_id"):
        own_id = row.get("icpc_icpc_id", "")
        meeting = row.get("icpc_icpc_meeting_id", "") or own_id
        transfer_in = flag(row, "icpc_icpc_transfer_in")
        link = row.get("icpc_s47_enquiry_id", "")
        found.append(Conference(own_id, meeting, link, row["icpc_person_id"], transfer_in, day(row, "icpc_icpc_date")))
    return found


def strategy_discussion(tables: Tables, as_at: date, conference: Conference) -> date | None:
    """The linked enquiry's start; without a link, or with one that leads nowhere, the child's latest until then."""
    starts = enquiry_starts(tables, as_at)
    if conference.enquiry in starts:
        return starts[conference.enquiry]
    own_starts = [enquiry.start for enquiry in enquiries(tables, as_at) if enquiry.child == conference.child]
    until_then = [start for start in own_starts if start is not None and start <= (conference.day or date.min)]
    return max(until_then, default=None)


def child_row(tables: Tables, as_at: date, conference: Conference, choice: Choice) -> Row:
    wanted = choice["transfer_in"] == "only"
    excluded = "" if conference.transfer_in == wanted else "not a transfer in" if wanted else "transferred in"
    start = strategy_discussion(tables, as_at, conference)
    if start is None or conference.day is None:
        return judged(conference.id, conference.child, excluded=excluded, unknown="no strategy discussion")
    if start > conference.day:
        return judged(conference.id, conference.child, excluded=excluded, unknown="discussion after the conference")
    met = wd_between(start, conference.day) <= 15
    return judged(conference.id, conference.child, excluded=excluded, met=met)


def meeting_row(meeting: str, rows: list[Row]) -> Row:
    """Siblings once: met if any child's is met, else unknown if any is unknown; excluded only if all are.

    Listed under a child with that class, the first by id.
    """
    for result in ("met", "unknown", "not_met", "excluded"):
        children = [row.child_id for row in rows if row.result == result]
        if children:
            return Row(meeting, min(children), result)
    raise AssertionError(rows)


def icpc_in_15_working_days(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    meetings: dict[str, list[Row]] = {}
    for conference in conferences(tables, as_at):
        if period.holds(conference.day):
            row = child_row(tables, as_at, conference, choice)
            rows.append(row)
            meetings.setdefault(conference.meeting, []).append(row)
    if choice["level"] == "meeting":
        return [meeting_row(meeting, children) for meeting, children in meetings.items()]
    return rows
