"""One row of each of the eleven lists, and the records that it becomes."""

from __future__ import annotations

from datetime import date
from typing import Any

from annex_a_help import BORN

SEEN = date(2026, 9, 1)
DAY = date(2026, 8, 3)
LATER = date(2026, 10, 5)
WHO: dict[str, Any] = {"team": "North", "worker": "w1"}

ROWS: dict[int, dict[str, Any]] = {
    1: {"contact_on": DAY, "source": "g) Police"},
    2: {"start_on": DAY, "end_on": LATER, "organisation": "School"},
    3: {"referred_on": DAY, "source": "b) Schools", "nfa": "b) No", "referrals_12m": 1, **WHO},
    4: {"disabled": "a) Yes", "start_on": DAY, "seen": "a) Yes", "authorised_on": LATER, "support": "b) No", **WHO},
    5: {"disabled": "b) No", "start_on": DAY, "icpc_on": LATER, "plan_made": "a) Yes", "s47_12m": 1, **WHO},
    6: {
        "start_on": DAY,
        "need": "a) Abuse or neglect",
        "closed_on": LATER,
        "closure": "a) Adopted",
        "status": "e) Closed episode",
    },
    7: {
        "start_on": DAY,
        "initial_category": "a) Neglect",
        "latest_category": "d) Emotional Abuse",
        "visited_on": SEEN,
        "seen_alone": "b) No",
        "end_on": LATER,
    },
    8: {
        "uasc": "a) Yes",
        "start_on": DAY,
        "need": "e) Family dysfunction",
        "status_on": SEEN,
        "legal_status": "a) Interim care orders",
        "visited_on": SEEN,
        "iro_on": SEEN,
        "health_on": SEEN,
        "dental_on": SEEN,
        "end_on": LATER,
        "ceased": "b) Died",
        "placed_on": DAY,
        "placement": "h) Children's Homes",
        "provider": "b) Private",
        "postcode": "XA1 1AA",
        "urn": "SC1",
        "location": "b) Out",
    },
    9: {
        "eligibility": "b) Former relevant",
        "in_touch": "a) In touch",
        "contact_on": DAY,
        "accommodation": "k) Independent living",
        "suitable": "b) Not suitable",
        "activity": "F4: Young person engaged full time in an apprenticeship",
        "adviser": "w2",
        "pathway_on": DAY,
    },
    10: {
        "family": "F1",
        "entered_on": DAY,
        "decided_on": SEEN,
        "order_on": SEEN,
        "matched_on": SEEN,
        "placed_on": SEEN,
        "adopted_on": LATER,
    },
}

