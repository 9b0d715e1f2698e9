"""Child protection, children missing, staff, audits and answers in time."""

from . import (
    audits,
    conferences_held,
    core_groups,
    enquiries,
    interviews,
    missing,
    neglect,
    plan_reviews,
    plan_spells,
    plan_visits,
    posts,
    private_fostering,
    requests,
    supervision,
)
from .measure import CLA_TABLES, FLOWS, MEETINGS, SNAPSHOT, UASC, UASC_TABLES, Choices, Measure, measure

RATES = ("rolling12", "financial_year")
REVIEWS = ("month", "quarter", "rolling3", "financial_year")
QUARTERS = ("quarter", "rolling12")
PLANS = ("ssd_cp_plans",)
FAMILY = {"level=family": ("ssd_family",)}
POPULATION = {"form=rate": ("ext_population",)}
MERGE: Choices = {"merge": ("false", "true")}
FORM: Choices = {"form": ("count", "rate")}
TWO_YEARS: Choices = {"months_as": ("days", "calendar"), **MERGE}
KIND: Choices = {"kind": ("all", "team_manager", "practice", "dip_sample")}
INTERVIEWS: Choices = {**UASC, "scope": ("cla", "all"), "refusal": ("missed", "exclude"), **MERGE}
QUESTIONS = (
    "all outcome_improved decision_recording challenge sufficient_information history child_views graded_care_profile"
    " up_to_date_assessment case_recording multi_agency_strategy cse_tool cse_step_down rhi_informs_plan"
    " risk_assessment_after_missing rhi_quality drift smart_plan contingency right_action thresholds step_up_down"
    " s47_identified"
)

PROTECTION: dict[str, Measure] = {
    "strategy_discussions": measure(
        "count",
        enquiries.strategy_discussions,
        MEETINGS,
        {"level": ("child", "meeting")},
        ("ext_strategy_discussion",),
        {"level=meeting": ("ssd_family",)},
    ),
    "s47_started": measure("count", enquiries.started, FLOWS, {}, ("ssd_s47_enquiry",)),
    "s47_rate_per_10000": measure("rate", enquiries.started, RATES, {}, ("ssd_s47_enquiry", "ext_population")),
    "s47_to_icpc_pct": measure(
        "ratio",
        enquiries.to_conference,
        MEETINGS,
        {"cohort": ("ended", "started")},
        ("ssd_s47_enquiry", "ssd_initial_cp_conference"),
    ),
    "s47_child_seen_24h_pct": measure(
        "ratio",
        enquiries.seen_in_24_hours,
        MEETINGS,
        {"limit": ("24h", "1d"), "as_of": ("as_at", "period_end")},
        ("ssd_s47_enquiry", "ext_s47_seen"),
    ),
    "icpc_held": measure(
        "count",
        conferences_held.held,
        FLOWS,
        {"transfer_in": ("include", "exclude")},
        ("ssd_initial_cp_conference",),
    ),
    "icpc_rate_per_10000": measure(
        "rate", conferences_held.held, RATES, {}, ("ssd_initial_cp_conference", "ext_population")
    ),
    "icpc_to_plan_pct": measure("ratio", conferences_held.to_plan, MEETINGS, {}, ("ssd_initial_cp_conference",)),
    "fgc_before_escalation_pct": measure(
        "ratio",
        conferences_held.family_group_before,
        ("quarter",),
        {"event": ("icpc", "return_home")},
        ("ext_family_group_conference", "ssd_initial_cp_conference"),
        {"event=return_home": CLA_TABLES},
    ),
    "graded_care_profile_pct": measure(
        "ratio",
        neglect.with_profile,
        SNAPSHOT,
        {},
        ("ext_screening", *PLANS, "ssd_cin_episodes", "ssd_cin_assessments", "ssd_assessment_factors"),
    ),
    "private_fostering_count": measure(
        "count",
        private_fostering.how_many,
        SNAPSHOT,
        {"cohort": ("current", "starting")},
        ("ext_private_fostering",),
        other_period_types={"cohort=starting": ("quarter",)},
    ),
    "private_fostering_visits_pct": measure(
        "ratio",
        private_fostering.visits_in_time,
        ("quarter", "snapshot"),
        {},
        ("ext_private_fostering", "ext_private_fostering_visit"),
    ),
}

