"""Builds `cases.ChildInNeed`."""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.families import with_family
from trigpoint.engine.months import add_months, birthday, month_after, month_on, open_end
from trigpoint.engine.need import (
    age_marks,
    care_spells,
    cut_inside,
    episodes_of_need,
    in_months,
    laid_over,
    line,
    need_plans,
    plan_spells,
    with_age_band,
    with_age_marks,
)
from trigpoint.engine.people import people, with_team
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.states import islands, timeline
from trigpoint.engine.views.assessment import assessments

_PLACE = (*CHILD, "place")
_MARKS = {"plan_is_expected": "expected_from", "is_care_leaver": "care_leaver_from"}
_OVER = {"over_3_months": 3, "over_6_months": 6, "over_12_months": 12, "over_24_months": 24}
_REACHED = {"reached_6_months": 6, "reached_12_months": 12, "reached_24_months": 24}
_BANDED = ("reached_24_months", "reached_12_months", "over_6_months", "over_3_months")
_BESIDE = ("is_on_plan", "is_looked_after", "has_need_plan", "has_need_plan_of_6_months")


def build(records: Records) -> ir.Table:
    """One row per child in need and the months in which everything about it stayed as it was."""
    spells = _spells(records).cache()
    base = timeline(spells, CHILD, ["place"], ["place"])
    table = laid_over(base, _lines(records))
    table = table.join(spells.select(*_PLACE, "referred_on"), list(_PLACE)).pipe(plain)
    table = table.mutate(**{name: table[name].fill_null(0) for name in _BESIDE if name in table.columns})
    if records.wants("plan_is_expected"):
        table = _with_expected_plans(records, table)
    if records.wants("is_care_leaver"):
        table = _with_care_leavers(records, table)
    table = with_age_band(records, _cut(records, table))
    facts = spells.select(*_PLACE, "referral", "is_no_further_action", "team_id", need=spells.primary_need)
    facts = with_team(records, facts.mutate(primary_need=facts.need), "team_id")
    table = table.join(with_family(records, facts) if records.wants("family") else facts, list(_PLACE)).pipe(plain)
    table = table.mutate(duration_band=_band(table)) if records.wants("duration_band") else table
    return table.mutate(id=table.child)


def _spells(records: Records) -> ir.Table:
    """Episodes of need with their months, in the child's order (`place`): what is no further action comes last."""
    table = episodes_of_need(records).rename(referral="id", started_on="referred_on", ended_on="closed_on")
    table = in_months(records, table.filter(table.started_on.notnull()))
    said = {"primary_need": ("primary_need", "need"), "team_id": ("team", "service")}
    told = [name for name, columns in said.items() if records.wants(*columns)]  # who asks for neither needs neither
    order = ["is_no_further_action", "started_on", "referral", "ended_on", *told]
    place = ibis.row_number().over(ibis.window(group_by=CHILD, order_by=order))
    return table.mutate(place=place.cast("int64"), referred_on=table.started_on)


def _lines(records: Records) -> list[ir.Table]:
    """What stands beside an episode of need, one line each."""
    plans = need_plans(records)
    lines: dict[str, Callable[[], ir.Table]] = {
        "is_on_plan": lambda: line(records, plan_spells(records), "is_on_plan"),
        "is_looked_after": lambda: line(records, care_spells(records), "is_looked_after"),
        "has_need_plan": lambda: line(records, plans, "has_need_plan"),
        "has_need_plan_of_6_months": lambda: _fresh(records, plans),
    }
    return [build() for name, build in lines.items() if records.wants(name)]


def _fresh(records: Records, plans: ir.Table) -> ir.Table:
    """Months in which an open plan was begun or reviewed within the six months before."""
    raw = records.table("ext_cin_review")
    raw = raw.filter(present(raw.cin_plan_id) & (raw.review_date <= records.as_at))
    reviews = raw.select("authority", id=raw.cin_plan_id, day=raw.review_date).distinct()
    reviewed = plans.join(reviews, ["authority", "id"]).pipe(plain)
    columns = [*CHILD, "started_on", "ended_on", "day"]
    days = ibis.union(plans.mutate(day=plans.started_on).select(*columns), reviewed.select(*columns))
    begins = month_on(ibis.greatest(days.day, days.started_on), records.as_at)
    stale = month_after(add_months(days.day, 6), records.as_at)
    table = days.select(*CHILD, from_month=begins, to_month=ibis.least(stale, open_end(days.ended_on, records.as_at)))
    return islands(table, CHILD).mutate(has_need_plan_of_6_months=ibis.literal(1, "int64"))


def _with_expected_plans(records: Records, table: ir.Table) -> ir.Table:
    """The month from which the first assessment authorised since the referral lies more than 10 working days back."""
    done = assessments(records)
    done = done.filter(done.authorised_on.notnull()).select(*CHILD, "authorised_on")
    pairs = table.select(*CHILD, "referred_on").distinct().join(done, list(CHILD)).pipe(plain)
    pairs = pairs.filter(pairs.authorised_on >= pairs.referred_on)
    first = pairs.group_by(*CHILD, "referred_on").agg(authorised_on=pairs.authorised_on.min())
    first = records.add_working_days(first, "authorised_on", 11, "expected_on")
    first = first.select(*CHILD, "referred_on", expected_from=open_end(first.expected_on, records.as_at))
    return table.left_join(first, [*CHILD, "referred_on"]).pipe(plain)


def _with_care_leavers(records: Records, table: ir.Table) -> ir.Table:
    """The month from which a child is a care leaver: listed as one, and 16; without a date of birth always."""
    raw = records.table("ssd_care_leavers")
    raw = raw.filter(present(raw.clea_person_id))
    listed = raw.select("authority", child=raw.clea_person_id).distinct()
    who = records.shared("people", people).select(*CHILD, "born_on")
    listed = listed.left_join(who, list(CHILD)).pipe(plain)
    begins = month_on(birthday(listed.born_on, 16), records.as_at)
    listed = listed.select(*CHILD, care_leaver_from=begins.fill_null(0))
    return table.left_join(listed, list(CHILD)).pipe(plain)


def _cut(records: Records, table: ir.Table) -> ir.Table:
    """Rows cut where a length of time is passed, a plan becomes expected, or a child becomes a care leaver or older."""
    table = with_age_marks(records, table)
    as_at, referred = records.as_at, table.referred_on
    passed = {name: month_after(add_months(referred, months), as_at) for name, months in _OVER.items()}
    passed |= {name: month_on(add_months(referred, months), as_at) for name, months in _REACHED.items()}
    banded = _BANDED if records.wants("duration_band") else ()
    passed = {name: month for name, month in passed.items() if name in banded or records.wants(name)}
    marks = {name: column for name, column in _MARKS.items() if records.wants(name)}
    marks |= {name: f"_{name}" for name in passed} | age_marks(records)
    if not marks:
        return table
    return cut_inside(table.mutate(**{f"_{name}": month for name, month in passed.items()}), CHILD, marks)


def _band(table: ir.Table) -> ir.StringValue:
    return ibis.cases(
        (table.reached_24_months == 1, "2y+"),
        (table.reached_12_months == 1, "1-2y"),
        (table.over_6_months == 1, "6m-1y"),
        (table.over_3_months == 1, "3-6m"),
        else_="0-3m",
    )