EXPECTED: dict[int, dict[str, list[dict[str, Any]]]] = {
    1: {
        "ssd_contacts": [
            {
                "cont_contact_id": "7-contact20260803",
                "cont_person_id": "7",
                "cont_contact_date": DAY,
                "cont_contact_source_code": "6",
            }
        ]
    },
    2: {
        "ssd_early_help_episodes": [
            {
                "earl_episode_id": "7-earlyhelp20260803",
                "earl_person_id": "7",
                "earl_episode_start_date": DAY,
                "earl_episode_end_date": LATER,
                "earl_episode_organisation": "School",
            }
        ]
    },
    3: {
        "ssd_cin_episodes": [
            {
                "cine_referral_id": "7-referral20260803",
                "cine_person_id": "7",
                "cine_referral_date": DAY,
                "cine_referral_source_code": "2A",
                "cine_referral_outcome_nfa_flag": "N",
                "cine_referral_nfa": "N",
                "cine_referral_team": "North",
                "cine_referral_worker_id": "w1",
            }
        ]
    },
    4: {
        "ssd_cin_assessments": [
            {
                "cina_assessment_id": "7-assessment20260803",
                "cina_person_id": "7",
                "cina_assessment_start_date": DAY,
                "cina_assessment_child_seen": "Y",
                "cina_assessment_auth_date": LATER,
                "cina_assessment_outcome_nfa_flag": "Y",
                "cina_assessment_outcome_nfa": "Y",
                "cina_assessment_team": "North",
                "cina_assessment_worker_id": "w1",
            }
        ],
        "ssd_disability": [
            {"disa_table_id": "7-disability", "disa_person_id": "7", "disa_disability_code": "DDA"},
        ],
    },
    5: {
        "ssd_s47_enquiry": [
            {
                "s47e_s47_enquiry_id": "7-enquiry20260803",
                "s47e_person_id": "7",
                "s47e_s47_start_date": DAY,
                "s47e_s47_outcome_cp_conference_flag": "Y",
                "s47e_s47_completed_by_team": "North",
                "s47e_s47_completed_by_worker_id": "w1",
            }
        ],
        "ssd_initial_cp_conference": [
            {
                "icpc_icpc_id": "7-conference20261005",
                "icpc_s47_enquiry_id": "7-enquiry20260803",
                "icpc_person_id": "7",
                "icpc_icpc_date": LATER,
                "icpc_icpc_outcome_cp_flag": "Y",
                "icpc_icpc_outcome_json_cp_flag": "Y",
                "icpc_icpc_team": "North",
                "icpc_icpc_worker_id": "w1",
            }
        ],
        "ssd_disability": [{"disa_table_id": "7-disability", "disa_person_id": "7", "disa_disability_code": "NONE"}],
    },
    6: {
        "ssd_cin_episodes": [
            {
                "cine_referral_id": "7-referral20260803",
                "cine_person_id": "7",
                "cine_referral_date": DAY,
                "cine_cin_primary_need_code": "N1",
                "cine_close_reason": "RC1",
                "cine_close_date": LATER,
            }
        ],
        "ssd_disability": [],
    },
    7: {
        "ssd_cp_plans": [
            {
                "cppl_cp_plan_id": "7-plan20260803",
                "cppl_person_id": "7",
                "cppl_cp_plan_start_date": DAY,
                "cppl_cp_plan_end_date": LATER,
                "cppl_cp_plan_initial_category": "NEG",
                "cppl_cp_plan_latest_category": "EMO",
            }
        ],
        "ssd_cp_visits": [
            {
                "cppv_cp_visit_id": "7-planvisit20260901",
                "cppv_person_id": "7",
                "cppv_cp_plan_id": "7-plan20260803",
                "cppv_cp_visit_date": SEEN,
                "cppv_cp_visit_seen": "Y",
                "cppv_cp_visit_seen_alone": "N",
            }
        ],
        "ssd_disability": [],
    },
    8: {
        "ssd_cla_episodes": [
            {
                "clae_cla_episode_id": "7-episode20260803",
                "clae_person_id": "7",
                "clae_cla_placement_id": "7-place20260803",
                "clae_cla_episode_start_date": DAY,
                "clae_cla_episode_start_reason": "S",
                "clae_cla_primary_need_code": "N5",
                "clae_cla_episode_ceased_date": SEEN,
                "clae_cla_episode_ceased_reason": "X1",
                "clae_cla_id": "7-care20260803",
                "clae_entered_care_date": DAY,
            },
            {
                "clae_cla_episode_id": "7-episode20260901",
                "clae_person_id": "7",
                "clae_cla_placement_id": "7-place20260803",
                "clae_cla_episode_start_date": SEEN,
                "clae_cla_episode_start_reason": "L",
                "clae_cla_primary_need_code": "N5",
                "clae_cla_episode_ceased_date": LATER,
                "clae_cla_episode_ceased_reason": "E2",
                "clae_cla_id": "7-care20260803",
                "clae_cla_last_iro_contact_date": SEEN,
                "clae_entered_care_date": DAY,
            },
        ],
        "ssd_cla_placement": [
            {
                "clap_cla_placement_id": "7-place20260803",
                "clap_cla_id": "7-care20260803",
                "clap_person_id": "7",
                "clap_cla_placement_start_date": DAY,
                "clap_cla_placement_type": "K2",
                "clap_cla_placement_urn": "SC1",
                "clap_cla_placement_provider": "PR4",
                "clap_cla_placement_postcode": "XA1 1AA",
                "clap_cla_placement_end_date": LATER,
            }
        ],
        "ext_placement_location": [{"placement_id": "7-place20260803", "inside_boundary": "N"}],
        "ssd_legal_status": [
            {
                "lega_legal_status_id": "7-legal20260901",
                "lega_person_id": "7",
                "lega_legal_status": "C1",
                "lega_legal_status_start_date": SEEN,
                "lega_legal_status_end_date": LATER,
            }
        ],
        "ssd_cla_visits": [
            {
                "clav_cla_visit_id": "7-visit20260901",
                "clav_cla_id": "7-care20260803",
                "clav_person_id": "7",
                "clav_cla_visit_date": SEEN,
                "clav_cla_visit_seen": "Y",
            }
        ],
        "ssd_cla_health": [
            {
                "clah_health_check_id": f"7-{kind}20260901",
                "clah_person_id": "7",
                "clah_health_check_type": name,
                "clah_health_check_date": SEEN,
                "clah_health_check_status": "Completed",
            }
            for kind, name in (("health", "Health assessment"), ("dental", "Dental check"))
        ],
        "ssd_immigration_status": [
            {"immi_immigration_status_id": "7-uasc", "immi_person_id": "7", "immi_immigration_status": "UASC"}
        ],
        "ssd_disability": [],
    },
    9: {
        "ssd_care_leavers": [
            {
                "clea_table_id": "7-leaver",
                "clea_person_id": "7",
                "clea_care_leaver_eligibility": "Former relevant child",
                "clea_care_leaver_in_touch": "YES",
                "clea_care_leaver_latest_contact": DAY,
                "clea_care_leaver_accommodation": "U2",
                "clea_care_leaver_accom_suitable": "2",
                "clea_care_leaver_activity": "F4",
                "clea_pathway_plan_review_date": DAY,
                "clea_care_leaver_personal_advisor": "w2",
            }
        ],
        "ssd_immigration_status": [],
        "ssd_disability": [],
    },
    10: {
        "ssd_permanence": [
            {
                "perm_table_id": "7-adoption20260901",
                "perm_person_id": "7",
                "perm_adm_decision_date": SEEN,
                "perm_placement_order_date": SEEN,
                "perm_matched_date": SEEN,
                "perm_placed_for_adoption_date": SEEN,
                "perm_permanence_order_date": LATER,
                "perm_permanence_order_type": "Adoption",
            }
        ],
        "ssd_family": [{"fami_table_id": "7-family", "fami_family_id": "F1", "fami_person_id": "7"}],
        "ssd_disability": [],
    },
}
PERSON = {"pers_person_id": "7", "pers_sex": "F", "pers_ethnicity": "Mixed", "pers_dob": BORN}
