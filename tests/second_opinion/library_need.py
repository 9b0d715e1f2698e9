"""The front door, early help, assessment and need: kinds, period types, variants (headline first), tables."""

from . import (
    allocation,
    assessed,
    completeness,
    contacts,
    decisions,
    early_help,
    need,
    need_closed,
    need_plans,
    referral_outcomes,
)
from .measure import CLA_TABLES, FLOWS, MEETINGS, SNAPSHOT, Choices, Measure, measure

AS_OF: Choices = {"as_of": ("as_at", "period_end")}
POPULATION = {"form=rate": ("ext_population",)}
REFERRALS = ("ssd_cin_episodes",)
ASSESSED_REFERRALS = ("ssd_cin_episodes", "ssd_cin_assessments")
ASSESSMENTS = ("ssd_cin_assessments",)
EARLY_HELP = ("ssd_early_help_episodes",)
CHILDREN = ("ssd_cp_plans", *CLA_TABLES)
SCOPE: Choices = {"scope": ("all_statutory", "cin_only", "cin_plan")}
SCOPE_TABLES = {"scope=cin_only": CHILDREN, "scope=cin_plan": ("ssd_cin_plans",)}
LENGTHS = ("0-10", "11-20", "21-30", "31-40", "41-45", "46+")
LEAVERS: Choices = {"months": ("6",), "leavers": ("exclude", "include")}
LONG = ("quarter", "rolling12")

FRONT_DOOR = {
    "contacts_received": measure(
        "count",
        contacts.received,
        MEETINGS,
        {"level": ("child", "contact"), "duplicates": ("exclude", "include")},
        ("ssd_contacts",),
        {"level=contact": ("ssd_family",)},
    ),
    "contacts_to_referral_pct": measure(
        "ratio",
        contacts.led_to_referral,
        MEETINGS,
        {"link": ("outcome_flag", "date_window"), "n": ("3",)},
        ("ssd_contacts",),
        {"link=date_window": REFERRALS},
    ),
    "contact_decision_1wd_pct": measure(
        "ratio",
        decisions.on_contacts,
        MEETINGS,
        {"limit": ("1wd", "24h"), **AS_OF},
        ("ssd_contacts", "ext_front_door_decision"),
    ),
    "referral_decision_24h_pct": measure(
        "ratio",
        decisions.on_referrals,
        MEETINGS,
        {"limit": ("24h", "1wd"), "cohort": ("decided", "received"), **AS_OF},
        (*REFERRALS, "ext_front_door_decision"),
    ),
    "referrals_received": measure(
        "count", referral_outcomes.received, FLOWS, {"nfa": ("include", "exclude")}, REFERRALS
    ),
    "referrals_rate_per_10000": measure(
        "rate",
        referral_outcomes.received,
        ("rolling12", "financial_year"),
        {"annualise": ("rolling12", "scaled")},
        (*REFERRALS, "ext_population"),
        other_period_types={"annualise=scaled": ("month", "quarter")},
        annualised=("annualise=scaled",),
    ),
    "referrals_previous_no_service_pct": measure(
        "ratio",
        referral_outcomes.previous_no_service,
        MEETINGS,
        {"denominator": ("rereferrals", "all_referrals")},
        ASSESSED_REFERRALS,
    ),
    "referrals_nfa_pct": measure("ratio", referral_outcomes.no_further_action, FLOWS, {}, REFERRALS),
    "referrals_to_assessment_pct": measure(
        "ratio",
        referral_outcomes.to_assessment,
        MEETINGS,
        {"assessment_type": ("continuous", "initial"), "n": ("any",)},
        ASSESSED_REFERRALS,
    ),
    "referrals_assessed_not_in_need_pct": measure(
        "ratio", referral_outcomes.not_in_need, FLOWS, {"codes": ("rc8_rc9", "rc8")}, ASSESSED_REFERRALS
    ),
    "referrals_by_source_dist": measure("distribution", referral_outcomes.by_source, FLOWS, {}, REFERRALS),
}

EARLY = {
    "eha_open": measure("count", early_help.open_at_end, SNAPSHOT, {}, EARLY_HELP),
    "eha_started": measure("count", early_help.started, MEETINGS, {"form": ("count", "rate")}, EARLY_HELP, POPULATION),
    "eh_step_down_from_assessment": measure(
        "count",
        early_help.step_downs,
        MEETINGS,
        {"source": ("all", *early_help.STAGES, "other"), "form": ("count", "rate")},
        (*EARLY_HELP, "ext_early_help_step_down"),
        POPULATION,
    ),
    "eh_step_up_pct": measure("ratio", early_help.step_ups, MEETINGS, {}, (*EARLY_HELP, *REFERRALS)),
    "eh_brokerage_decision_3wd_pct": measure(
        "ratio",
        early_help.brokerage,
        MEETINGS,
        {"cohort": ("received", "decided"), **AS_OF},
        ("ext_early_help_request",),
    ),
    "eh_intervention_length_days": measure(
        "average",
        early_help.lengths,
        MEETINGS,
        {"average": ("mean", "median"), "level": ("family", "child")},
        EARLY_HELP,
    ),
    "eh_outcomes_improved_pct": measure(
        "ratio", early_help.improved, MEETINGS, {}, (*EARLY_HELP, "ext_family_outcome")
    ),
}

