"""What one measure is timed on: its view, the columns it needs, and the same figures in SQL and in pandas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from trigpoint.cases import (
    Adoption,
    Assessment,
    CaseHolder,
    ChildOnPlan,
    Conference,
    InitialHealthAssessment,
    LookedAfterChild,
    OpenAssessment,
    PlacementStability,
    PlanStart,
    Referral,
)
from trigpoint.language import CaseView, PeriodType

Rows = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Subject:
    """`numerator` and `denominator` are SQL expressions summed over rows; `loop` gives both for the rows of one month.

    An event view has a `day` column, a state view none. `columns` are all that is read besides the authority.
    """

    measure: str
    view: type[CaseView]
    kind: PeriodType
    columns: tuple[str, ...]
    numerator: str
    denominator: str
    loop: Rows
    day: str = ""
    scale: int = 1
    per_population: bool = False


def _counts(frame: pd.DataFrame, met: pd.Series, counted: pd.Series) -> pd.DataFrame:
    """One row an authority: how many were met and how many counted."""
    marked = pd.DataFrame({"authority": frame["authority"], "n": met & counted, "d": counted})
    return marked.groupby("authority", observed=True)[["n", "d"]].sum()


def _rereferrals(frame: pd.DataFrame) -> pd.DataFrame:
    return _counts(frame, frame["previous_within_12_months"] == 1, frame["authority"].notna())


def _assessments(frame: pd.DataFrame) -> pd.DataFrame:
    in_time = (frame["working_days"] <= 45) & (frame["authorised_before_start"] != 1)
    return _counts(frame, in_time, frame["authority"].notna())


def _overdue(frame: pd.DataFrame) -> pd.DataFrame:
    late = (frame["is_over_45_working_days"] == 1) & (frame["referral_is_closed"] == 0)
    return _counts(frame, late, late)


def _conferences(frame: pd.DataFrame) -> pd.DataFrame:
    in_time = (frame["working_days_from_strategy_discussion"] <= 15) & (frame["is_before_strategy_discussion"] != 1)
    return _counts(frame, in_time, frame["is_transfer_in"] != 1)


def _on_plan(frame: pd.DataFrame) -> pd.DataFrame:
    ours = frame["is_other_authority"] != 1
    return _counts(frame, ours, ours)


def _second_plans(frame: pd.DataFrame) -> pd.DataFrame:
    ours = (frame["is_continuation"] == 0) & (frame["is_other_authority"] != 1)
    return _counts(frame, frame["has_earlier_plan"] == 1, ours)


def _looked_after(frame: pd.DataFrame) -> pd.DataFrame:
    counted = frame["is_short_term_series"] != 1
    return _counts(frame, counted, counted)


def _placements(frame: pd.DataFrame) -> pd.DataFrame:
    return _counts(frame, frame["placements_in_12_months"] >= 3, frame["is_short_term_series"] != 1)


def _reviews(frame: pd.DataFrame) -> pd.DataFrame:
    counted = (frame["is_short_term_series"] != 1) & (frame["is_under_20_working_days"] != 1)
    return _counts(frame, frame["reviews_in_12_months_on_time"] == 1, counted)


def _adoptions(frame: pd.DataFrame) -> pd.DataFrame:
    days = frame["days_from_entry_to_placement"]
    told = frame[frame["placed_on"].notna() & (frame["is_placed_before_entry"] != 1) & days.notna()]
    by_authority = told.groupby("authority", observed=True)["days_from_entry_to_placement"]
    return pd.DataFrame({"n": by_authority.sum(), "d": by_authority.count()})


def _health(frame: pd.DataFrame) -> pd.DataFrame:
    stayed = ~(frame["left_on"] <= frame["limit_on"])
    in_time = frame["assessed_on"] <= frame["limit_on"]
    pending = ~in_time & (frame["limit_on"] >= frame.attrs["as_at"])
    return _counts(frame, in_time, stayed & ~pending)


def _caseloads(frame: pd.DataFrame) -> pd.DataFrame:
    counted = frame[(frame["is_social_worker"] == 1) & (frame["fte"] > 0)]
    sums = counted.groupby("authority", observed=True)[["cases", "fte"]].sum()
    return sums.rename(columns={"cases": "n", "fte": "d"})


_LOOKED_AFTER = "(coalesce(is_short_term_series, 0) <> 1)::int"
_STAYED = "not coalesce(left_on <= limit_on, false)"
_IN_TIME = "coalesce(assessed_on <= limit_on, false)"

SUBJECTS = (
    Subject(
        "rereferrals_12m_pct", Referral, PeriodType.ROLLING12, ("previous_within_12_months",),
        "(previous_within_12_months = 1)::int", "1", _rereferrals, "referred_on",
    ),
    Subject(
        "assessments_within_working_days_pct", Assessment, PeriodType.ROLLING12,
        ("working_days", "authorised_before_start"),
        "(working_days <= 45 and coalesce(authorised_before_start, 0) <> 1)::int", "1", _assessments, "authorised_on",
    ),
    Subject(
        "assessments_open_overdue", OpenAssessment, PeriodType.SNAPSHOT,
        ("is_over_45_working_days", "referral_is_closed"),
        "(is_over_45_working_days = 1 and referral_is_closed = 0)::int", "0", _overdue,
    ),
    Subject(
        "icpc_15wd_pct", Conference, PeriodType.ROLLING12,
        ("working_days_from_strategy_discussion", "is_before_strategy_discussion", "is_transfer_in"),
        "(working_days_from_strategy_discussion <= 15 and is_before_strategy_discussion <> 1 and is_transfer_in <> 1)"
        "::int",
        "(is_transfer_in <> 1)::int", _conferences, "held_on",
    ),
    Subject(
        "cpp_at_period_end", ChildOnPlan, PeriodType.SNAPSHOT, ("is_other_authority",),
        "(is_other_authority <> 1)::int", "0", _on_plan,
    ),
    Subject(
        "cpp_second_or_subsequent_pct", PlanStart, PeriodType.ROLLING12,
        ("is_continuation", "is_other_authority", "has_earlier_plan"),
        "(is_continuation = 0 and is_other_authority <> 1 and has_earlier_plan = 1)::int",
        "(is_continuation = 0 and is_other_authority <> 1)::int", _second_plans, "started_on",
    ),
    Subject(
        "cla_at_period_end", LookedAfterChild, PeriodType.SNAPSHOT, ("is_short_term_series",),
        _LOOKED_AFTER, "0", _looked_after,
    ),
    Subject(
        "cla_rate_per_10000", LookedAfterChild, PeriodType.SNAPSHOT, ("is_short_term_series",),
        _LOOKED_AFTER, "0", _looked_after, per_population=True,
    ),
    Subject(
        "cla_3plus_placements_pct", PlacementStability, PeriodType.SNAPSHOT,
        ("is_short_term_series", "placements_in_12_months"),
        "(coalesce(is_short_term_series, 0) <> 1 and placements_in_12_months >= 3)::int", _LOOKED_AFTER, _placements,
    ),
    Subject(
        "cla_reviews_in_timescale_pct", LookedAfterChild, PeriodType.SNAPSHOT,
        ("is_short_term_series", "is_under_20_working_days", "reviews_in_12_months_on_time"),
        "(coalesce(is_short_term_series, 0) <> 1 and is_under_20_working_days <> 1"
        " and reviews_in_12_months_on_time = 1)::int",
        "(coalesce(is_short_term_series, 0) <> 1 and is_under_20_working_days <> 1)::int", _reviews,
    ),
    Subject(
        "adoption_a1_days", Adoption, PeriodType.ROLLING36,
        ("placed_on", "is_placed_before_entry", "days_from_entry_to_placement"),
        "case when placed_on is not null and is_placed_before_entry <> 1 then days_from_entry_to_placement end",
        "(placed_on is not null and is_placed_before_entry <> 1 and days_from_entry_to_placement is not null)::int",
        _adoptions, "ordered_on",
    ),
    Subject(
        "iha_20wd_pct", InitialHealthAssessment, PeriodType.ROLLING12, ("left_on", "limit_on", "assessed_on"),
        f"({_STAYED} and {_IN_TIME})::int",
        f"({_STAYED} and ({_IN_TIME} or not coalesce(limit_on >= $as_at, false)))::int", _health, "entered_on",
    ),
    Subject(
        "caseload_average_sw", CaseHolder, PeriodType.SNAPSHOT, ("is_social_worker", "fte", "cases"),
        "case when is_social_worker <> 0 and fte > 0 then cases else 0 end",
        "case when is_social_worker <> 0 and fte > 0 then fte else 0 end", _caseloads, scale=100,
    ),
)  # fmt: skip
"""The library's measures, each in its headline definition; rolling where the measure takes that, else at month ends."""
