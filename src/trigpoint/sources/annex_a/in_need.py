"""Contacts, early help, referrals, assessments, enquiries, conferences and plans: lists 1 to 7."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.sources.annex_a.rows import Row
from trigpoint.sources.annex_a.view import View
from trigpoint.sources.ssda903.care import Names

_NOT = {"Y": "N", "N": "Y"}


def contacts(view: View) -> Iterator[Row]:
    """List 1."""
    names = Names()
    for row in view.rows(1):
        yield {
            "cont_contact_id": names.name(row["child"], "contact", row["contact_on"]),
            "cont_person_id": row["child"],
            "cont_contact_date": row["contact_on"],
            "cont_contact_source_code": row["source"],
        }


def early_help(view: View) -> Iterator[Row]:
    """List 2: an early help assessment from its start to its completion."""
    names = Names()
    for row in view.rows(2):
        yield {
            "earl_episode_id": names.name(row["child"], "earlyhelp", row["start_on"]),
            "earl_person_id": row["child"],
            "earl_episode_start_date": row["start_on"],
            "earl_episode_end_date": row["end_on"],
            "earl_episode_organisation": row["organisation"],
        }


def referrals(view: View) -> Iterator[Row]:
    """Lists 3 and 6. An assessment of list 4 is a single one, and so says the referral it belongs to."""
    assessed = {row["referral"] for row in view.assessments}
    for row in view.referrals:
        yield {
            "cine_referral_id": row["id"],
            "cine_person_id": row["child"],
            "cine_referral_date": row["referred_on"],
            "cine_cin_primary_need_code": row.get("need"),
            "cine_referral_source_code": row.get("source"),
            "cine_referral_outcome_single_assessment_flag": "Y" if row["id"] in assessed else None,
            "cine_referral_outcome_nfa_flag": row.get("nfa"),
            "cine_referral_nfa": row.get("nfa"),
            "cine_close_reason": row.get("closure"),
            "cine_close_date": row.get("closed_on"),
            "cine_referral_team": row.get("team"),
            "cine_referral_worker_id": row.get("worker"),
        }


def assessments(view: View) -> Iterator[Row]:
    """List 4. An assessment after which no support is required ended in no further action."""
    for row in view.assessments:
        nfa = _NOT.get(row["support"] or "")
        yield {
            "cina_assessment_id": row["id"],
            "cina_person_id": row["child"],
            "cina_referral_id": row["referral"],
            "cina_assessment_start_date": row["start_on"],
            "cina_assessment_child_seen": row["seen"],
            "cina_assessment_auth_date": row["authorised_on"],
            "cina_assessment_outcome_nfa_flag": nfa,
            "cina_assessment_outcome_nfa": nfa,
            "cina_assessment_team": row["team"],
            "cina_assessment_worker_id": row["worker"],
        }


def enquiries(view: View) -> Iterator[Row]:
    """List 5. The list has no end of an enquiry; a row with a conference alone is no enquiry."""
    for row in view.enquiries:
        if row["icpc_on"] and not row["start_on"]:
            continue
        yield {
            "s47e_s47_enquiry_id": row["id"],
            "s47e_referral_id": view.referral_on(row["child"], row["start_on"]),
            "s47e_person_id": row["child"],
            "s47e_s47_start_date": row["start_on"],
            "s47e_s47_outcome_cp_conference_flag": "Y" if row["icpc_on"] else _NOT.get(row["icpc_unnecessary"] or ""),
            "s47e_s47_completed_by_team": row["team"],
            "s47e_s47_completed_by_worker_id": row["worker"],
        }


def conferences(view: View) -> Iterator[Row]:
    """The conferences of list 5."""
    for row in view.conferences:
        yield {
            "icpc_icpc_id": row["id"],
            "icpc_s47_enquiry_id": row["enquiry"],
            "icpc_person_id": row["child"],
            "icpc_cp_plan_id": row["plan"],
            "icpc_referral_id": view.referral_on(row["child"], row["icpc_on"]),
            "icpc_icpc_date": row["icpc_on"],
            "icpc_icpc_outcome_cp_flag": row["plan_made"],
            "icpc_icpc_outcome_json_cp_flag": row["plan_made"],
            "icpc_icpc_team": row["team"],
            "icpc_icpc_worker_id": row["worker"],
        }


def plans(view: View) -> Iterator[Row]:
    """List 7."""
    held = {row["plan"]: row["id"] for row in view.conferences if row["plan"]}
    for row in view.plans:
        yield {
            "cppl_cp_plan_id": row["id"],
            "cppl_referral_id": view.referral_on(row["child"], row["start_on"]),
            "cppl_icpc_id": held.get(row["id"]),
            "cppl_person_id": row["child"],
            "cppl_cp_plan_start_date": row["start_on"],
            "cppl_cp_plan_end_date": row["end_on"],
            "cppl_cp_plan_initial_category": row["initial_category"],
            "cppl_cp_plan_latest_category": row["latest_category"],
        }


def plan_visits(view: View) -> Iterator[Row]:
    """The latest statutory visit of each plan, at which the child was seen: that is what makes it one."""
    names = Names()
    for row in view.plans:
        if row["visited_on"]:
            yield {
                "cppv_cp_visit_id": names.name(row["child"], "planvisit", row["visited_on"]),
                "cppv_person_id": row["child"],
                "cppv_cp_plan_id": row["id"],
                "cppv_cp_visit_date": row["visited_on"],
                "cppv_cp_visit_seen": "Y",
                "cppv_cp_visit_seen_alone": row["seen_alone"],
            }
