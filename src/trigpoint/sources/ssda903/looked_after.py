"""What happened in care: episodes, placements, legal statuses, reviews, missing episodes, orders, workers."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.sources.ssda903.care import Names, Row, all_runs, run_ids
from trigpoint.sources.ssda903.view import View


def episodes(view: View) -> Iterator[Row]:
    """Each episode with its placement and its period of care.

    The day of entry is given only where the first episode says that care started (S): a return of one year leaves
    out the episodes that ended before it.
    """
    names = Names()
    for care in view.cares.values():
        periods, placements = run_ids(care.periods), run_ids(care.placements)
        for row in care.episodes:
            period, placement = periods.get(row["place"]), placements.get(row["place"])
            yield {
                "clae_cla_episode_id": names.name(care.child, "episode", row["DECOM"]),
                "clae_person_id": care.child,
                "clae_cla_placement_id": placement.id if placement else None,
                "clae_cla_episode_start_date": row["DECOM"],
                "clae_cla_episode_start_reason": row["RNE"],
                "clae_cla_primary_need_code": row["CIN"],
                "clae_cla_episode_ceased_date": row["DEC"],
                "clae_cla_episode_ceased_reason": row["REC"],
                "clae_cla_id": period.id if period else None,
                "clae_entered_care_date": period.first["DECOM"] if period and period.first["RNE"] == "S" else None,
            }


def placements(view: View) -> Iterator[Row]:
    """Each placement, from the first of its episodes to the end of the last."""
    for care, run in all_runs(view.cares.values(), "placements"):
        period = run_ids(care.periods)[run.first["place"]]
        yield {
            "clap_cla_placement_id": run.id,
            "clap_cla_id": period.id,
            "clap_person_id": care.child,
            "clap_cla_placement_start_date": run.first["DECOM"],
            "clap_cla_placement_type": run.first["PLACE"],
            "clap_cla_placement_urn": run.first["URN"],
            "clap_cla_placement_provider": run.first["PLACE_PROVIDER"],
            "clap_cla_placement_postcode": run.first["PL_POST"],
            "clap_cla_placement_end_date": run.end,
            "clap_cla_placement_change_reason": run.last["REASON_PLACE_CHANGE"],
        }


def statuses(view: View) -> Iterator[Row]:
    """Each legal status for as long as consecutive episodes have it."""
    for care, run in all_runs(view.cares.values(), "statuses"):
        yield {
            "lega_legal_status_id": run.id,
            "lega_person_id": care.child,
            "lega_legal_status": run.first["LS"],
            "lega_legal_status_start_date": run.first["DECOM"],
            "lega_legal_status_end_date": run.end,
        }


def reviews(view: View) -> Iterator[Row]:
    """Each review, linked to the period of care that holds its day."""
    names = Names()
    for row in view.rows("Reviews"):
        care = view.cares.get(row["CHILD"])
        period = care.period_on(row["REVIEW"]) if care else None
        yield {
            "clar_cla_review_id": names.name(row["CHILD"], "review", row["REVIEW"]),
            "clar_cla_id": period.id if period else None,
            "clar_cla_person_id": row["CHILD"],
            "clar_cla_review_date": row["REVIEW"],
            "clar_cla_review_participation": row["REVIEW_CODE"],
        }


def missing(view: View) -> Iterator[Row]:
    """Each missing or away episode."""
    names = Names()
    for row in view.rows("Missing"):
        yield {
            "miss_table_id": names.name(row["CHILD"], "missing", row["MIS_START"]),
            "miss_person_id": row["CHILD"],
            "miss_missing_episode_start_date": row["MIS_START"],
            "miss_missing_episode_type": row["MISSING"],
            "miss_missing_episode_end_date": row["MIS_END"],
        }


def deprivations(view: View) -> Iterator[Row]:
    """Each deprivation of liberty order."""
    names = Names()
    for row in view.rows("DoLo"):
        yield {
            "order_id": names.name(row["CHILD"], "dolo", row["DOLO_START"]),
            "person_id": row["CHILD"],
            "start_date": row["DOLO_START"],
            "end_date": row["DOLO_END"],
        }


def involvements(view: View) -> Iterator[Row]:
    """Each spell of a social worker with a child."""
    names = Names()
    for row in view.rows("SWEpisodes"):
        yield {
            "invo_involvements_id": names.name(row["CHILD"], "worker", row["SW_DECOM"]),
            "invo_professional_id": row["SW_ID"],
            "invo_person_id": row["CHILD"],
            "invo_involvement_start_date": row["SW_DECOM"],
            "invo_involvement_end_date": row["SW_DEC"],
            "invo_worker_change_reason": row["SW_REASON"],
        }


def professionals(view: View) -> Iterator[Row]:
    """Each social worker once, by the registration number that the return gives."""
    for worker in dict.fromkeys(row["SW_ID"] for row in view.rows("SWEpisodes") if row["SW_ID"]):
        yield {"prof_professional_id": worker, "prof_social_worker_registration_no": worker}