ASSESSMENT = {
    "assessments_completed": measure(
        "count", assessed.completed, FLOWS, {"form": ("count", "rate")}, ASSESSMENTS, POPULATION
    ),
    "assessment_duration_days": measure(
        "median",
        assessed.durations,
        MEETINGS,
        {"average": ("median", "mean"), "band": ("none", *LENGTHS)},
        ASSESSMENTS,
        kind_of_variant={f"band={band}": "ratio" for band in LENGTHS},
    ),
    "assessment_child_seen_pct": measure("ratio", assessed.child_seen, MEETINGS, {}, ASSESSMENTS),
    "assessment_child_seen_10d_pct": measure(
        "ratio",
        assessed.seen_in_time,
        MEETINGS,
        {"n": ("10",), "unit": ("working", "calendar"), "ended_early": ("exclude", "include"), **AS_OF},
        (*ASSESSMENTS, "ssd_cin_visits"),
    ),
    "assessment_factors_rate_per_10000": measure(
        "rate",
        assessed.factors_found,
        ("rolling12", "financial_year"),
        {"form": ("rate", "pct")},
        (*ASSESSMENTS, "ssd_assessment_factors"),
    ),
}

NEED = {
    "cin_at_period_end": measure(
        "count",
        need.at_period_end,
        SNAPSHOT,
        {**SCOPE, "level": ("child", "family")},
        REFERRALS,
        {**SCOPE_TABLES, "level=family": ("ssd_family",)},
    ),
    "cin_rate_per_10000": measure(
        "rate", need.at_period_end, SNAPSHOT, SCOPE, (*REFERRALS, "ext_population"), SCOPE_TABLES
    ),
    "cin_open_duration_pct": measure(
        "ratio",
        need.open_duration,
        SNAPSHOT,
        {"months": ("24", "6", "12"), "band": ("none", *need.BANDS), "op": ("gt", "ge"), **SCOPE},
        REFERRALS,
        SCOPE_TABLES,
    ),
    "cin_closed_duration_pct": measure(
        "distribution", need.closed_duration, ("rolling12", "financial_year"), {}, REFERRALS
    ),
    "cin_ceased": measure("count", need.ceased, FLOWS, {}, REFERRALS),
    "cin_primary_need_dist": measure("distribution", need.primary_need, SNAPSHOT, {}, REFERRALS),
    "cin_current_plan_pct": measure(
        "ratio",
        need.current_plan,
        SNAPSHOT,
        {"currency": ("open", "reviewed_6m"), "grace": ("10wd",)},
        (*ASSESSED_REFERRALS, "ssd_cin_plans", *CHILDREN),
        {"currency=reviewed_6m": ("ext_cin_review",)},
    ),
    "cin_plan_within_35d_pct": measure(
        "ratio",
        need_plans.plan_in_time,
        MEETINGS,
        {"unit": ("working", "calendar"), "clock_start": ("referral_date", "assessment_start")},
        (*ASSESSMENTS, "ssd_cin_plans"),
    ),
    "cin_visits_in_timescale_pct": measure(
        "ratio",
        need_plans.visits_in_time,
        SNAPSHOT,
        {
            "rule": ("last_visit", "all_gaps", "share_of_due_windows"),
            "interval": ("28d", "20wd", "42d"),
            "seen": ("child",),
        },
        ("ssd_cin_plans", "ssd_cin_visits", *CHILDREN),
        other_period_types={"rule=share_of_due_windows": ("month", "quarter")},
    ),
    "cin_closed_within_6m_of_cpp_end_pct": measure(
        "ratio", need_closed.after_plan, LONG, LEAVERS, (*REFERRALS, *CHILDREN)
    ),
    "cin_closed_within_6m_of_leaving_care_pct": measure(
        "ratio", need_closed.after_care, LONG, LEAVERS, (*REFERRALS, *CLA_TABLES)
    ),
    "unallocated_cases": measure(
        "count", allocation.unallocated, SNAPSHOT, {}, (*REFERRALS, *CHILDREN, "ssd_involvements")
    ),
    "data_quality_completeness_pct": measure(
        "true_ratio", completeness.completeness, SNAPSHOT, {}, ("ssd_person",), times=100
    ),
}

MEASURES: dict[str, Measure] = {**FRONT_DOOR, **EARLY, **ASSESSMENT, **NEED}
