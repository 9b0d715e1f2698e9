"""What the case system knows on the as-at date: nothing dated later, and no outcome of what has not ended."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.columns import DAY_SECONDS, NONE, Bools, Column, Frame, take, when

_BEGINS = {
    "ssd_address": "addr_address_start_date",
    "ssd_immigration_status": "immi_immigration_status_start_date",
    "ssd_initial_cp_conference": "icpc_icpc_date",
    "ssd_cp_reviews": "cppr_cp_review_date",
    "ssd_cla_reviews": "clar_cla_review_date",
    "ssd_pre_proceedings": "prep_pre_pro_decision_date",
    "ext_proceedings": "issue_date",
    "ext_front_door_decision": "received_at",
}
"""The date without which a row does not exist; for other tables their first column of days."""

_UNDATED = {
    "ssd_person", "ssd_mother", "ssd_permanence", "ext_return_interview", "ssd_care_leavers", "ssd_ehcp_assessment",
    "ssd_linked_identifiers", "ext_population",
}  # fmt: skip
"""Tables whose rows stand whatever their dates."""

_PLANNED = {
    "icpc_icpc_target_date", "cppr_cp_review_due", "clar_cla_review_due_date", "planned_final_hearing_date",
    "pers_expected_dob", "moth_childs_dob",
}  # fmt: skip
"""Days that may lie ahead."""

_FOLLOWS = {
    "cine_close_date": ("cine_close_reason",),
    "cina_assessment_auth_date": ("cina_assessment_outcome_",),
    "s47e_s47_end_date": ("s47e_s47_outcome_", "s47e_s47_nfa"),
    "clae_cla_episode_ceased_date": ("clae_cla_episode_ceased_reason",),
    "clap_cla_placement_end_date": ("clap_cla_placement_change_reason",),
    "earl_episode_end_date": ("earl_episode_end_reason",),
    "miss_missing_episode_end_date": ("miss_missing_rhi_",),
    "perm_decision_reversed_date": ("perm_decision_reversed_reason",),
    "perm_permanence_order_date": ("perm_permanence_order_type",),
    "perm_matched_date": ("perm_adopter", "perm_number_of_adopters"),
    "perm_placed_for_adoption_date": (
        "perm_placed_foster",
        "perm_adopted_by_carer",
        "perm_adoption_worker",
        "perm_siblings",
    ),
}
"""What is only known once a day has come."""


def known(name: str, frame: Frame, as_at: int) -> Frame:
    """The rows and values of a table that are known on the as-at date."""
    days = [c for c, column in frame.items() if column.kind in ("day", "moment")]
    begins = "" if name in _UNDATED or not days else _BEGINS.get(name, days[0])
    if begins:
        late = _later(frame[begins], as_at)
        if late.any():
            frame = take(frame, ~late)
    for column in days:
        if column in _PLANNED:
            continue
        late = _later(frame[column], as_at)
        if late.any():
            frame = _forget(frame, column, late)
    return frame


def _later(column: Column, as_at: int) -> Bools:
    limit = as_at + 1 if column.kind == "day" else (as_at + 1) * DAY_SECONDS
    return np.asarray((column.values != NONE) & (column.values >= limit))


def _forget(frame: Frame, column: str, late: Bools) -> Frame:
    gone = (column, *(c for c in frame if c.startswith(_FOLLOWS.get(column, ()))))
    return frame | {
        c: Column(when(~late, frame[c].values), frame[c].kind, frame[c].words) for c in gone
    }  # fmt: skip
