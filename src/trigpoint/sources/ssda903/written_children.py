"""Modules about the children and what happened to them, from record tables."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from trigpoint.sources.ssda903.children import UASC
from trigpoint.sources.ssda903.extract import Extract, Record

YES = {"Y", "YES", "1", "T", "TRUE"}


def flag(value: str | None) -> str:
    """A flag as the return writes it: 1, 0 or nothing."""
    return "" if value is None else str(int(value.strip().upper() in YES))


def header(extract: Extract, children: Collection[str]) -> Iterator[Record]:
    """A row for every child that some module of the return mentions."""
    births = extract.by("ssd_mother", "moth_person_id")
    for child in sorted(children):
        person = extract.people.get(child, {})
        born = sorted(m["moth_childs_dob"] for m in births.get(child, []) if extract.known(m["moth_childs_dob"]))
        yield {
            "CHILD": child,
            "ETHNIC": person.get("pers_ethnicity"),
            "UPN": person.get("pers_upn") or person.get("pers_upn_unknown"),
            "MOTHER": flag(person.get("pers_is_mother")) if _is_asked(extract, child) else "",
            "MC_DOB": born[0] if born else None,
        }


def _is_asked(extract: Extract, child: str) -> bool:
    """Whether the return asks if a child is a mother: girls in care in the year."""
    return child in extract.children and extract.people.get(child, {}).get("pers_sex") == "F"


def uasc(extract: Extract) -> Iterator[Record]:
    """Looked-after children who were unaccompanied asylum seekers on some day of the year."""
    for row in extract.rows("ssd_immigration_status"):
        status = row["immi_immigration_status"] or ""
        spell = row["immi_immigration_status_start_date"], row["immi_immigration_status_end_date"]
        named = status == UASC or "unaccompanied asylum" in status.lower()
        if named and row["immi_person_id"] in extract.children and extract.overlaps(*spell):
            yield {"CHILD": row["immi_person_id"], "DUC": row["immi_immigration_status_end_date"]}


def reviews(extract: Extract) -> Iterator[Record]:
    """Reviews held in the year."""
    for row in extract.rows("ssd_cla_reviews"):
        held = row["clar_cla_review_date"]
        child, cancelled = row["clar_cla_person_id"], flag(row["clar_cla_review_cancelled"]) == "1"
        if extract.in_year(held) and child in extract.children and not cancelled:
            yield {"CHILD": child, "REVIEW": held, "REVIEW_CODE": row["clar_cla_review_participation"]}


def missing(extract: Extract) -> Iterator[Record]:
    """Missing episodes with a day in the year."""
    for row in extract.rows("ssd_missing"):
        start, end = row["miss_missing_episode_start_date"], row["miss_missing_episode_end_date"]
        if start and extract.overlaps(start, end) and row["miss_person_id"] in extract.children:
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
    """Spells of registered social workers with a day in the year."""
    numbers = {
        row["prof_professional_id"]: row["prof_social_worker_registration_no"]
        for row in extract.rows("ssd_professionals")
        if row["prof_social_worker_registration_no"]
    }
    for row in extract.rows("ssd_involvements"):
        start, end = row["invo_involvement_start_date"], row["invo_involvement_end_date"]
        worker = numbers.get(row["invo_professional_id"])
        if worker and start and row["invo_person_id"] in extract.children and extract.overlaps(start, end):
            ended = extract.known(end)
            yield {
                "CHILD": row["invo_person_id"],
                "SW_ID": worker,
                "SW_DECOM": start,
                "SW_DEC": ended,
                "SW_REASON": row["invo_worker_change_reason"],
            }


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
