"""Children looked after, placements, health, permanence and proceedings, care leavers."""

from . import (
    care_flows,
    care_outcomes,
    care_visits,
    care_workers,
    health_requests,
    health_states,
    leaver_birthdays,
    leaver_list,
    participation,
    permanence,
    placement_states,
    proceedings,
    stability,
)
from .measure import CLA_TABLES, MEETINGS, SNAPSHOT, UASC, UASC_TABLES, Choices, Measure, measure

EPISODES = ("ssd_cla_episodes",)
YEARS = ("financial_year", "rolling12")
YEAR = ("financial_year",)
STARTS = ("month", "quarter", "rolling12", "financial_year", "ytd")
SHARES = ("quarter", "ytd", "rolling12", "financial_year", "rolling36", "month")
COURT = ("quarter", "rolling12", "month", "ytd")
BIRTHDAYS = ("snapshot", "quarter", "ytd", "financial_year")
UASC_OUT: Choices = {"uasc": ("exc", "inc")}
CEASED: Choices = {**UASC, "uasc_at": ("day_before", "cease_date")}
NOW_UASC = ("ssd_immigration_status", "ssd_person")
OF_UASC = {"uasc=exc": NOW_UASC}
POPULATION = {"form=rate": ("ext_population",)}
PLACED = (*CLA_TABLES, "ssd_cla_placement")
WORKERS = (*CLA_TABLES, "ssd_involvements")
BIRTHDAY = ("ext_care_leaver_birthday",)
ADOPTED = ("ssd_permanence", *CLA_TABLES)

