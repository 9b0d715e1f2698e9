"""Adoption and other permanence, care leavers, pre-proceedings."""

from trigpoint.records.table import Table, date, integer, text


class Permanence(Table, name="ssd_permanence"):
    """Decisions, matches, placements and orders towards permanence."""

    perm_table_id = text(key=True)
    perm_person_id = text()
    perm_cla_id = text()
    perm_adm_decision_date = date()
    perm_part_of_sibling_group = text()
    perm_siblings_placed_together = integer()
    perm_siblings_placed_apart = integer()
    perm_ffa_cp_decision_date = date()
    perm_placement_order_date = date()
    perm_matched_date = date()
    perm_adopter_sex = text()
    perm_adopter_legal_status = text()
    perm_number_of_adopters = integer()
    perm_placed_for_adoption_date = date()
    perm_adopted_by_carer_flag = text()
    perm_placed_foster_carer_date = date()
    perm_placed_ffa_cp_date = date()
    perm_placement_provider_urn = text()
    perm_decision_reversed_date = date()
    perm_decision_reversed_reason = text()
    perm_permanence_order_date = date()
    perm_permanence_order_type = text()
    perm_adoption_worker_id = text()


class CareLeavers(Table, name="ssd_care_leavers"):
    """A care leaver as known today: one current row."""

    clea_table_id = text(key=True)
    clea_person_id = text()
    clea_care_leaver_eligibility = text()
    clea_care_leaver_in_touch = text(codes="IN_TOUCH")
    clea_care_leaver_latest_contact = date()
    clea_care_leaver_accommodation = text(codes="ACCOM")
    clea_care_leaver_accom_suitable = text()
    clea_care_leaver_activity = text(codes="ACTIV")
    clea_pathway_plan_review_date = date()
    clea_care_leaver_personal_advisor = text()
    clea_care_leaver_allocated_team = text()
    clea_care_leaver_worker_id = text()


class PreProceedings(Table, name="ssd_pre_proceedings"):
    """Pre-proceedings of a child."""

    prep_table_id = text(key=True)
    prep_person_id = text()
    prep_plo_family_id = text()
    prep_pre_pro_decision_date = date()
    prep_initial_pre_pro_meeting_date = date()
    prep_pre_pro_outcome = text()
    prep_agree_stepdown_issue_date = date()
    prep_cp_plans_referral_period = integer()
    prep_legal_gateway_outcome = text()
    prep_prev_pre_proc_child = integer()
    prep_prev_care_proc_child = integer()
    prep_pre_pro_letter_date = date()
    prep_care_pro_letter_date = date()
    prep_pre_pro_meetings_num = integer()
    prep_pre_pro_parents_legal_rep = text()
    prep_parents_legal_rep_point_of_issue = text()
    prep_court_reference = text()
    prep_care_proc_court_hearings = integer()
    prep_care_proc_short_notice = text()
    prep_proc_short_notice_reason = text()
    prep_la_inital_plan_approved = text()
    prep_la_initial_care_plan = text()
    prep_la_final_plan_approved = text()
    prep_la_final_care_plan = text()


class VoiceOfChild(Table, name="ssd_voice_of_child"):
    """Whether the child was heard."""

    voch_table_id = text(key=True)
    voch_person_id = text()
    voch_explained_worries = text()
    voch_story_help_understand = text()
    voch_agree_worker = text()
    voch_plan_safe = text()
    voch_tablet_help_explain = text()


class S251Finance(Table, name="ssd_s251_finance"):
    """Placement finance, as reserved by the standard."""

    s251_table_id = text(key=True)
    s251_cla_placement_id = text()
    s251_placeholder_1 = text()
    s251_placeholder_2 = text()
    s251_placeholder_3 = text()
    s251_placeholder_4 = text()
