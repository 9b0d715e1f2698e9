"""Fields without which the statutory returns and the measures cannot be made: what completeness is measured on."""

from collections.abc import Mapping

YES_NO = frozenset({"Y", "YES", "1", "T", "TRUE", "N", "NO", "0", "F", "FALSE"})
"""Answers to a question, in any case."""

REQUIRED: Mapping[str, Mapping[str, str]] = {
    "ssd_person": {"pers_sex": "", "pers_ethnicity": "", "pers_dob": "not pers_expected_dob"},
    "ssd_cin_episodes": {
        "cine_person_id": "",
        "cine_referral_date": "",
        "cine_referral_source_code": "",
        "cine_referral_nfa": "",
        "cine_cin_primary_need_code": "",
        "cine_close_reason": "cine_close_date",
    },
    "ssd_cin_assessments": {
        "cina_person_id": "",
        "cina_assessment_start_date": "",
        "cina_assessment_child_seen": "cina_assessment_auth_date",
    },
    "ssd_assessment_factors": {"cinf_assessment_id": "", "cinf_assessment_factors_factors": ""},
    "ssd_cin_plans": {"cinp_person_id": "", "cinp_cin_plan_start_date": ""},
    "ssd_cin_visits": {"cinv_person_id": "", "cinv_cin_visit_date": "", "cinv_cin_visit_seen": ""},
    "ssd_s47_enquiry": {"s47e_person_id": "", "s47e_s47_start_date": ""},
    "ssd_initial_cp_conference": {"icpc_person_id": "", "icpc_icpc_date": "", "icpc_icpc_outcome_cp_flag": ""},
    "ssd_cp_plans": {
        "cppl_person_id": "",
        "cppl_cp_plan_start_date": "",
        "cppl_cp_plan_initial_category": "",
        "cppl_cp_plan_latest_category": "",
    },
    "ssd_cp_visits": {"cppv_cp_plan_id": "", "cppv_cp_visit_date": "", "cppv_cp_visit_seen": ""},
    "ssd_cp_reviews": {"cppr_cp_plan_id": "", "cppr_cp_review_due": ""},
    "ssd_cla_episodes": {
        "clae_person_id": "",
        "clae_cla_id": "",
        "clae_cla_placement_id": "",
        "clae_cla_episode_start_date": "",
        "clae_cla_episode_start_reason": "",
        "clae_cla_primary_need_code": "",
        "clae_cla_episode_ceased_reason": "clae_cla_episode_ceased_date",
    },
    "ssd_legal_status": {"lega_person_id": "", "lega_legal_status": "", "lega_legal_status_start_date": ""},
    "ssd_cla_placement": {
        "clap_cla_placement_type": "",
        "clap_cla_placement_start_date": "",
        "clap_cla_placement_provider": "",
        "clap_cla_placement_distance": "",
    },
    "ssd_cla_reviews": {
        "clar_cla_id": "",
        "clar_cla_review_due_date": "",
        "clar_cla_review_participation": "clar_cla_review_date",
    },
    "ssd_cla_visits": {"clav_person_id": "", "clav_cla_visit_date": "", "clav_cla_visit_seen": ""},
    "ssd_missing": {
        "miss_person_id": "",
        "miss_missing_episode_start_date": "",
        "miss_missing_episode_type": "",
    },
    "ssd_care_leavers": {
        "clea_person_id": "",
        "clea_care_leaver_eligibility": "",
        "clea_care_leaver_in_touch": "",
        "clea_care_leaver_accommodation": "",
        "clea_care_leaver_activity": "",
    },
    "ssd_involvements": {
        "invo_person_id": "",
        "invo_professional_id": "",
        "invo_professional_role_id": "",
        "invo_involvement_start_date": "",
    },
}
"""Required fields by table. A field may name another of its table: it is required only in rows that have that one, or,
after `not`, only in rows that lack it."""

ANSWERS = frozenset(
    {
        "cine_referral_nfa",
        "cina_assessment_child_seen",
        "cinv_cin_visit_seen",
        "icpc_icpc_outcome_cp_flag",
        "cppv_cp_visit_seen",
        "clav_cla_visit_seen",
    }
)
"""Required fields that answer a question with yes or no."""
