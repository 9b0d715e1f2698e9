"""Spans held against each other in one pass, against the definition: every pair of rows tried."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pyarrow as pa
import pytest

from trigpoint.quality.cin_census.rule_2886q import rule_2886q
from trigpoint.quality.spans import covered, overlapping, through
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINplanDates, Reviews


def made(plans: int, reviews: int, draw: random.Random) -> Collection:
    """Plans with and without a start, some that end before it, and reviews, all within twelve days."""

    def days(count: int) -> pa.StringArray:
        found = [date(2025, 5, 1) + timedelta(draw.randrange(12)) for _ in range(count)]
        return pa.array([day.isoformat() if draw.random() < 0.9 else None for day in found], pa.string())

    plan = {"CINPlanStartDate": days(plans), "CINPlanEndDate": days(plans), "child_key": pa.array(["1"] * plans)}
    review = {"CPPreviewDate": days(reviews), "child_key": pa.array(["1"] * reviews)}
    return Collection(2026, {CINplanDates: pa.table(plan), Reviews: pa.table(review)})


def holds(plan: CINplanDates, day: date | None) -> bool:
    start, end = plan.CINPlanStartDate, plan.CINPlanEndDate
    return start is not None and end is not None and day is not None and start <= day <= end


def test_one_pass_finds_what_trying_every_pair_finds() -> None:
    draw = random.Random(1)
    for _ in range(300):
        collection = made(draw.randrange(7), draw.randrange(5), draw)
        plans, reviews = collection.rows(CINplanDates), collection.rows(Reviews)
        pairs = [{one, two} for one in plans for two in plans if one is not two and holds(one, two.CINPlanStartDate)]
        held = [{plan, row} for plan in plans for row in reviews if holds(plan, row.CPPreviewDate)]
        alone = overlapping(plans, start, end)
        both = covered(reviews, lambda row: row.CPPreviewDate, plans, start, end)
        for found, wanted in ((list(alone), pairs), (list(both), held)):
            assert set(found) == {row for pair in wanted for row in pair}
            assert len(found) == len(set(found))


def start(plan: CINplanDates) -> date | None:
    return plan.CINPlanStartDate


def end(plan: CINplanDates) -> int | None:
    return through(plan.CINPlanEndDate)


@pytest.mark.parametrize(("children", "listed"), [(49, 1), (50, 0)])
def test_exactly_two_per_cent_without_a_known_sex_is_not_too_many(children: int, listed: int) -> None:
    sexes = pa.array([None, *["F"] * (children - 1)], pa.string())
    table = pa.table({"Sex": sexes, "child_key": pa.array([str(child) for child in range(children)])})
    condition = rule_2886q.condition(2026)
    assert condition is not None
    assert len(list(condition.failing(Collection(2026, {ChildIdentifiers: table})))) == listed
