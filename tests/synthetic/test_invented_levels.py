"""Levels stand among the real authorities', and no figure stands still."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import duckdb
import pytest
from simple_figures import Series, connect, month_ends, series

AS_AT = date(2026, 3, 31)
SHARED = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[2].parent / "shared"))
LAIT = SHARED / "data" / "lait" / "bds_long_0.parquet"

PUBLISHED = {
    # short name in the tool: the invented figure, and whether it is a count to be made a rate of
    "CPP_Total_Rateper10,000": ("referrals_12m", True),
    "ReReferral": ("rereferrals_r12", False),
    "Continue_Assess_Comp": ("assessments_45_r12", False),
    "CIN": ("cin_at_period_end", True),
    "Section_47": ("s47_12m", True),
    "ISCP_Conf": ("icpc_12m", True),
    "CP_conf_15days": ("icpc_15wd_r12", False),
    "CPP_rate": ("cpp_at_period_end", True),
    "PrevRegCPR": ("cpp_second_r12", False),
    "LAC": ("cla_rate_per_10000", False),
    "LACStable_2016on": ("cla_3plus_placements_pct", False),
    "Work_Force_AvgNumCase_SW": ("caseload_average_sw", False),
}
MOVING = {
    # what may be 0 or 100 in a month of few cases, and what never is
    "rereferrals_12m_pct": False,
    "assessments_45": False,
    "assessments_20": False,
    "assessments_open_overdue": False,
    "icpc_15wd_pct": True,
    "cpp_at_period_end": False,
    "cpp_second_ever": True,
    "cpp_second_24m": True,
    "cla_at_period_end": False,
    "cla_rate_per_10000": False,
    "cla_3plus_placements_pct": False,
    "cla_reviews_child_pct": False,
    "cla_reviews_meeting_pct": True,
    "adoption_a1_days": False,
    "iha_20wd_pct": True,
    "caseload_average_sw": False,
}


@pytest.fixture(scope="module")
def monthly(usual: Path) -> Series:
    return series(connect(usual), month_ends(AS_AT, 120))


@pytest.mark.parametrize(("published", "ours", "counted"), [(p, *o) for p, o in PUBLISHED.items()])
def test_headline_lies_between_the_quartiles_of_real_authorities(
    monthly: Series, published: str, ours: str, *, counted: bool
) -> None:
    if not LAIT.exists():
        pytest.skip("published figures are not here: set TRIGPOINT_SHARED to the folder that holds data/lait")
    low, high = _quartiles(published)
    value, people = monthly[ours][-1], monthly["population"][-1]
    assert value is not None
    assert people is not None
    assert low <= (value / people * 10_000 if counted else value) <= high


def _quartiles(short: str) -> tuple[float, float]:
    """Quartiles of the local authorities in the latest year; regions and England have no region of their own."""
    found = duckdb.execute(
        """with one as (
            select "Years" as y, try_cast("Values" as double) as v from read_parquet(?)
            where "Short Desc" = ? and Region is not null and Region not in ('NA', '-'))
        select quantile_cont(v, 0.25), quantile_cont(v, 0.75), count(v) from one
        where y = (select max(y) from one where v is not null)""",
        [str(LAIT), short],
    ).fetchone()
    assert found is not None
    assert found[2] > 100
    return float(found[0]), float(found[1])


def test_days_to_adoption_are_near_the_national_average(monthly: Series) -> None:
    known = [value for value in monthly["adoption_a1_days"] if value is not None]
    assert 420 < sum(known) / len(known) < 560


@pytest.mark.parametrize("name", MOVING)
def test_no_figure_stands_still_for_ten_years(monthly: Series, name: str) -> None:
    values = monthly[name]
    known = [value for value in values if value is not None]
    # the last months of a cohort may be pending; everything else has a value from the first month on
    assert len(known) >= 115
    assert values[0] is not None
    assert len(set(known)) > 30
    flat = sum(value in (0, 100) for value in known)
    assert flat <= (24 if MOVING[name] else 0)


def test_looked_after_children_are_as_many_as_asked_and_drift(monthly: Series) -> None:
    held = [value for value in monthly["cla_at_period_end"] if value is not None]
    assert abs(held[-1] - 600) <= 18
    assert max(held) - min(held) >= 30
    assert min(held) > 0.7 * 600
    assert max(held) < 1.3 * 600
