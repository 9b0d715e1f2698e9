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
    "ext_strategy_discussion": _columns("", "discussion_id person_id s47_enquiry_id held_at agencies"),
    "ext_s47_seen": _columns("", "s47_enquiry_id seen_at"),
    "ext_core_group": _columns("", "core_group_id cp_plan_id held_on"),
    "ext_visit_schedule": _columns("", "plan_id interval_working_days"),
    "ext_private_fostering": _columns("", "arrangement_id person_id aware_on ended_on"),
    "ext_private_fostering_visit": _columns("", "visit_id arrangement_id visit_date"),
    "ext_family_group_conference": _columns("", "fgc_id person_id held_on"),
    "ext_screening": _columns("", "screening_id person_id tool completed_on"),
    "ssd_assessment_factors": _columns("cinf_", "table_id assessment_id assessment_factors_json"),
    "ssd_cp_reviews": _columns(
        "cppr_",
        "cp_review_id person_id cp_plan_id cp_review_due cp_review_date cp_review_meeting_id"
        " cp_review_outcome_continue_cp cp_review_quorate cp_review_participation",
    ),
    "ssd_cp_visits": _columns(
        "cppv_", "cp_visit_id person_id cp_plan_id cp_visit_date cp_visit_seen cp_visit_seen_alone cp_visit_bedroom"
    ),
    "ssd_missing": _columns(
        "miss_",
        "table_id person_id missing_episode_start_date missing_episode_type missing_episode_end_date"
        " missing_rhi_offered missing_rhi_accepted",
    ),
    "ext_return_interview": _columns("", "missing_table_id returned_at refused completed_at"),
    "ext_post": _columns("", "post_id role team fte filled_by professional_id start_date end_date"),
    "ext_supervision": _columns("", "supervision_id professional_id held_on"),
    "ext_audit": _columns("", "audit_id person_id audited_on audit_round stream work_type grade kind sample_id"),
    "ext_audit_answer": _columns("", "audit_id question answer"),
    "ext_foi_request": _columns("", "request_id received_on responded_on"),
    "ext_complaint": _columns("", "complaint_id stage received_on responded_on"),
    "ssd_contacts": _columns(
        "cont_",
        "contact_id person_id contact_date contact_source_code contact_source_desc contact_outcome_json",
    ),
    "ssd_early_help_episodes": _columns(
        "earl_",
        "episode_id person_id episode_start_date episode_end_date episode_reason episode_end_reason"
        " episode_organisation episode_worker_id",
    ),
    "ssd_cin_plans": _columns(
        "cinp_",
        "cin_plan_id referral_id person_id cin_plan_start_date cin_plan_end_date cin_plan_team cin_plan_worker_id",
    ),
    "ssd_cin_visits": _columns(
        "cinv_",
        "cin_visit_id person_id cin_visit_date cin_visit_seen cin_visit_seen_alone cin_visit_bedroom",
    ),
    "ssd_care_leavers": _columns(
        "clea_",
        "table_id person_id care_leaver_eligibility care_leaver_in_touch care_leaver_latest_contact"
        " care_leaver_accommodation care_leaver_accom_suitable care_leaver_activity"
        " pathway_plan_review_date care_leaver_personal_advisor care_leaver_allocated_team"
        " care_leaver_worker_id",
    ),
    "ext_front_door_decision": _columns("", "decision_id person_id contact_id referral_id received_at decided_at"),
    "ext_early_help_request": _columns("", "request_id person_id received_on decided_on"),
    "ext_early_help_step_down": _columns("", "episode_id stepped_down_from stepped_down_on"),
    "ext_family_outcome": _columns("", "episode_id family_id improved"),
    "ext_assessment_seen": _columns("", "assessment_id seen_on"),
    "ext_cin_review": _columns("", "review_id cin_plan_id review_date"),
    "ssd_cla_visits": _columns(
        "clav_", "cla_visit_id cla_id person_id cla_visit_date cla_visit_seen cla_visit_seen_alone"
    ),
    "ssd_cla_care_plan": _columns(
        "lacp_", "table_id person_id cla_care_plan_start_date cla_care_plan_end_date cla_care_plan_json"
    ),
    "ssd_cla_convictions": _columns("clac_", "cla_conviction_id person_id cla_conviction_date cla_conviction_offence"),
    "ssd_cla_substance_misuse": _columns(
        "clas_", "substance_misuse_id person_id substance_misuse_date substance_misused intervention_received"
    ),
    "ssd_cla_immunisations": _columns("clai_", "person_id immunisations_status immunisations_status_date"),
    "ssd_sdq_scores": _columns("csdq_", "table_id person_id sdq_completed_date sdq_score sdq_reason"),
    "ssd_pre_proceedings": _columns(
        "prep_", "table_id person_id plo_family_id pre_pro_decision_date agree_stepdown_issue_date"
    ),
    "ssd_send": _columns("send_", "table_id person_id upn uln upn_unknown"),
    "ssd_ehcp_requests": _columns(
        "ehcr_", "ehcp_request_id send_table_id ehcp_req_date ehcp_req_outcome_date ehcp_req_outcome"
    ),
    "ssd_ehcp_assessment": _columns(
        "ehca_",
        "ehcp_assessment_id ehcp_request_id ehcp_assessment_outcome_date ehcp_assessment_outcome"
        " ehcp_assessment_exceptions",
    ),
    "ext_deprivation_of_liberty": _columns("", "order_id person_id start_date end_date"),
    "ext_personal_education_plan": _columns("", "pep_id person_id pep_date"),
    "ext_placement_location": _columns("", "placement_id inside_boundary"),
    "ext_health_passport": _columns("", "person_id issued_on"),
    "ext_proceedings": _columns(
        "", "proceedings_id person_id family_id issue_date planned_final_hearing_date final_order_date"
    ),
    "ext_care_leaver_birthday": _columns("", "person_id birthday_on in_touch accommodation suitable activity"),
}
