"""The thirteen measures: kinds, period types, variants (headline first), the tables they need, how to classify."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import NamedTuple

from . import adoption, assessments, care, caseload, conferences, health, placements, plans, referrals, reviews
from .common import Choice, Row, Tables
from .periods import Period

Classify = Callable[[Tables, date, Choice, Period], list[Row]]
Choices = dict[str, tuple[str, ...]]

FLOWS = ("month", "quarter", "ytd", "rolling12", "financial_year")
MEETINGS = ("month", "quarter", "ytd", "rolling12")
SNAPSHOT = ("snapshot",)
UASC: Choices = {"uasc": ("inc", "exc")}
CLA_TABLES = ("ssd_cla_episodes", "ssd_legal_status")
UASC_TABLES: dict[str, tuple[str, ...]] = {"uasc=exc": ("ssd_immigration_status", "ssd_person")}


class Measure(NamedTuple):
    """`kind` of the headline; `period_types` by variant; `variants`: the headline (empty), then each, one at a time."""

    kind: str
    period_types: dict[str, tuple[str, ...]]
    variants: tuple[str, ...]
    choices: Choices
    needs: tuple[str, ...]
    needs_of_choice: dict[str, tuple[str, ...]]
    classify: Classify


def measure(
    kind: str,
    classify: Classify,
    period_types: tuple[str, ...],
    choices: Choices,
    needs: tuple[str, ...],
    needs_of_choice: dict[str, tuple[str, ...]] | None = None,
    other_period_types: dict[str, tuple[str, ...]] | None = None,
) -> Measure:
    variants = ["", *(f"{key}={value}" for key, values in choices.items() for value in values[1:])]
    types = {variant: (other_period_types or {}).get(variant, period_types) for variant in variants}
    return Measure(kind, types, tuple(variants), choices, needs, needs_of_choice or {}, classify)


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
    "cpp_at_period_end": measure("count", plans.at_period_end, SNAPSHOT, {}, ("ssd_cp_plans",)),
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


def chosen(name: str, variant: str) -> Choice:
    """The value of every key: those that the variant names, the headline's for the rest."""
    choices = MEASURES[name].choices
    choice = {key: values[0] for key, values in choices.items()}
    for pair in filter(None, variant.split(";")):
        key, _, value = pair.partition("=")
        if value not in choices.get(key, ()):
            raise ValueError(f"{name} has no variant {pair}.")
        choice[key] = value
    return choice


def combinations(name: str) -> list[str]:
    """The headline and every variant, one at a time and together, keys in alphabetical order."""
    choices = MEASURES[name].choices
    named = [[(key, value) for value in choices[key]] for key in sorted(choices)]
    return [
        ";".join(f"{key}={value}" for key, value in pairs if value != choices[key][0])  # the headline's are not named
        for pairs in product(*named)
    ]


def period_types_of(name: str, variant: str) -> tuple[str, ...]:
    """The period types of a variant or of a combination of them."""
    types = MEASURES[name].period_types
    for pair in variant.split(";"):
        if types.get(pair, types[""]) != types[""]:
            return types[pair]
    return types[""]


def kind_of(name: str, variant: str) -> str:
    """`form=pct` turns a count into a ratio; every other variant keeps the measure's kind."""
    return "ratio" if "form=pct" in variant.split(";") else MEASURES[name].kind


def needs(name: str, variant: str) -> set[str]:
    of_choice = MEASURES[name].needs_of_choice
    return {*MEASURES[name].needs, *(table for pair in variant.split(";") for table in of_choice.get(pair, ()))}
