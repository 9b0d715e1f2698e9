"""Modules about the children and what happened to them, from record tables."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import zip_longest

from trigpoint.records.roles import SOCIAL_WORKERS
from trigpoint.sources.ssda903.extract import Extract, Record, is_unaccompanied
from trigpoint.sources.ssda903.outcomes import birthday

_FIRST = "FCONTA"
"""The reason of the first social worker of a child in care."""
YES = {"Y", "YES", "1", "T", "TRUE"}


def flag(value: str | None) -> str:
    """A flag as the return writes it: 1, 0 or nothing."""
    return "" if value is None else str(int(value.strip().upper() in YES))


def header(extract: Extract, children: Collection[str]) -> Iterator[Record]:
    """A row for every child that some module of the return mentions."""
    births = extract.by("ssd_mother", "moth_person_id")
    for child in sorted(children):
        person, told = extract.people.get(child, {}), births.get(child, [])
        born = sorted(m["moth_childs_dob"] for m in told if extract.known(m["moth_childs_dob"]))
        asked, later = _is_asked(extract, child), bool(told) and not born
        yield {
            "CHILD": child,
            "ETHNIC": person.get("pers_ethnicity"),
            "UPN": person.get("pers_upn") or person.get("pers_upn_unknown"),
            "MOTHER": flag("N" if later else person.get("pers_is_mother")) if asked else "",
            "MC_DOB": born[0] if born and asked else None,
        }


def _is_asked(extract: Extract, child: str) -> bool:
    """Whether the return asks if a child is a mother: girls in care in the year, but for short breaks alone."""
    in_care = child in extract.children and child not in extract.on_breaks
    return in_care and extract.people.get(child, {}).get("pers_sex") == "F"


def uasc(extract: Extract) -> Iterator[Record]:
    """Looked-after children who were unaccompanied asylum seekers on some day of the year.

    While the status lasts, the day on which it is to end is the 18th birthday.
    """
    for row in extract.rows("ssd_immigration_status"):
        spell = row["immi_immigration_status_start_date"], row["immi_immigration_status_end_date"]
        if is_unaccompanied(row) and row["immi_person_id"] in extract.children and extract.overlaps(*spell):
            child = row["immi_person_id"]
            born, end = extract.people.get(child, {}).get("pers_dob"), row["immi_immigration_status_end_date"]
            adult = birthday(born, born.year + 18) if born else end
            yield {"CHILD": child, "DUC": extract.known(end) or adult}


def reviews(extract: Extract) -> Iterator[Record]:
    """Reviews held in the year, of children who had not short breaks alone."""
    asked = extract.children - extract.on_breaks
    for row in extract.rows("ssd_cla_reviews"):
        held = row["clar_cla_review_date"]
        child, cancelled = row["clar_cla_person_id"], flag(row["clar_cla_review_cancelled"]) == "1"
        if extract.in_year(held) and child in asked and not cancelled:
            yield {"CHILD": child, "REVIEW": held, "REVIEW_CODE": row["clar_cla_review_participation"]}


def missing(extract: Extract) -> Iterator[Record]:
    """Missing episodes with a day in the year that began while the child was looked after."""
    for row in extract.rows("ssd_missing"):
        start, end = row["miss_missing_episode_start_date"], row["miss_missing_episode_end_date"]
        in_care = start and any(one.holds(start) for one in extract.periods.get(row["miss_person_id"], []))
        if in_care and extract.overlaps(start, end):
            kind = row["miss_missing_episode_type"]
            yield {
                "CHILD": row["miss_person_id"],
                "MISSING": kind,
                "MIS_START": start,
                "MIS_END": extract.known(end),
            }


def deprivations(extract: Extract) -> Iterator[Record]:
    """Deprivation of liberty orders with a day in the year."""
    for row in extract.rows("ext_deprivation_of_liberty"):
        if row["person_id"] in extract.children and extract.overlaps(row["start_date"], row["end_date"]):
            end = extract.known(row["end_date"])
            yield {"CHILD": row["person_id"], "DOLO_START": row["start_date"], "DOLO_END": end}


def workers(extract: Extract) -> Iterator[Record]:
    """Spells of registered social workers with a looked-after child that have a day in the year.

    Of a child with a social worker by role others, such as reviewing officers, are left out. A spell begins at the
    earliest with the period of care, and is told once for each period; who was there before is the first of it.
    """
    numbers = {
        row["prof_professional_id"]: row["prof_social_worker_registration_no"]
        for row in extract.rows("ssd_professionals")
        if row["prof_social_worker_registration_no"]
    }
    asked, found = extract.children - extract.on_breaks, dict[str, list[Record]]()
    for row in extract.rows("ssd_involvements"):
        start, end = row["invo_involvement_start_date"], row["invo_involvement_end_date"]
        known = row["invo_professional_id"] in numbers and row["invo_person_id"] in asked
        if known and start and extract.overlaps(start, end):
            found.setdefault(row["invo_person_id"], []).append(row)
    for child, rows in found.items():
        by_role = [row for row in rows if (row["invo_professional_role_id"] or "").lower() in SOCIAL_WORKERS]
        for row in by_role or rows:
            for start, end in _in_care(extract, child, row):
                was_there = start != row["invo_involvement_start_date"]
                yield {
                    "CHILD": child,
                    "SW_ID": numbers[row["invo_professional_id"]],
                    "SW_DECOM": start,
                    "SW_DEC": extract.known(end),
                    "SW_REASON": _FIRST if was_there else row["invo_worker_change_reason"],
                }


def _in_care(extract: Extract, child: str, row: Record) -> Iterator[tuple[date, date | None]]:
    """What of an involvement lies in each period of care; it may go on after the last."""
    start, end = row["invo_involvement_start_date"], row["invo_involvement_end_date"]
    for period, onward in zip_longest(extract.periods[child], extract.periods[child][1:]):
        begins = max(start, period.start) if period.entered else start
        parted = onward is not None and onward.start <= extract.last and (end is None or onward.start < end)
        ends = min(end or date.max, period.end) if parted and period.end else end
        lasts = ends is None or begins < ends or start == end
        if lasts and period.holds(begins) and extract.overlaps(begins, ends):
            yield begins, ends


def previous_permanence(extract: Extract) -> Iterator[Record]:
    """Arrangements before care."""
    for row in extract.rows("ssd_cla_previous_permanence"):
        if row["lapp_person_id"] in extract.children:
            yield {
                "CHILD": row["lapp_person_id"],
                "PREV_PERM": row["lapp_previous_permanence_option"],
                "LA_PERM": row["lapp_previous_permanence_la"],
                "DATE_PERM": row["lapp_previous_permanence_order_date"],
            }


BUILD: dict[str, Callable[[Extract], Iterable[Record]]] = {
    "UASC": uasc,
    "Reviews": reviews,
    "Missing": missing,
    "DoLo": deprivations,
    "SWEpisodes": workers,
    "PrevPerm": previous_permanence,
}
