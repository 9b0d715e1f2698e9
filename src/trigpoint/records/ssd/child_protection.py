"""Section 47 enquiries, conferences, child protection plans."""

from trigpoint.records.table import Table, date, json, text


class S47Enquiry(Table, name="ssd_s47_enquiry"):
    """A section 47 enquiry; its start is the strategy discussion that initiated it."""

    s47e_s47_enquiry_id = text(key=True)
    s47e_referral_id = text()
    s47e_person_id = text()
    s47e_s47_start_date = date()
    s47e_s47_end_date = date()
    s47e_s47_nfa = text()
    s47e_s47_outcome_json = json(
        "NFA_FLAG",
        "LEGAL_ACTION_FLAG",
        "PROV_OF_SERVICES_FLAG",
        "PROV_OF_SB_CARE_FLAG",
        "CP_CONFERENCE_FLAG",
        "NFA_CONTINUE_SINGLE_FLAG",
        "MONITOR_FLAG",
        "OTHER_OUTCOMES_EXIST_FLAG",
        "TOTAL_NO_OF_OUTCOMES",
        "COMMENTS",
    )
    s47e_s47_completed_by_team = text()
    s47e_s47_completed_by_worker_id = text()


class InitialCpConference(Table, name="ssd_initial_cp_conference"):
    """An initial child protection conference, one row per child."""

    icpc_icpc_id = text(key=True)
    icpc_icpc_meeting_id = text()
    icpc_s47_enquiry_id = text()
    icpc_person_id = text()
    icpc_cp_plan_id = text()
    icpc_referral_id = text()
    icpc_icpc_transfer_in = text()
    icpc_icpc_target_date = date()
    icpc_icpc_date = date()
    icpc_icpc_outcome_cp_flag = text()
    icpc_icpc_outcome_json = json(
        "NFA_FLAG",
        "REFERRAL_TO_OTHER_AGENCY_FLAG",
        "SINGLE_ASSESSMENT_FLAG",
        "PROV_OF_SERVICES_FLAG",
        "CP_FLAG",
        "OTHER_OUTCOMES_EXIST_FLAG",
        "TOTAL_NO_OF_OUTCOMES",
        "COMMENTS",
    )
    icpc_icpc_team = text()
    icpc_icpc_worker_id = text()


class CpPlans(Table, name="ssd_cp_plans"):
    """A child protection plan."""

    cppl_cp_plan_id = text(key=True)
    cppl_referral_id = text()
    cppl_icpc_id = text()
    cppl_person_id = text()
    cppl_cp_plan_start_date = date()
    cppl_cp_plan_end_date = date()
    cppl_cp_plan_ola = text()
    cppl_cp_plan_initial_category = text(codes="CATEGORY_OF_ABUSE")
    cppl_cp_plan_latest_category = text(codes="CATEGORY_OF_ABUSE")


class CpVisits(Table, name="ssd_cp_visits"):
    """A visit to a child on a child protection plan."""

    cppv_cp_visit_id = text(key=True)
    cppv_person_id = text()
    cppv_cp_plan_id = text()
    cppv_cp_visit_date = date()
    cppv_cp_visit_seen = text()
    cppv_cp_visit_seen_alone = text()
    cppv_cp_visit_bedroom = text()


class CpReviews(Table, name="ssd_cp_reviews"):
    """A review child protection conference."""

    cppr_cp_review_id = text(key=True)
    cppr_person_id = text()
    cppr_cp_plan_id = text()
    cppr_cp_review_due = date()
    cppr_cp_review_date = date()
    cppr_cp_review_meeting_id = text()
    cppr_cp_review_outcome_continue_cp = text()
    cppr_cp_review_quorate = text()
    cppr_cp_review_participation = text()
