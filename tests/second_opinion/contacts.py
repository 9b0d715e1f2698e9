"""contacts_received and contacts_to_referral_pct."""

from dataclasses import dataclass
from datetime import date, timedelta

from .common import Choice, Row, Tables, counted, day, judged, known, remembered
from .json_text import YES, flags
from .people import unit_of
from .periods import Period
from .referrals import received_by_child

OUTCOMES = (
    "NEW_REFERRAL_FLAG",
    "EXISTING_REFERRAL_FLAG",
    "CP_ENQUIRY_FLAG",
    "NFA_FLAG",
    "NON_AGENCY_ADOPTION_FLAG",
    "PRIVATE_FOSTERING_FLAG",
    "ADVICE_FLAG",
    "MISSING_FLAG",
    "OLA_CP_FLAG",
    "OTHER_OUTCOMES_EXIST_FLAG",
)


@dataclass(frozen=True)
class Contact:
    id: str
    child: str
    day: date
    source: str
    has_outcome: bool
    is_new_referral: bool
    is_open_case: bool


@remembered
def contacts(tables: Tables, as_at: date) -> list[Contact]:
    found = []
    for row in known(tables, "ssd_contacts", as_at, "cont_contact_date", "cont_person_id"):
        on = day(row, "cont_contact_date")
        if on is None:
            continue
        said = flags(row.get("cont_contact_outcome_json", ""))
        contact = Contact(
            id=row.get("cont_contact_id", ""),
            child=row["cont_person_id"],
            day=on,
            source=row.get("cont_contact_source_code", ""),
            has_outcome=any(said.get(outcome, "") != "" for outcome in OUTCOMES),
            is_new_referral=said.get("NEW_REFERRAL_FLAG", "").upper() in YES,
            is_open_case=said.get("EXISTING_REFERRAL_FLAG", "").upper() in YES,
        )
        found.append(contact)
    return found


@remembered
def counted_once(tables: Tables, as_at: date) -> list[tuple[Contact, bool]]:
    """Each contact and whether it is the one of its child, day and source that counts: the smallest id."""
    seen = set()
    found = []
    for contact in sorted(contacts(tables, as_at), key=lambda contact: contact.id):
        same = contact.child, contact.day, contact.source
        found.append((contact, same not in seen))
        seen.add(same)
    return found


@remembered
def units(tables: Tables, as_at: date) -> dict[tuple[str, date, str], str]:
    """The smallest id of the contacts of one family, day and source."""
    found: dict[tuple[str, date, str], str] = {}
    for contact in contacts(tables, as_at):
        together = unit_of(tables, as_at, contact.child), contact.day, contact.source
        found[together] = min(found.get(together, contact.id), contact.id)
    return found


def received(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    by_unit: dict[str, list[Row]] = {}
    for contact, is_first in counted_once(tables, as_at):
        if not period.holds(contact.day):
            continue
        is_duplicate = choice["duplicates"] == "exclude" and not is_first
        row = counted(contact.id, contact.child, excluded="Duplicate of another contact" if is_duplicate else "")
        rows.append(row)
        unit = units(tables, as_at)[unit_of(tables, as_at, contact.child), contact.day, contact.source]
        by_unit.setdefault(unit, []).append(row)
    return rows if choice["level"] == "child" else [as_unit(unit, same) for unit, same in by_unit.items()]


def as_unit(unit: str, rows: list[Row]) -> Row:
    """Counted when any of its contacts is; the child is that of the contact that decides, the smallest id first."""
    decides = min(rows, key=lambda row: (row.result != "counted", row.record_id, row.child_id))
    return decides._replace(record_id=unit)


def first_referral(tables: Tables, as_at: date, contact: Contact) -> date | None:
    """The child's first referral on or after the contact."""
    later = [r.day for r in received_by_child(tables, as_at).get(contact.child, []) if r.day >= contact.day]
    return min(later) if later else None


def led_to_referral(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for contact in contacts(tables, as_at):
        if not period.holds(contact.day):
            continue
        excluded = "Case open already" if contact.is_open_case else ""
        if choice["link"] == "outcome_flag":
            unknown = "" if contact.has_outcome else "No outcome recorded"
            row = judged(contact.id, contact.child, excluded=excluded, met=contact.is_new_referral, unknown=unknown)
        else:
            limit = contact.day + timedelta(days=int(choice["n"]))
            referred = first_referral(tables, as_at, contact)
            met = referred is not None and referred <= limit
            row = judged(contact.id, contact.child, excluded=excluded, met=met, pending=as_at <= limit)
        rows.append(row)
    return rows
