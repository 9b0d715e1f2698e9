"""Looked-after children, care leavers and adoption: lists 8 to 10."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from trigpoint.sources.annex_a.rows import Row
from trigpoint.sources.annex_a.view import View
from trigpoint.sources.ssda903.care import Names

ADOPTION = "Adoption"
"""Type of a permanence order that the list of adoption tells of."""
COMPLETED = "Completed"
HEALTH = {"health_on": "Health assessment", "dental_on": "Dental check"}
"""Checks by the key of their day."""


def episodes(view: View) -> Iterator[Row]:
    """List 8 as episodes: one from the start of care, one more from where placement or legal status began.

    Of what came before the latest placement and status the list says only that the child was looked after.
    """
    names = Names()
    for row in view.care:
        days = _days(row)
        for number, (start, end) in enumerate(pairwise([*days, row["end_on"]])):
            is_last = number == len(days) - 1
            placed = row["placed_on"] is None or start is None or row["placed_on"] <= start
            yield {
                "clae_cla_episode_id": names.name(row["child"], "episode", start),
                "clae_person_id": row["child"],
                "clae_cla_placement_id": row["placement_id"] if placed else None,
                "clae_cla_episode_start_date": start,
                "clae_cla_episode_start_reason": _reason(row, start) if number else "S",
                "clae_cla_primary_need_code": row["need"],
                "clae_cla_episode_ceased_date": end,
                "clae_cla_episode_ceased_reason": row["ceased"] if is_last else "X1",
                "clae_cla_id": row["id"],
                "clae_cla_last_iro_contact_date": row["iro_on"] if is_last else None,
                "clae_entered_care_date": row["start_on"],
            }


def _days(row: Row) -> list[date | None]:
    """Days on which an episode begins: the start of care, and later changes before its end."""
    start, end = row["start_on"], row["end_on"] or date.max
    if start is None:
        return [None]
    return [start, *sorted({day for day in (row["placed_on"], row["status_on"]) if day and start < day < end})]


def _reason(row: Row, day: date | None) -> str:
    """Why an episode began: placement (P), legal status (L) or both (B) changed."""
    if row["placed_on"] == row["status_on"]:
        return "B"
    return "P" if day == row["placed_on"] else "L"


def placements(view: View) -> Iterator[Row]:
    """The most recent placement of each period of care."""
    for row in view.care:
        yield {
            "clap_cla_placement_id": row["placement_id"],
            "clap_cla_id": row["id"],
            "clap_person_id": row["child"],
            "clap_cla_placement_start_date": row["placed_on"],
            "clap_cla_placement_type": row["placement"],
            "clap_cla_placement_urn": row["urn"],
            "clap_cla_placement_provider": row["provider"],
            "clap_cla_placement_postcode": row["postcode"],
            "clap_cla_placement_end_date": row["end_on"],
        }


def locations(view: View) -> Iterator[Row]:
    """Whether each placement lies inside the authority."""
    for row in view.care:
        if row["location"]:
            yield {"placement_id": row["placement_id"], "inside_boundary": row["location"]}


def statuses(view: View) -> Iterator[Row]:
    """The current legal status, or the one that care ended with."""
    names = Names()
    for row in view.care:
        if row["legal_status"]:
            yield {
                "lega_legal_status_id": names.name(row["child"], "legal", row["status_on"]),
                "lega_person_id": row["child"],
                "lega_legal_status": row["legal_status"],
                "lega_legal_status_start_date": row["status_on"],
                "lega_legal_status_end_date": row["end_on"],
            }


def visits(view: View) -> Iterator[Row]:
    """The latest visit, at which the child was seen: that is what makes it one."""
    names = Names()
    for row in view.care:
        if row["visited_on"]:
            yield {
                "clav_cla_visit_id": names.name(row["child"], "visit", row["visited_on"]),
                "clav_cla_id": row["id"],
                "clav_person_id": row["child"],
                "clav_cla_visit_date": row["visited_on"],
                "clav_cla_visit_seen": "Y",
            }


def health(view: View) -> Iterator[Row]:
    """The latest health assessment and dental check, which are completed ones."""
    names = Names()
    for row in view.care:
        for key, kind in HEALTH.items():
            if row[key]:
                yield {
                    "clah_health_check_id": names.name(row["child"], key.removesuffix("_on"), row[key]),
                    "clah_person_id": row["child"],
                    "clah_health_check_type": kind,
                    "clah_health_check_date": row[key],
                    "clah_health_check_status": COMPLETED,
                }


def care_leavers(view: View) -> Iterator[Row]:
    """List 9."""
    names = Names()
    for row in view.rows(9):
        place = f"{row['accommodation']}{row['suitable'] or ''}" if row["accommodation"] else None
        yield {
            "clea_table_id": names.name(row["child"], "leaver", None),
            "clea_person_id": row["child"],
            "clea_care_leaver_eligibility": row["eligibility"],
            "clea_care_leaver_in_touch": row["in_touch"],
            "clea_care_leaver_latest_contact": row["contact_on"],
            "clea_care_leaver_accommodation": place,
            "clea_care_leaver_accom_suitable": row["suitable"],
            "clea_care_leaver_activity": row["activity"],
            "clea_pathway_plan_review_date": row["pathway_on"],
            "clea_care_leaver_personal_advisor": row["adviser"],
            "clea_care_leaver_allocated_team": row["team"],
            "clea_care_leaver_worker_id": row["worker"],
        }


def permanence(view: View) -> Iterator[Row]:
    """List 10; a child's period of care is the one of list 8 that began on the day the child entered care."""
    names = Names()
    began = {(row["child"], row["start_on"]): row["id"] for row in view.care}
    for row in view.rows(10):
        yield {
            "perm_table_id": names.name(row["child"], "adoption", row["decided_on"]),
            "perm_person_id": row["child"],
            "perm_cla_id": began.get((row["child"], row["entered_on"])),
            "perm_adm_decision_date": row["decided_on"],
            "perm_placement_order_date": row["order_on"],
            "perm_matched_date": row["matched_on"],
            "perm_placed_for_adoption_date": row["placed_on"],
            "perm_placed_ffa_cp_date": row["ffa_on"],
            "perm_decision_reversed_date": row["reversed_on"],
            "perm_decision_reversed_reason": row["reversed_reason"],
            "perm_permanence_order_date": row["adopted_on"],
            "perm_permanence_order_type": ADOPTION if row["adopted_on"] else None,
        }