CARE: dict[str, Measure] = {
    "cla_started": measure(
        "count",
        care_flows.started,
        STARTS,
        {**UASC, "level": ("child", "start"), "form": ("count", "rate")},
        CLA_TABLES,
        {**UASC_TABLES, **POPULATION},
        annualised=("form=rate",),
    ),
    "cla_ceased": measure(
        "count",
        care_flows.ceased,
        STARTS,
        {**CEASED, "form": ("count", "rate")},
        CLA_TABLES,
        {**UASC_TABLES, **POPULATION},
        annualised=("form=rate",),
    ),
    "cla_uasc": measure(
        "count",
        care_flows.unaccompanied,
        SNAPSHOT,
        {"form": ("count", "pct", "rate"), "cohort": ("current", "starting")},
        (*CLA_TABLES, *NOW_UASC),
        POPULATION,
        {"cohort=starting": YEAR},
    ),
    "cla_legal_status_dist": measure("distribution", care_flows.legal_status_dist, SNAPSHOT, {}, CLA_TABLES),
    "cla_ceased_reason_dist": measure("distribution", care_flows.ceased_reasons, YEARS, {}, CLA_TABLES),
    "cla_reentry_12m_pct": measure(
        "ratio", care_flows.reentries, ("rolling12", "financial_year"), {}, (*CLA_TABLES, "ssd_person")
    ),
    "cla_ceased_adopted_pct": measure(
        "ratio", care_flows.ceased_as(*care_flows.ADOPTED), SHARES, CEASED, CLA_TABLES, UASC_TABLES
    ),
    "cla_ceased_sgo_pct": measure(
        "ratio", care_flows.ceased_as(*care_flows.GUARDIANSHIP), SHARES, CEASED, CLA_TABLES, UASC_TABLES
    ),
    "cla_ceased_cao_pct": measure(
        "ratio", care_flows.ceased_as(*care_flows.ARRANGEMENTS), SHARES, CEASED, CLA_TABLES, UASC_TABLES
    ),
    "cla_ceased_adopted_or_sgo_pct": measure(
        "ratio",
        care_flows.ceased_as(*care_flows.ADOPTED, *care_flows.GUARDIANSHIP),
        ("month", "rolling12", "financial_year", "quarter", "ytd", "rolling36"),
        {**CEASED, **UASC_OUT},
        (*CLA_TABLES, *NOW_UASC),
    ),
    "children_adopted": measure(
        "count",
        care_flows.adopted,
        ("month", "quarter", "financial_year", "ytd", "rolling12"),
        {"numerator": ("adopted", "consent_dispensed")},
        CLA_TABLES,
    ),
    "cla_visits_in_timescale_pct": measure(
        "ratio",
        care_visits.in_timescale,
        SNAPSHOT,
        {**UASC, "rule": ("all_gaps", "last_visit", "share_of_due_windows"), "p1": ("exclude", "include")},
        (*PLACED, "ssd_cla_visits"),
        UASC_TABLES,
        {"rule=share_of_due_windows": ("month", "quarter")},
    ),
    "cla_same_worker_12m_pct": measure(
        "ratio",
        care_workers.same_worker,
        SNAPSHOT,
        {**UASC, "staff": ("social_workers", "all"), "gap_days": ("0",)},
        WORKERS,
        UASC_TABLES,
    ),
    "cla_3plus_social_workers_pct": measure("ratio", care_workers.three_social_workers, YEARS, {}, WORKERS),
    "caseload_average_iro": measure(
        "true_ratio",
        care_workers.reviewing_officers,
        SNAPSHOT,
        {**UASC, "cp_chairing": ("exclude", "include")},
        (*WORKERS, "ssd_professionals"),
        {**UASC_TABLES, "cp_chairing=include": ("ssd_cp_plans",)},
    ),
    "cla_convictions_pct": measure(
        "ratio", care_outcomes.convictions, YEARS, {}, (*CLA_TABLES, "ssd_cla_convictions", "ssd_person")
    ),
    "cla_substance_misuse_pct": measure(
        "ratio",
        care_outcomes.substances,
        YEAR,
        {"numerator": ("identified", "intervention_received", "intervention_offered")},
        (*CLA_TABLES, "ssd_cla_substance_misuse"),
    ),
    "cla_permanence_plan_2nd_review_pct": measure(
        "ratio",
        participation.planned_by_second_review,
        ("quarter", "rolling12", "month", "ytd"),
        {"limit": ("second_review", "4m")},
        (*CLA_TABLES, "ssd_cla_care_plan", "ssd_cla_reviews"),
    ),
    "cla_deprivation_of_liberty": measure(
        "count", care_outcomes.deprived_of_liberty, SNAPSHOT, {}, (*CLA_TABLES, "ext_deprivation_of_liberty")
    ),
    "cla_review_participation_pct": measure(
        "ratio",
        participation.took_part,
        MEETINGS,
        {**UASC, "level": ("review", "child"), "missing": ("unknown", "exclude"), "pn4": ("exclude", "include")},
        (*CLA_TABLES, "ssd_cla_reviews", "ssd_person"),
        UASC_TABLES,
    ),
    "cla_missing_pct": measure(
        "ratio",
        care_outcomes.went_missing,
        YEARS,
        {"kind": ("missing", "away", "all")},
        (*CLA_TABLES, "ssd_missing"),
    ),
    "cla_pep_current_pct": measure(
        "ratio",
        care_outcomes.education_plan_current,
        SNAPSHOT,
        {},
        (*CLA_TABLES, "ext_personal_education_plan", "ssd_person"),
    ),
}
PLACEMENTS: dict[str, Measure] = {
    "cla_long_term_stability_pct": measure(
        "ratio",
        stability.long_term,
        SNAPSHOT,
        {**UASC, "ages": ("0-15",), "months_as": ("calendar", "days")},
        (*PLACED, "ssd_person"),
        UASC_TABLES,
    ),
    "cla_placed_over_20_miles_pct": measure(
        "ratio",
        placement_states.over_20_miles,
        SNAPSHOT,
        {"boundary": ("all", "outside"), "missing": ("unknown", "exclude")},
        PLACED,
        {"boundary=outside": ("ext_placement_location",)},
    ),
    "cla_placed_within_20_miles_pct": measure(
        "ratio",
        placement_states.within_20_miles,
        SNAPSHOT,
        {
            **UASC_OUT,
            "kin": ("exclude", "include"),
            "p1": ("include", "exclude"),
            "adoptive": ("include", "exclude"),
        },
        (*PLACED, *NOW_UASC),
    ),
    "cla_foster_inhouse_or_kin_pct": measure(
        "ratio", placement_states.own_or_kin, SNAPSHOT, UASC_OUT, (*PLACED, *NOW_UASC)
    ),
    "cla_placement_type_dist": measure("distribution", placement_states.by_type, SNAPSHOT, {}, PLACED),
    "cla_placed_out_of_area_pct": measure(
        "ratio", placement_states.out_of_area, SNAPSHOT, {}, (*PLACED, "ext_placement_location")
    ),
}
HEALTH: dict[str, Measure] = {
    "iha_referral_in_time_pct": measure(
        "ratio",
        health_requests.in_time,
        ("month", "quarter", "rolling12", "ytd"),
        {
            **UASC,
            "limit": ("5wd", "48h"),
            "ended_early": ("exclude", "include"),
            "as_of": ("as_at", "period_end"),
        },
        (*CLA_TABLES, "ext_health_request"),
        UASC_TABLES,
    ),
    "cla_health_assessment_pct": measure(
        "ratio",
        health_states.assessed,
        SNAPSHOT,
        {**UASC, "scope": ("local", "oc2"), "refusal": ("missed",), "age_at": ("snapshot", "last_assessment")},
        (*CLA_TABLES, "ssd_cla_health", "ssd_person"),
        UASC_TABLES,
        {"scope=oc2": YEAR},
    ),
    "cla_dental_check_pct": measure(
        "ratio",
        health_states.dentist_seen,
        SNAPSHOT,
        {**UASC, "scope": ("local", "oc2"), "refusal": ("missed",)},
        (*CLA_TABLES, "ssd_cla_health"),
        UASC_TABLES,
        {"scope=oc2": YEAR},
    ),
    "cla_immunisations_pct": measure(
        "ratio", health_states.immunised, ("snapshot", "financial_year"), {}, (*CLA_TABLES, "ssd_cla_immunisations")
    ),
    "cla_health_history_at_18_pct": measure(
        "ratio",
        health_states.history_at_18,
        ("month", "quarter", "rolling12", "ytd"),
        UASC,
        (*CLA_TABLES, "ext_health_passport", "ssd_person"),
        UASC_TABLES,
    ),
    "cla_sdq_average": measure(
        "average", health_states.average_score, YEAR, {}, (*CLA_TABLES, "ssd_sdq_scores", "ssd_person")
    ),
    "cla_sdq_completed_pct": measure(
        "ratio",
        health_states.scored,
        YEARS,
        {"numerator": ("completed", "concern")},
        (*CLA_TABLES, "ssd_sdq_scores", "ssd_person"),
    ),
}
ORDERS = ("rolling36", "rolling12", "quarter", "month", "ytd")
PERMANENCE: dict[str, Measure] = {
    "adoption_a10_days": measure("average", permanence.a10_days, ORDERS, {}, ADOPTED),
    "adoption_a2_days": measure("average", permanence.a2_days, ORDERS, {}, ("ssd_permanence", "ssd_legal_status")),
    "adoption_a3_14m_pct": measure(
        "ratio",
        permanence.a3_in_time,
        ORDERS,
        {
            "months": ("14", "16", "18", "20"),
            "waiting": ("include", "exclude"),
            "months_as": ("calendar", "days"),
        },
        ADOPTED,
    ),
    "adoption_plan_within_4m_pct": measure(
        "ratio", permanence.decided_within_4m, ("month", "rolling12", "quarter", "ytd"), {}, ADOPTED
    ),
    "adoption_decision_to_match_months": measure(
        "average", permanence.decision_to_match, YEAR, {}, ("ssd_permanence",), scale=365.25 / 12
    ),
    "children_waiting_for_adoption": measure(
        "count",
        permanence.waiting,
        SNAPSHOT,
        {"scope": ("all", "placement_order")},
        ("ssd_permanence",),
        {"scope=placement_order": ("ssd_legal_status",)},
    ),
    "adoption_decisions_reversed": measure(
        "count",
        permanence.reversals,
        ("quarter", "financial_year", "month", "ytd", "rolling12"),
        {},
        ("ssd_permanence",),
    ),
    "care_proceedings_26w_pct": measure(
        "ratio",
        proceedings.within_26_weeks,
        ("quarter", "rolling12"),
        {"status": ("concluded", "on_track"), "level": ("child", "case")},
        ("ext_proceedings",),
        {},
        {"status=on_track": SNAPSHOT},
    ),
    "care_proceedings_duration_weeks": measure(
        "average", proceedings.duration, COURT, {"average": ("mean", "median")}, ("ext_proceedings",), scale=7
    ),
    "pre_proceedings_over_months": measure(
        "count", proceedings.long_before_court, SNAPSHOT, {"months": ("6",)}, ("ssd_pre_proceedings",)
    ),
    "ehcp_20w_cla_pct": measure(
        "ratio",
        proceedings.education_plans_issued,
        ("month", "quarter", "rolling12", "ytd"),
        {"exceptions": ("include", "exclude")},
        (*CLA_TABLES, "ssd_ehcp_assessment", "ssd_ehcp_requests", "ssd_send"),
    ),
}
AGES: Choices = {"ages": ("19-21", "17-18", "17-21")}
IN_TOUCH: Choices = {"denominator": ("all", "in_touch")}
LEAVERS: dict[str, Measure] = {
    "care_leavers_in_touch_pct": measure(
        "ratio",
        leaver_birthdays.of_leavers(leaver_birthdays.in_touch),
        BIRTHDAYS,
        {**UASC, "ages": (*AGES["ages"], "17-25")},
        BIRTHDAY,
        UASC_TABLES,
    ),
    "care_leavers_suitable_accommodation_pct": measure(
        "ratio",
        leaver_birthdays.of_leavers(leaver_birthdays.suitable),
        BIRTHDAYS,
        {**UASC, **AGES, **IN_TOUCH},
        BIRTHDAY,
        UASC_TABLES,
    ),
    "care_leavers_eet_pct": measure(
        "ratio",
        leaver_birthdays.of_leavers(leaver_birthdays.at_work),
        BIRTHDAYS,
        {**UASC, **AGES, **IN_TOUCH},
        BIRTHDAY,
        UASC_TABLES,
    ),
    "care_leavers_neet_pct": measure(
        "ratio",
        leaver_birthdays.of_leavers(leaver_birthdays.out_of_work),
        ("financial_year", "snapshot"),
        {**AGES, **IN_TOUCH, "illness": ("include", "exclude")},
        BIRTHDAY,
    ),
    "care_leavers_he_pct": measure(
        "ratio", leaver_birthdays.of_leavers(leaver_birthdays.in_higher_education), YEAR, {}, BIRTHDAY
    ),
    "care_leavers_staying_put_pct": measure(
        "ratio",
        leaver_birthdays.staying_put,
        ("financial_year", "quarter", "snapshot"),
        {"ages": ("19-20", "18")},
        (*BIRTHDAY, "ssd_cla_episodes", "ssd_cla_placement"),
    ),
    "care_leavers_accommodation_dist": measure(
        "distribution", leaver_birthdays.accommodation, ("financial_year", "snapshot"), AGES, BIRTHDAY
    ),
    "care_leavers_count": measure("count", leaver_list.how_many, SNAPSHOT, {}, ("ssd_care_leavers",)),
    "care_leavers_pa_allocated_pct": measure("ratio", leaver_list.with_adviser, SNAPSHOT, {}, ("ssd_care_leavers",)),
    "care_leavers_pathway_plan_6m_pct": measure(
        "ratio",
        leaver_list.plan_reviewed,
        SNAPSHOT,
        {
            **UASC,
            **IN_TOUCH,
            "months_as": ("calendar", "days"),
            "scope": ("relevant", "with_eligible"),
        },
        ("ssd_care_leavers",),
        UASC_TABLES,
    ),
}
MEASURES: dict[str, Measure] = {**CARE, **PLACEMENTS, **HEALTH, **PERMANENCE, **LEAVERS}
