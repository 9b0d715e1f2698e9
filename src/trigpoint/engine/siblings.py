"""Visits that are recorded for some of the children they were made to: siblings whose plans came from one meeting."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, plain, present

_NEAR = 3
"""Days within which another visit to the sibling counts as this one."""
_OFTEN, _OF, _LEAST = 3, 4, 6
"""Siblings are visited together when they share three visits in four, and six or more."""


def passed_over(records: Records, visits: ir.Table, name: str) -> ir.Table:
    """The visits with how many siblings were passed over by each."""
    pairs = records.shared("visits_beside_siblings", _beside)
    shared = {"_visits": pairs.count(), "_shared": pairs.on_the_day.sum()}
    together = pairs.group_by("authority", "child", "sibling").agg(**shared)
    together = together.filter(
        (together["_shared"] >= _LEAST) & (together["_shared"] * _OF >= together["_visits"] * _OFTEN)
    )
    missed = pairs.filter(pairs.nearby == 0).semi_join(together, ["authority", "child", "sibling"])
    counts = missed.group_by("authority", _visit=missed.visit).agg(**{name: missed.sibling.nunique().cast("int64")})
    joined = visits.left_join(
        counts, [visits.authority == counts.authority, visits.cppv_cp_visit_id == counts["_visit"]]
    )
    return plain(joined).mutate(**{name: joined[name].fill_null(0)}).drop("_visit")


def _beside(records: Records) -> ir.Table:
    """One row per visit and sibling on a plan on the day: whether the sibling has a visit that day, and near it."""
    plans = records.shared("plans_of_meetings", _plans).cache()
    raw = records.table("ssd_cp_visits")
    known = raw.filter(present(raw.cppv_cp_visit_id) & raw.cppv_cp_visit_date.notnull() & raw.cppv_person_id.notnull())
    visits = known.select(
        "authority", visit="cppv_cp_visit_id", child="cppv_person_id", day="cppv_cp_visit_date", plan="cppv_cp_plan_id"
    )
    mine = visits.join(plans.select("authority", "plan", "meeting"), ["authority", "plan"]).pipe(plain)
    others = plans.select("authority", "meeting", sibling="child", began="start", ended="end")
    pairs = mine.join(others, ["authority", "meeting"]).pipe(plain)
    pairs = pairs.filter(
        (pairs.child != pairs.sibling) & (pairs.began <= pairs.day) & (pairs.ended.isnull() | (pairs.ended > pairs.day))
    )
    theirs = visits.select("authority", sibling="child", _day="day")
    near = pairs.left_join(theirs, ["authority", "sibling"]).pipe(plain)
    around = ibis.interval(days=_NEAR)
    is_near = (near["_day"] >= near.day - around) & (near["_day"] <= near.day + around)
    flagged = near.mutate(
        _same=ibis.cases((near["_day"] == near.day, 1), else_=0).cast("int64"),
        _near=ibis.cases((is_near, 1), else_=0).cast("int64"),
    )
    keys = ["authority", "child", "sibling", "visit"]
    return flagged.group_by(*keys).agg(on_the_day=flagged["_same"].max(), nearby=flagged["_near"].max())


def _plans(records: Records) -> ir.Table:
    """Plans of children on whom one conference meeting was held together: `plan, child, meeting, start, end`."""
    plans, held = records.table("ssd_cp_plans"), records.table("ssd_initial_cp_conference")
    meetings = held.filter(present(held.icpc_icpc_meeting_id) & present(held.icpc_icpc_id))
    meetings = meetings.group_by("authority", _id=meetings.icpc_icpc_id).agg(
        meeting=meetings.icpc_icpc_meeting_id.min()
    )
    joined = plans.join(meetings, [plans.authority == meetings.authority, plans.cppl_icpc_id == meetings["_id"]])
    joined = plain(joined)
    return joined.filter(joined.cppl_person_id.notnull()).select(
        "authority",
        "meeting",
        plan="cppl_cp_plan_id",
        child="cppl_person_id",
        start="cppl_cp_plan_start_date",
        end="cppl_cp_plan_end_date",
    )
