"""Assessments, child in need plans and visits."""

from trigpoint.records.table import Table, date, json, text


class CinAssessments(Table, name="ssd_cin_assessments"):
    """A child and family assessment."""

    cina_assessment_id = text(key=True)
    cina_person_id = text()
    cina_referral_id = text()
    cina_assessment_start_date = date()
    cina_assessment_child_seen = text()
    cina_assessment_auth_date = date()
    cina_assessment_outcome_json = json(
        "NFA_FLAG",
        "NFA_S47_END_FLAG",
        "STRATEGY_DISCUSSION_FLAG",
        "CLA_REQUEST_FLAG",
        "PRIVATE_FOSTERING_FLAG",
        "LEGAL_ACTION_FLAG",
        "PROV_OF_SERVICES_FLAG",
        "PROV_OF_SB_CARE_FLAG",
        "SPECIALIST_ASSESSMENT_FLAG",
        "REFERRAL_TO_OTHER_AGENCY_FLAG",
        "OTHER_ACTIONS_FLAG",
        "OTHER_OUTCOMES_EXIST_FLAG",
        "TOTAL_NO_OF_OUTCOMES",
        "COMMENTS",
    )
    cina_assessment_outcome_nfa = text()
    cina_assessment_team = text()
    cina_assessment_worker_id = text()


class AssessmentFactors(Table, name="ssd_assessment_factors"):
    """Factors identified at the end of an assessment."""

    cinf_table_id = text(key=True)
    cinf_assessment_id = text()
    cinf_assessment_factors_json = json("FACTORS", note="every factor code present, joined by semicolons")


class CinPlans(Table, name="ssd_cin_plans"):
    """A child in need plan."""

    cinp_cin_plan_id = text(key=True)
    cinp_referral_id = text()
    cinp_person_id = text()
    cinp_cin_plan_start_date = date()
    cinp_cin_plan_end_date = date()
    cinp_cin_plan_team = text()
    cinp_cin_plan_worker_id = text()


class CinVisits(Table, name="ssd_cin_visits"):
    """A visit to a child in need."""

    cinv_cin_visit_id = text(key=True)
    cinv_person_id = text()
    cinv_cin_visit_date = date()
    cinv_cin_visit_seen = text()
    cinv_cin_visit_seen_alone = text()
    cinv_cin_visit_bedroom = text()
