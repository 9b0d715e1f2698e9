"""Lists 8 to 10 from record tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from trigpoint.sources.annex_a.known import Known, answer
from trigpoint.sources.annex_a.rows import Row

_SHORT_TERM = {"V3", "V4"}
_PLANS = {
    "a": ("remainsup", "return1m", "return6m", "returnev"),
    "b": ("adoption",),
    "d": ("suppliv",),
    "e": ("resplmt",),
    "f": ("ltrelfr", "ltfost18"),
    "g": ("otherpln",),
}
"""Flags of a care plan by the letter of the permanence plan."""


def care(known: Known) -> Iterator[Row]:
    """Periods of care that were open in the six months, series of short-term placements left out."""
    for child, rows in known.by("ssd_cla_episodes", "clae_person_id", "clae_cla_episode_start_date").items():
        periods = _periods(known, child, rows)
        for number, period in enumerate(periods):
            last = period[-1]
            start, end = period[0]["clae_cla_episode_start_date"], known.known(last["clae_cla_episode_ceased_date"])
            if known.stands(start, end):
                again = number > 0 and known.in_year(start)
                yield {
                    **known.child(child),
                    "uasc": "Y" if known.was_uasc(child) else "N",
                    "start_on": start,
                    "need": last["clae_cla_primary_need_code"],
                    "second_period": "Y" if again else "N",
                    "iro_on": known.known(last["clae_cla_last_iro_contact_date"]),
                    "end_on": end,
                    "ceased": last["clae_cla_episode_ceased_reason"] if end else None,
                    "plan": _plan(known, child),
                    **_status(known, child, end),
                    **_placement(known, child, last),
                    **_last_days(known, child),
                    **_missing(known, child),
                    **known.allocated(child),
                }


def _periods(known: Known, child: str, rows: list[Row]) -> list[list[Row]]:
    """Episodes by period of care: a new one begins with a start (S), another id, or after care was left."""
    found: list[list[Row]] = []
    rows = sorted(
        rows, key=lambda row: (row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"] or date.max)
    )
    for row in (
        row for row in rows if _legal(known, child, row["clae_cla_episode_start_date"]).get("code") not in _SHORT_TERM
    ):
        before = found[-1][-1] if found else None
        if (
            before is None
            or row["clae_cla_episode_start_reason"] == "S"
            or before["clae_cla_episode_ceased_reason"] not in {None, "X1"}
            or before["clae_cla_id"] != row["clae_cla_id"]
        ):
            found.append([])
        found[-1].append(row)
    return found


def _legal(known: Known, child: str, day: date) -> Row:
    """The legal status on a day; of several the one that began last."""
    statuses = known.by_child("ssd_legal_status", "lega_person_id", "lega_legal_status_start_date").get(child, [])
    holding = [
        row
        for row in statuses
        if row["lega_legal_status_start_date"] <= day and (row["lega_legal_status_end_date"] or date.max) > day
    ]
    if not holding:
        return {}
    return {"code": holding[-1]["lega_legal_status"], "since": holding[-1]["lega_legal_status_start_date"]}


def _status(known: Known, child: str, end: date | None) -> Row:
    """The legal status on the day, or on the last day of care."""
    day = date.fromordinal(end.toordinal() - 1) if end else known.as_at
    status = _legal(known, child, day)
    return {"status_on": status.get("since"), "legal_status": status.get("code")}


def _placement(known: Known, child: str, last: Row) -> Row:
    one = known.one("ssd_cla_placement", "clap_cla_placement_id", last["clae_cla_placement_id"])
    inside = known.one("ext_placement_location", "placement_id", last["clae_cla_placement_id"])
    every = known.by_child("ssd_cla_placement", "clap_person_id", "clap_cla_placement_start_date").get(child, [])
    in_year = [row for row in every if (row["clap_cla_placement_end_date"] or date.max) > known.year]
    return {
        "placed_on": one.get("clap_cla_placement_start_date"),
        "placement": one.get("clap_cla_placement_type"),
        "provider": one.get("clap_cla_placement_provider"),
        "postcode": one.get("clap_cla_placement_postcode"),
        "urn": one.get("clap_cla_placement_urn"),
        "location": answer(inside.get("inside_boundary")),
        "placements_12m": len(in_year),
    }


def _last_days(known: Known, child: str) -> Row:
    """The latest review, visit and checks."""
    reviews = known.by_child("ssd_cla_reviews", "clar_cla_person_id", "clar_cla_review_date").get(child, [])
    visits = known.by_child("ssd_cla_visits", "clav_person_id", "clav_cla_visit_date").get(child, [])
    checks = known.by_child("ssd_cla_health", "clah_person_id", "clah_health_check_date").get(child, [])
    done = [row for row in checks if (row["clah_health_check_status"] or "").strip().lower() == "completed"]
    return {
        "reviewed_on": _last(
            [r for r in reviews if answer(r["clar_cla_review_cancelled"]) != "Y"], "clar_cla_review_date"
        ),
        "visited_on": _last(
            [row for row in visits if answer(row["clav_cla_visit_seen"]) == "Y"], "clav_cla_visit_date"
        ),
        "health_on": _last(_of_kind(done, "health"), "clah_health_check_date"),
        "dental_on": _last(_of_kind(done, "dental"), "clah_health_check_date"),
    }


def _of_kind(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if kind in (row["clah_health_check_type"] or "").lower()]


def _last(rows: list[Row], day: str) -> Any:
    return rows[-1][day] if rows else None


def _plan(known: Known, child: str) -> str | None:
    plans = known.by_child("ssd_cla_care_plan", "lacp_person_id", "lacp_cla_care_plan_start_date").get(child, [])
    if not plans:
        return None
    said = {
        flag for flags in _PLANS.values() for flag in flags if answer(plans[-1][f"lacp_cla_care_plan_{flag}"]) == "Y"
    }
    return next((letter for letter, flags in _PLANS.items() if said & set(flags)), None)


def _missing(known: Known, child: str) -> Row:
    rows = known.by_child("ssd_missing", "miss_person_id", "miss_missing_episode_start_date").get(child, [])
    kinds = [row["miss_missing_episode_type"] for row in rows if known.in_year(row["miss_missing_episode_start_date"])]
    last = rows[-1] if rows else {}
    return {
        "missing_12m": kinds.count("M"),
        "absent_12m": kinds.count("A"),
        "rhi_offered": answer(last.get("miss_missing_rhi_offered")),
        "rhi_accepted": answer(last.get("miss_missing_rhi_accepted")),
    }


def care_leavers(known: Known) -> Iterator[Row]:
    """Care leavers as the records know them now."""
    for row in known.rows("ssd_care_leavers"):
        if not row["clea_person_id"]:
            continue
        child = row["clea_person_id"]
        yield known.child(child) | {
            "uasc": "Y" if known.ever_uasc(child) else "N",
            "team": known.team(row["clea_care_leaver_allocated_team"]),
            "worker": row["clea_care_leaver_worker_id"],
            "adviser": row["clea_care_leaver_personal_advisor"],
            "eligibility": row["clea_care_leaver_eligibility"],
            "pathway_on": row["clea_pathway_plan_review_date"],
            "in_touch": row["clea_care_leaver_in_touch"],
            "contact_on": row["clea_care_leaver_latest_contact"],
            "accommodation": row["clea_care_leaver_accommodation"],
            "suitable": row["clea_care_leaver_accom_suitable"],
            "activity": row["clea_care_leaver_activity"],
        }


def adoption(known: Known) -> Iterator[Row]:
    """Children with a decision for adoption that stood in the six months."""
    families = known.by("ssd_family", "fami_person_id")
    for child, rows in known.by("ssd_permanence", "perm_person_id", "perm_adm_decision_date").items():
        entered = known.by_child("ssd_cla_episodes", "clae_person_id", "clae_cla_episode_start_date").get(child, [])
        for row in rows:
            ends = [known.known(row[name]) for name in ("perm_permanence_order_date", "perm_decision_reversed_date")]
            if not known.stands(row["perm_adm_decision_date"], min(filter(None, ends), default=None)):
                continue
            adopted = "adopt" in (row["perm_permanence_order_type"] or "").lower()
            own = [one for one in entered if one["clae_cla_id"] == row["perm_cla_id"]]
            days = {
                "decided_on": "perm_adm_decision_date",
                "order_on": "perm_placement_order_date",
                "matched_on": "perm_matched_date",
                "placed_on": "perm_placed_for_adoption_date",
                "reversed_on": "perm_decision_reversed_date",
                "ffa_on": "perm_placed_ffa_cp_date",
            }
            yield {
                **known.child(child),
                "family": min((one["fami_family_id"] or "" for one in families.get(child, [])), default="") or None,
                "entered_on": own[0]["clae_cla_episode_start_date"] if own else None,
                **{key: known.known(row[name]) for key, name in days.items()},
                "adopted_on": ends[0] if adopted else None,
                "reversed_reason": row["perm_decision_reversed_reason"] if ends[1] else None,
            }
