"""Figures of the census year from an extract and from the census made of it: equal wherever the census goes.

Every measure whose record tables a census gives is compared in every variant, for every period that ends with the
year. What a census cannot give is listed with its reason, and each of those must differ: a list that hides an equal
figure, or lacks a different one, fails.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trigpoint import synthetic
from trigpoint.language.period import PeriodType
from trigpoint.sources import cin_census, plan
from trigpoint.tasks import library
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.load import load

LAST = date(2026, 3, 31)
PERIODS = (PeriodType.FINANCIAL_YEAR, PeriodType.SNAPSHOT, PeriodType.ROLLING12)

_BEFORE = "it looks at what ended before the year, which the census of one year does not hold"
_MOVED_IN = "the census does not say whether a child under a conference moved in under a plan"
_FAMILY = "the census knows no families"
_CARE = "the census knows no care"
_OUTCOME = "the census has no outcome of a referral or an assessment"
NOT_CARRIED: Mapping[tuple[str, str], str] = {
    ("rereferrals_12m_pct", ""): _BEFORE,
    ("rereferrals_12m_pct", "level=child"): _BEFORE,
    ("rereferrals_12m_pct", "prev_nfa=exclude"): _BEFORE,
    ("rereferrals_12m_pct", "window=from_closure"): _BEFORE,
    ("referrals_previous_no_service_pct", ""): _BEFORE,
    ("referrals_previous_no_service_pct", "denominator=all_referrals"): _BEFORE,
    ("cpp_second_or_subsequent_pct", ""): f"{_BEFORE}; the number of earlier plans has no place in the records",
    ("cpp_second_or_subsequent_pct", "denominator=current"): _BEFORE,
    ("cpp_second_or_subsequent_pct", "lookback=24m"): _BEFORE,
    ("cpp_second_or_subsequent_pct", "merge=false"): _BEFORE,
    ("assessments_within_working_days_pct", "clock_start=referral_date"): f"{_BEFORE}: the first of a referral",
    ("cpp_reviews_in_timescale_pct", "basis=meeting_due"): f"{_BEFORE}: reviews held early of plans that ended there",
    ("icpc_15wd_pct", ""): _MOVED_IN,
    ("icpc_15wd_pct", "level=meeting"): "the census knows no meetings",
    ("icpc_15wd_pct", "transfer_in=only"): _MOVED_IN,
    ("icpc_held", "transfer_in=exclude"): _MOVED_IN,
    ("cin_at_period_end", "level=family"): _FAMILY,
    ("cpp_at_period_end", "level=family"): _FAMILY,
    ("cpp_open_over_months", "level=family"): _FAMILY,
    ("cin_at_period_end", "scope=cin_only"): _CARE,
    ("cin_rate_per_10000", "scope=cin_only"): _CARE,
    ("cin_open_duration_pct", "scope=cin_only"): _CARE,
    ("referrals_to_assessment_pct", "assessment_type=initial"): _OUTCOME,
    ("cin_plan_within_35d_pct", ""): _OUTCOME,
    ("cin_plan_within_35d_pct", "clock_start=assessment_start"): _OUTCOME,
    ("cin_plan_within_35d_pct", "unit=calendar"): _OUTCOME,
    ("icpc_to_plan_pct", ""): "a plan that another authority holds is in their census, not with the conference in ours",
    ("assessment_child_seen_pct", ""): "the census does not ask whether the child was seen",
    ("s47_to_icpc_pct", ""): "the census has no end of an enquiry",
    ("s47_to_icpc_pct", "cohort=started"): "the census has no end of an enquiry",
    ("data_quality_completeness_pct", ""): "it counts the fields of every table that was collected",
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One authority from its extract, and from its census with the population that rates are of."""
    room = tmp_path_factory.mktemp("figures")
    synthetic.synthesize(100, 3, 5, LAST, room / "ssd", errors=0.0, form="parquet")
    tables = {part.table: part.data for part in plan([room / "ssd"]).parts()}
    cin_census.write(tables, room / "cin", year=2026)
    shutil.copy(room / "ssd" / "ext_population.parquet", room / "cin")
    for name in ("ssd", "cin"):
        load([room / name], room / f"{name} store", LAST, authority="Kent")
    return [room / "ssd store", room / "cin store"]


def told(store: Path, measures: list[str]) -> dict[tuple[str, ...], Any]:
    """Counts, value and reason of every figure by what it is of.

    What was excluded is left out: plans of other authorities are, and no census of ours holds them.
    """
    of = ("measure", "variant", "period_type", "group", "period_end")
    found = ("numerator", "denominator", "value", "unknown", "pending", "reason")
    rows = figures(store, measures, PERIODS).to_pylist()
    return {tuple(row[name] for name in of): [row[name] for name in found] for row in rows}


def test_figures_of_the_census_year(stores: list[Path]) -> None:
    given = cin_census.tables(["census"])
    measures = [m.id for m in library.chosen(()) if given.issuperset((*m.counts.needs, *m.needs))]
    ours, theirs = (told(store, measures) for store in stores)
    differing = {key[:2] for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)}
    assert (sorted(differing - set(NOT_CARRIED)), sorted(set(NOT_CARRIED) - differing)) == ([], [])
    equal = {key[:2] for key in ours} - differing
    assert len(equal) > 60
    assert len({measure for measure, _ in equal}) > 25
