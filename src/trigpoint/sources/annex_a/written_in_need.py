"""Lists 1 to 7 from record tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.sources.annex_a.known import Known, answer
from trigpoint.sources.annex_a.rows import Row

_NOT = {"Y": "N", "N": "Y"}


def contacts(known: Known) -> Iterator[Row]:
    """Contacts of the six months."""
    for row in known.rows("ssd_contacts"):
        if row["cont_person_id"] and known.recent(row["cont_contact_date"]):
            said = {"contact_on": row["cont_contact_date"], "source": row["cont_contact_source_code"]}
            yield known.child(row["cont_person_id"]) | said


def early_help(known: Known) -> Iterator[Row]:
    """Early help that was open in the six months."""
    for row in known.rows("ssd_early_help_episodes"):
        start, end = row["earl_episode_start_date"], known.known(row["earl_episode_end_date"])
        if row["earl_person_id"] and known.stands(start, end):
            said = {"start_on": start, "end_on": end, "organisation": row["earl_episode_organisation"]}
            yield known.child(row["earl_person_id"]) | said


def referrals(known: Known) -> Iterator[Row]:
    """Referrals of the six months."""
    every = known.by("ssd_cin_episodes", "cine_person_id", "cine_referral_date")
    for child, rows in every.items():
        in_year = sum(known.in_year(row["cine_referral_date"]) for row in rows)
        for row in rows:
            if known.recent(row["cine_referral_date"]):
                yield known.child(child) | {
                    "referred_on": row["cine_referral_date"],
                    "source": row["cine_referral_source_code"],
                    "nfa": answer(row["cine_referral_nfa"]),
                    "referrals_12m": in_year,
                    **_by_whom(known, row, "cine_referral"),
                }


def assessments(known: Known) -> Iterator[Row]:
    """Assessments that were open in the six months; one without end was open until its referral closed."""
    for row in known.rows("ssd_cin_assessments"):
        start, end = row["cina_assessment_start_date"], known.known(row["cina_assessment_auth_date"])
        referral = known.one("ssd_cin_episodes", "cine_referral_id", row["cina_referral_id"])
        if row["cina_person_id"] and known.stands(start, end or known.known(referral.get("cine_close_date"))):
            later = row["cina_assessment_auth_date"] not in {None, end}
            nfa = None if later else answer(row["cina_assessment_outcome_nfa"])
            yield known.child(row["cina_person_id"]) | {
                "start_on": start,
                "seen": answer(row["cina_assessment_child_seen"]),
                "authorised_on": end,
                "support": _NOT.get(nfa or ""),
                **_by_whom(known, row, "cina_assessment"),
            }


def enquiries(known: Known) -> Iterator[Row]:
    """Enquiries of the six months, and conferences of the six months: with their enquiry, or alone."""
    linked = known.by("ssd_initial_cp_conference", "icpc_s47_enquiry_id", "icpc_icpc_date")
    found = known.by("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date")
    held = known.by("ssd_initial_cp_conference", "icpc_person_id", "icpc_icpc_date")
    for child in sorted(found.keys() | held.keys()):
        own, conferences = found.get(child, []), held.get(child, [])
        counts = {
            "s47_12m": sum(known.in_year(row["s47e_s47_start_date"]) for row in own),
            "icpc_12m": sum(known.in_year(row["icpc_icpc_date"]) for row in conferences),
        }
        for row in own:
            last = (linked.get(row["s47e_s47_enquiry_id"]) or [{}])[-1]
            if known.recent(row["s47e_s47_start_date"]) or known.recent(last.get("icpc_icpc_date")):
                flag = answer(row["s47e_s47_outcome_cp_conference_flag"])
                said = {"start_on": row["s47e_s47_start_date"], "icpc_unnecessary": _NOT.get(flag or "")}
                whom = _by_whom(known, row, "s47e_s47_completed_by")
                yield known.child(child) | said | _conference(last) | counts | whom
        ids = {row["s47e_s47_enquiry_id"] for row in own}
        for row in conferences:
            if known.recent(row["icpc_icpc_date"]) and row["icpc_s47_enquiry_id"] not in ids:
                yield known.child(child) | _conference(row) | counts | _by_whom(known, row, "icpc_icpc")


def _conference(row: Row) -> Row:
    return {"icpc_on": row.get("icpc_icpc_date"), "plan_made": answer(row.get("icpc_icpc_outcome_cp_flag"))}


def needs(known: Known) -> Iterator[Row]:
    """Episodes of need that were open in the six months; a referral that led to no further action began none."""
    visits = known.by("ssd_cin_visits", "cinv_person_id", "cinv_cin_visit_date")
    for row in known.rows("ssd_cin_episodes"):
        start, end = row["cine_referral_date"], known.known(row["cine_close_date"])
        child = row["cine_person_id"]
        if not child or answer(row["cine_referral_nfa"]) == "Y" or not known.stands(start, end):
            continue
        seen = [
            visit["cinv_cin_visit_date"]
            for visit in visits.get(child, [])
            if answer(visit["cinv_cin_visit_seen"]) == "Y"
        ]
        yield known.child(child) | {
            "start_on": start,
            "need": row["cine_cin_primary_need_code"],
            "seen_on": seen[-1] if seen else None,
            "closed_on": end,
            "closure": row["cine_close_reason"] if end else None,
            "status": _status(known, child, closed=end is not None),
            **_by_whom(known, row, "cine_referral"),
        }


def _status(known: Known, child: str, *, closed: bool) -> str:
    """The case status by its letter: the weightiest of what is open."""
    open_in = {
        "a": ("ssd_cla_episodes", "clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        "b": ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        "c": ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
    }
    if closed:
        return "e"
    for letter, (table, who, start, end) in open_in.items():
        spells = known.by_child(table, who, start).get(child, [])
        if any(not known.known(row[end]) for row in spells):
            return letter
    return "d"


def plans(known: Known) -> Iterator[Row]:
    """Our own plans that were open in the six months."""
    visits = known.by("ssd_cp_visits", "cppv_cp_plan_id", "cppv_cp_visit_date")
    visits = {plan: [row for row in rows if answer(row["cppv_cp_visit_seen"]) == "Y"] for plan, rows in visits.items()}
    reviews = known.by("ssd_cp_reviews", "cppr_cp_plan_id", "cppr_cp_review_date")
    for child, rows in known.by("ssd_cp_plans", "cppl_person_id").items():
        ordered = sorted(rows, key=lambda row: row["cppl_cp_plan_start_date"] or date.min)
        own = [row for row in ordered if answer(row["cppl_cp_plan_ola"]) != "Y"]
        for number, row in enumerate(own):
            start, end = row["cppl_cp_plan_start_date"], known.known(row["cppl_cp_plan_end_date"])
            if not known.stands(start, end):
                continue
            visit = (visits.get(row["cppl_cp_plan_id"]) or [{}])[-1]
            review = (reviews.get(row["cppl_cp_plan_id"]) or [{}])[-1]
            yield known.child(child) | {
                "start_on": start,
                "initial_category": row["cppl_cp_plan_initial_category"],
                "latest_category": row["cppl_cp_plan_latest_category"],
                "visited_on": visit.get("cppv_cp_visit_date"),
                "seen_alone": answer(visit.get("cppv_cp_visit_seen_alone")),
                "reviewed_on": review.get("cppr_cp_review_date"),
                "end_on": end,
                "protection_order": _protected(known, child),
                "previous_plans": number,
                **known.allocated(child),
            }


def _protected(known: Known, child: str) -> str:
    """Whether the child was under police protection or an emergency protection order in the six months."""
    statuses = known.by_child("ssd_legal_status", "lega_person_id", "lega_legal_status_start_date").get(child, [])
    ends = [
        row["lega_legal_status_end_date"] or date.max for row in statuses if row["lega_legal_status"] in {"L1", "L2"}
    ]
    return "Y" if any(end > known.half_year for end in ends) else "N"


def _by_whom(known: Known, row: Row, stem: str) -> Row:
    return {"team": known.team(row[f"{stem}_team"]), "worker": row[f"{stem}_worker_id"]}
