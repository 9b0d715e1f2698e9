"""The first thirteen measures: kinds, period types, variants (headline first), the tables they need."""

from . import (
    adoption,
    assessments,
    care,
    caseload,
    conferences,
    health,
    placements,
    plan_spells,
    plans,
    referrals,
    reviews,
)
from .measure import CLA_TABLES, FLOWS, MEETINGS, SNAPSHOT, UASC, UASC_TABLES, Measure, measure

MEASURES: dict[str, Measure] = {
    "rereferrals_12m_pct": measure(
        "ratio",
        referrals.rereferrals,
        FLOWS,
        {
            "level": ("referral", "child"),
            "prev_nfa": ("include", "exclude"),
            "window": ("from_referral", "from_closure"),
        },
        ("ssd_cin_episodes",),
    ),
    "assessments_within_working_days_pct": measure(
        "ratio",
        assessments.within_working_days,
        FLOWS,
        {"clock_start": ("assessment_start", "referral_date"), "n": ("45", "20", "10", "25", "35")},
        ("ssd_cin_assessments",),
        {"clock_start=referral_date": ("ssd_cin_episodes",)},
    ),
    "assessments_open_overdue": measure(
        "count",
        assessments.open_overdue,
        SNAPSHOT,
        {"form": ("count", "pct"), "n": ("45",)},
        ("ssd_cin_assessments", "ssd_cin_episodes"),
    ),
    "icpc_15wd_pct": measure(
        "ratio",
        conferences.icpc_in_15_working_days,
        FLOWS,
        {
            "clock_start": ("strategy_discussion",),
            "level": ("child", "meeting"),
            "transfer_in": ("exclude", "only"),
        },
        ("ssd_initial_cp_conference", "ssd_s47_enquiry"),
    ),
    "cpp_at_period_end": measure(
        "count",
        plan_spells.children_or_families,
        SNAPSHOT,
        {"level": ("child", "family")},
        ("ssd_cp_plans",),
        {"level=family": ("ssd_family",)},
    ),
    "cpp_second_or_subsequent_pct": measure(
        "ratio",
        plans.second_or_subsequent,
        FLOWS,
        {"denominator": ("starts", "current"), "lookback": ("ever", "24m"), "merge": ("true", "false")},
        ("ssd_cp_plans",),
    ),
    "cla_at_period_end": measure("count", care.at_period_end, SNAPSHOT, UASC, CLA_TABLES, UASC_TABLES),
    "cla_rate_per_10000": measure(
        "rate", care.at_period_end, SNAPSHOT, UASC, (*CLA_TABLES, "ext_population"), UASC_TABLES
    ),
    "cla_3plus_placements_pct": measure(
        "ratio",
        placements.three_or_more,
        SNAPSHOT,
        {"lookback": ("12m", "24m"), "t_codes": ("ignore", "count"), **UASC},
        (*CLA_TABLES, "ssd_cla_placement"),
        UASC_TABLES,
    ),
    "cla_reviews_in_timescale_pct": measure(
        "ratio",
        reviews.in_timescale,
        SNAPSHOT,
        {"basis": ("child", "child_current", "meeting", "meeting_due"), **UASC},
        (*CLA_TABLES, "ssd_cla_reviews"),
        UASC_TABLES,
        {"basis=meeting": MEETINGS, "basis=meeting_due": MEETINGS},
    ),
    "adoption_a1_days": measure(
        "average",
        adoption.a1_days,
        ("rolling36", "rolling12", "ytd", "quarter", "month"),
        {},
        ("ssd_permanence", *CLA_TABLES),
    ),
    "iha_20wd_pct": measure(
        "ratio",
        health.initial_assessments,
        ("month", "quarter", "rolling12", "ytd"),
        {
            "as_of": ("as_at", "period_end"),
            "before_entry": ("exclude", "include"),
            "cohort": ("entered", "assessed"),
            "performer": ("all", "paediatrician"),
            "refusal": ("missed", "exclude_3m"),
            **UASC,
        },
        ("ssd_cla_health", *CLA_TABLES),
        {"performer=paediatrician": ("ext_health_request",), **UASC_TABLES},
    ),
    "caseload_average_sw": measure(
        "true_ratio",
        caseload.caseloads,
        SNAPSHOT,
        {"by": ("fte", "headcount"), "level": ("child", "family"), "scope": ("all", "cic_teams")},
        ("ssd_involvements", "ssd_professionals"),
        {"level=family": ("ssd_family",), "scope=cic_teams": ("ssd_department",)},
    ),
}
