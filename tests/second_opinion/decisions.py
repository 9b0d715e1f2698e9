"""contact_decision_1wd_pct and referral_decision_24h_pct (definition 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from .calendar_ import add_wd
from .common import Choice, Row, Tables, judged, remembered, smallest
from .contacts import contacts
from .periods import Period
from .referrals import received_by_child, referrals
from .texts import MIDNIGHT, ONE_DAY, day_of, moment

Moments = tuple[datetime | None, datetime | None]


@remembered
def moments(tables: Tables, as_at: date) -> dict[str, dict[str, list[Moments]]]:
    """When contacts and referrals were received and decided: by the column of the id, then by the id."""
    found: dict[str, dict[str, list[Moments]]] = {"contact_id": {}, "referral_id": {}}
    for row in tables["ext_front_door_decision"]:
        received, decided = moment(row, "received_at"), moment(row, "decided_at")
        if received is not None and received.date() > as_at:
            continue
        if decided is not None and decided.date() > as_at:
            decided = None
        for column, by_id in found.items():
            if row.get(column, ""):
                by_id.setdefault(row[column], []).append((received, decided))
    return found


@dataclass(frozen=True)
class Decision:
    """Of one contact, or of the referrals of a child on a day; `own` is the day by which it is known."""

    id: str
    child: str
    own: date
    received_at: datetime | None
    decided_at: datetime | None

    @property
    def received_on(self) -> date:
        return day_of(self.received_at) or self.own

    @property
    def decided_on(self) -> date | None:
        return day_of(self.decided_at)


def decision(tables: Tables, as_at: date, column: str, ids: Iterable[str], child: str, own: date) -> Decision:
    """The earliest receipt and the earliest decision of these ids, each by itself."""
    ids = sorted(ids)
    rows = [pair for one in ids for pair in moments(tables, as_at)[column].get(one, [])]
    received, decided = smallest(pair[0] for pair in rows), smallest(pair[1] for pair in rows)
    return Decision(ids[0], child, own, received, decided)


@remembered
def of_contacts(tables: Tables, as_at: date) -> list[Decision]:
    return [decision(tables, as_at, "contact_id", [c.id], c.child, c.day) for c in contacts(tables, as_at)]


@remembered
def of_referrals(tables: Tables, as_at: date) -> list[Decision]:
    """Referrals of one child on one day are one (N1)."""
    ids: dict[tuple[str, date | None], set[str]] = {}
    for row in referrals(tables, as_at):
        ids.setdefault((row.child, row.day), set()).add(row.id)
    every = [one for days in received_by_child(tables, as_at).values() for one in days]
    return [decision(tables, as_at, "referral_id", ids[one.child, one.day], one.child, one.day) for one in every]


def limit_of(asked: Decision, choice: Choice) -> date:
    """The last day in time. 24 hours are over on the day after when the clock has passed the hour of receipt."""
    if choice["limit"] == "1wd":
        return add_wd(asked.received_on, 1)
    received, decided = asked.received_at, asked.decided_at
    if received is not None and decided is not None and asked.decided_on == asked.received_on + ONE_DAY:
        has_times = MIDNIGHT not in (received.time(), decided.time())
        if has_times and decided.time() > received.time():
            return asked.received_on
    return asked.received_on + ONE_DAY


def row_of(asked: Decision, choice: Choice, as_at: date, period: Period) -> Row:
    limit, today = limit_of(asked, choice), as_at
    decided: date | None = asked.decided_on
    received: date | None = asked.received_on
    if choice["as_of"] == "period_end":
        today = period.last
        decided = None if decided is not None and decided > today else decided
        received = None if received is not None and received > today else received
    if decided is not None and received is not None and decided < received:
        return Row(asked.id, asked.child, "unknown", "Decided before it was received")
    return judged(asked.id, asked.child, met=decided is not None and decided <= limit, pending=today <= limit)


def on_contacts(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    asked = [one for one in of_contacts(tables, as_at) if period.holds(one.own)]
    return [row_of(one, choice, as_at, period) for one in asked]


def on_referrals(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in of_referrals(tables, as_at):
        dated = one.decided_on if choice["cohort"] == "decided" else one.own
        if period.holds(dated):
            rows.append(row_of(one, choice, as_at, period))
    return rows
