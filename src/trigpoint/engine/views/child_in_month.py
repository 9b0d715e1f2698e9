"""Builds `cases.ChildInMonth`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import FAR, month_of
from trigpoint.engine.people import with_person
from trigpoint.engine.plan_visits import seen_visits
from trigpoint.engine.plans import plans
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.spells import SPELL, month_by_month, numbered

_CHILD = ("authority", "child")


def build(records: Records) -> ir.Table:
    """One row per unbroken time on plans and month."""
    spells = _unbroken(records)
    last = month_of((spells.ended_on - ibis.interval(days=1)).cast("date"))
    spells = spells.mutate(
        id=spells.child,
        from_month=month_of(spells.started_on),
        to_month=ibis.cases((spells.ended_on.isnull(), ibis.literal(FAR, "int64")), else_=(last + 1).cast("int64")),
    ).cache()
    table = month_by_month(records, spells)
    table = table.left_join(_visited(records, spells), [*SPELL, "from_month"]).pipe(plain)
    in_first = (table.from_month == month_of(table.started_on)) & (table.started_on.day() > 1)
    table = table.mutate(
        is_started=as_flag(in_first),
        is_ended=as_flag((table.ended_on <= table.at_on).fill_null(False)),
        is_visited=table.is_visited.fill_null(0),
    )
    return with_team_on(records, with_person(records, table, "at_on"), "at_on")


def _unbroken(records: Records) -> ir.Table:
    """Times on our own plans, one after another where none ended before the next began."""
    table = records.shared("plans", plans)
    table = table.filter((table.is_other_authority == 0) & table.started_on.notnull())
    far = ibis.date("9999-12-31")
    table = table.select(*_CHILD, "started_on", end=table.ended_on.fill_null(far)).distinct()
    table = table.filter(table.end > table.started_on)
    earlier = ibis.window(group_by=_CHILD, order_by=["started_on", "end"], preceding=(None, 1))
    table = table.mutate(_reach=table.end.max().over(earlier))
    begins = ibis.cases((table["_reach"].isnull() | (table.started_on > table["_reach"]), 1), else_=0)
    so_far = ibis.window(group_by=_CHILD, order_by=["started_on", "end"], preceding=(None, 0))
    table = table.mutate(_place=begins.cast("int64").sum().over(so_far))
    table = table.group_by(*_CHILD, "_place").agg(started_on=table.started_on.min(), ended_on=table.end.max())
    table = table.mutate(ended_on=table.ended_on.nullif(far)).drop("_place")
    return numbered(table, ["started_on"])


def _visited(records: Records, spells: ir.Table) -> ir.Table:
    """Months in which the child was visited and seen while on a plan."""
    pairs = spells.select(*SPELL, "started_on", "ended_on").join(seen_visits(records), list(_CHILD))
    inside = (pairs.visited_on >= pairs.started_on) & (pairs.ended_on.isnull() | (pairs.visited_on < pairs.ended_on))
    months = pairs.filter(inside).select(*SPELL, from_month=month_of(pairs.visited_on)).distinct()
    return months.mutate(is_visited=ibis.literal(1, "int64"))
