"""rereferrals_12m_pct (definition 1, N1, N40)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months
from .common import (
    NO,
    YES,
    Choice,
    Row,
    Tables,
    by_key,
    day,
    judged,
    known,
    known_day,
    latest_end,
    remembered,
    smallest,
)
from .periods import Period


@dataclass(frozen=True)
class Referral:
    id: str
    child: str
    day: date | None
    closed: date | None
    nfa: str


@dataclass(frozen=True)
class Received:
    """All the referrals of one child on one day."""

    id: str
    child: str
    day: date
    nfa: str


@remembered
def referrals(tables: Tables, as_at: date) -> list[Referral]:
    found = []
    for row in known(tables, "ssd_cin_episodes", as_at, "cine_referral_date", "cine_person_id"):
        written = row.get("cine_referral_nfa", "").upper()
        nfa = "Y" if written in YES else "N" if written in NO else ""
        closed = known_day(row, "cine_close_date", as_at)
        referral_id = row.get("cine_referral_id", "")
        found.append(Referral(referral_id, row["cine_person_id"], day(row, "cine_referral_date"), closed, nfa))
    return found


@remembered
def referral_by_id(tables: Tables, as_at: date) -> dict[str, Referral]:
    """Each referral as it is looked up from other records (E3)."""
    found = {}
    for referral_id, rows in by_key(referrals(tables, as_at), lambda r: r.id).items():
        received, closed = smallest(r.day for r in rows), latest_end(r.closed for r in rows)
        found[referral_id] = Referral(referral_id, smallest(r.child for r in rows), received, closed, "")
    return found


@remembered
def received_by_child(tables: Tables, as_at: date) -> dict[str, list[Received]]:
    """Referrals of a child on one day are one: smallest id, NFA only if no row says no (N1)."""
    together: dict[tuple[str, date], list[Referral]] = {}
    for referral in referrals(tables, as_at):
        if referral.day is not None:
            together.setdefault((referral.child, referral.day), []).append(referral)
    children: dict[str, list[Received]] = {}
    for (child, received), rows in together.items():
        flags = [r.nfa for r in rows]
        nfa = "N" if "N" in flags else "Y" if "Y" in flags else ""
        children.setdefault(child, []).append(Received(min(r.id for r in rows), child, received, nfa))
    return children


def is_rereferral(tables: Tables, as_at: date, referral: Received, choice: Choice) -> bool:
    since = add_months(referral.day, -12)
    days_that_count = {
        earlier.day
        for earlier in received_by_child(tables, as_at)[referral.child]
        if earlier.day < referral.day and not (choice["prev_nfa"] == "exclude" and earlier.nfa == "Y")
    }
    if choice["window"] == "from_referral":
        return any(earlier >= since for earlier in days_that_count)
    for row in referrals(tables, as_at):
        closed_in_time = row.closed is not None and since <= row.closed <= referral.day
        if row.child == referral.child and row.day in days_that_count and closed_in_time:
            return True
    return False


def rereferrals(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, received in received_by_child(tables, as_at).items():
        of_period = [referral for referral in received if period.holds(referral.day)]
        if choice["level"] == "child" and of_period:
            met = any(is_rereferral(tables, as_at, referral, choice) for referral in of_period)
            rows.append(judged(child, child, met=met))
        elif choice["level"] == "referral":
            rows.extend(judged(r.id, child, met=is_rereferral(tables, as_at, r, choice)) for r in of_period)
    return rows
