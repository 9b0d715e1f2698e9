"""The columns of the tables that random records fill, in the order of the SSD and of our extension tables."""


def _columns(prefix: str, names: str) -> list[str]:
    return [prefix + name for name in names.split()]


COLUMNS: dict[str, list[str]] = {
    "ssd_person": _columns(
        "pers_",
        "legacy_id person_id upn forename surname sex gender ethnicity dob single_unique_id upn_unknown send_flag"
        " expected_dob death_date is_mother nationality",
    ),
    "ssd_family": _columns("fami_", "table_id family_id person_id"),
    "ssd_immigration_status": _columns(
        "immi_",
        "immigration_status_id person_id immigration_status_start_date immigration_status_end_date immigration_status",
    ),
    "ssd_legal_status": _columns(
        "lega_", "legal_status_id person_id legal_status legal_status_start_date legal_status_end_date"
    ),
    "ssd_cin_episodes": _columns(
        "cine_",
        "referral_id person_id referral_date cin_primary_need_code referral_source_code referral_source_desc"
        " referral_outcome_json referral_nfa close_reason close_date referral_team referral_worker_id",
    ),
    "ssd_cin_assessments": _columns(
        "cina_",
        "assessment_id person_id referral_id assessment_start_date assessment_child_seen assessment_auth_date"
        " assessment_outcome_json assessment_outcome_nfa assessment_team assessment_worker_id",
    ),
    "ssd_s47_enquiry": _columns(
        "s47e_",
        "s47_enquiry_id referral_id person_id s47_start_date s47_end_date s47_nfa s47_outcome_json"
        " s47_completed_by_team s47_completed_by_worker_id",
    ),
    "ssd_initial_cp_conference": _columns(
        "icpc_",
        "icpc_id icpc_meeting_id s47_enquiry_id person_id cp_plan_id referral_id icpc_transfer_in icpc_target_date"
        " icpc_date icpc_outcome_cp_flag icpc_outcome_json icpc_team icpc_worker_id",
    ),
    "ssd_cp_plans": _columns(
        "cppl_",
        "cp_plan_id referral_id icpc_id person_id cp_plan_start_date cp_plan_end_date cp_plan_ola"
        " cp_plan_initial_category cp_plan_latest_category",
    ),
    "ssd_cla_episodes": _columns(
        "clae_",
        "cla_episode_id person_id cla_placement_id cla_episode_start_date cla_episode_start_reason"
        " cla_primary_need_code cla_episode_ceased_date cla_episode_ceased_reason cla_id referral_id"
        " cla_last_iro_contact_date entered_care_date",
    ),
    "ssd_cla_placement": _columns(
        "clap_",
        "cla_placement_id cla_id person_id cla_placement_start_date cla_placement_type cla_placement_urn"
        " cla_placement_distance cla_placement_provider cla_placement_postcode cla_placement_end_date"
        " cla_placement_change_reason",
    ),
    "ssd_cla_reviews": _columns(
        "clar_",
        "cla_review_id cla_id cla_person_id cla_review_due_date cla_review_date cla_review_cancelled"
        " cla_review_participation",
    ),
    "ssd_cla_health": _columns(
        "clah_", "health_check_id person_id health_check_type health_check_date health_check_status"
    ),
    "ssd_permanence": _columns(
        "perm_",
        "table_id person_id cla_id adm_decision_date part_of_sibling_group siblings_placed_together"
        " siblings_placed_apart ffa_cp_decision_date placement_order_date matched_date adopter_sex adopter_legal_status"
        " number_of_adopters placed_for_adoption_date adopted_by_carer_flag placed_foster_carer_date placed_ffa_cp_date"
        " placement_provider_urn decision_reversed_date decision_reversed_reason permanence_order_date"
        " permanence_order_type adoption_worker_id",
    ),
    "ssd_involvements": _columns(
        "invo_",
        "involvements_id professional_id professional_role_id professional_team person_id involvement_start_date"
        " involvement_end_date worker_change_reason referral_id",
    ),
    "ssd_professionals": _columns(
        "prof_",
        "professional_id staff_id professional_name social_worker_registration_no agency_worker_flag"
        " professional_job_title professional_caseload professional_department full_time_equivalency",
    ),
    "ssd_department": _columns("dept_", "team_id team_name team_parent_id team_parent_name"),
    "ext_health_request": _columns("", "request_id person_id requested_at assessed_by"),
    "ext_population": _columns("", "area age_from age_to sex year children source published_on"),
}