ON_PLANS: dict[str, Measure] = {
    "cpp_rate_per_10000": measure("rate", plan_spells.children_or_families, SNAPSHOT, {}, (*PLANS, "ext_population")),
    "cpp_started": measure("count", plan_spells.started, FLOWS, {**FORM, **MERGE}, PLANS, POPULATION),
    "cpp_ended": measure("count", plan_spells.ended, FLOWS, {**FORM, **MERGE}, PLANS, POPULATION),
    "cpp_ended_3m_pct": measure(
        "ratio",
        plan_spells.ended_within_3_months,
        (*FLOWS, "rolling3"),
        {"months_as": ("calendar",), **MERGE},
        PLANS,
    ),
    "cpp_ended_2y_pct": measure("ratio", plan_spells.ended_after_2_years, FLOWS, TWO_YEARS, PLANS),
    "cpp_open_2y_pct": measure("ratio", plan_spells.open_2_years, SNAPSHOT, TWO_YEARS, PLANS),
    "cpp_open_over_months": measure(
        "count",
        plan_spells.over_months,
        SNAPSHOT,
        {"months": ("15", "12", "18", "24"), "form": ("count", "pct"), "level": ("child", "family")},
        PLANS,
        FAMILY,
    ),
    "cpp_category_dist": measure(
        "distribution",
        plan_spells.by_category,
        SNAPSHOT,
        {"category": ("latest", "initial"), "cohort": ("current", "starting")},
        PLANS,
        other_period_types={"cohort=starting": ("financial_year",)},
    ),
    "cpp_reviews_in_timescale_pct": measure(
        "ratio",
        plan_reviews.in_timescale,
        SNAPSHOT,
        {"basis": ("child", "meeting", "meeting_due"), "months_as": ("calendar", "days")},
        (*PLANS, "ssd_cp_reviews"),
        other_period_types={"basis=meeting": REVIEWS, "basis=meeting_due": REVIEWS},
    ),
    "cpp_visits_in_timescale_pct": measure(
        "ratio",
        plan_visits.in_timescale,
        SNAPSHOT,
        {
            "rule": ("last_visit", "all_gaps", "share_of_due_windows"),
            "interval": ("plan", "10wd", "15wd", "20wd", "28d"),
            "scope": ("current", "year"),
            "seen": ("child", "alone"),
        },
        (*PLANS, "ssd_cp_visits"),
        other_period_types={"rule=share_of_due_windows": ("month", "quarter")},
    ),
    "cpp_visit_in_month_pct": measure("ratio", plan_visits.seen_in_month, ("month",), {}, (*PLANS, "ssd_cp_visits")),
    "cpp_seen_alone_pct": measure(
        "ratio", plan_visits.seen_alone, MEETINGS, {"ages": ("4-17",)}, ("ssd_cp_visits", "ssd_person")
    ),
    "cp_core_group_in_timescale_pct": measure(
        "ratio", core_groups.in_timescale, MEETINGS, {}, (*PLANS, "ext_core_group")
    ),
}

MISSING: dict[str, Measure] = {
    "missing_episodes": measure(
        "count",
        missing.episodes,
        MEETINGS,
        {"kind": ("missing", "away", "all"), "scope": ("cla", "all")},
        ("ssd_missing", *CLA_TABLES),
    ),
    "missing_repeat_pct": measure(
        "ratio",
        missing.repeated,
        ("rolling12", "month"),
        {"at_least": ("3",), "lookback": ("12m", "90d")},
        ("ssd_missing", *CLA_TABLES),
    ),
    "rhi_offered_pct": measure(
        "ratio",
        interviews.offered,
        MEETINGS,
        {"numerator": ("offered", "accepted")},
        ("ssd_missing", *CLA_TABLES),
    ),
    "rhi_completed_pct": measure(
        "ratio",
        interviews.completed,
        MEETINGS,
        INTERVIEWS,
        ("ssd_missing", "ext_return_interview"),
        UASC_TABLES,
    ),
    "rhi_in_timescale_pct": measure(
        "ratio",
        interviews.in_timescale,
        MEETINGS,
        {**INTERVIEWS, "limit": ("3wd", "72h"), "as_of": ("as_at", "period_end")},
        ("ssd_missing", "ext_return_interview"),
        UASC_TABLES,
    ),
}

STAFF: dict[str, Measure] = {
    "agency_social_workers_pct": measure(
        "true_ratio",
        posts.agency,
        SNAPSHOT,
        {
            "denominator": ("in_post", "established_posts"),
            "staff": ("social_workers", "team_managers", "all"),
            "by": ("fte", "headcount"),
        },
        ("ext_post",),
        times=100,
    ),
    "permanent_qsw_posts_pct": measure(
        "true_ratio", posts.permanent_posts, SNAPSHOT, {"scope": ("cic_teams", "all")}, ("ext_post",), times=100
    ),
    "sw_turnover_pct": measure(
        "true_ratio",
        posts.turnover,
        RATES,
        {"staff": ("social_workers", "all"), "denominator": ("in_post", "average")},
        ("ext_post",),
        times=100,
    ),
    "sw_vacancy_pct": measure("true_ratio", posts.vacancies, SNAPSHOT, {}, ("ext_post",), times=100),
    "supervision_in_month_pct": measure(
        "ratio",
        supervision.supervised,
        ("month", "rolling12", "quarter"),
        {
            "interval": ("month", "28d", "42d"),
            "staff": ("social_workers", "frontline"),
            "new_starters": ("include", "exclude_14d"),
        },
        ("ext_post", "ext_supervision"),
    ),
}

QUALITY: dict[str, Measure] = {
    "audit_judgement_dist": measure(
        "distribution",
        audits.by_grade,
        QUARTERS,
        {"grade": ("all", "outstanding", "good", "requires_improvement", "inadequate"), **KIND},
        ("ext_audit",),
        kind_of_variant={
            f"grade={grade}": "ratio" for grade in ("outstanding", "good", "requires_improvement", "inadequate")
        },
    ),
    "audit_good_or_better_pct": measure(
        "ratio",
        audits.good_or_better,
        QUARTERS,
        {"grade": ("good_or_better", "ri_or_better"), **KIND},
        ("ext_audit",),
    ),
    "audit_standard_met_pct": measure(
        "ratio",
        audits.standards_met,
        QUARTERS,
        {"question": tuple(QUESTIONS.split()), **KIND},
        ("ext_audit_answer", "ext_audit"),
    ),
    "foi_in_timescale_pct": measure(
        "ratio", requests.information, MEETINGS, {"cohort": ("due", "closed")}, ("ext_foi_request",)
    ),
    "complaints_stage1_in_time_pct": measure(
        "ratio", requests.complaints, MEETINGS, {"n": ("10", "20")}, ("ext_complaint",)
    ),
}

MEASURES: dict[str, Measure] = {**PROTECTION, **ON_PLANS, **MISSING, **STAFF, **QUALITY}
