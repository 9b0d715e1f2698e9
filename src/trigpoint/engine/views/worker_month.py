"""Builds `cases.WorkerMonth`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_of
from trigpoint.engine.people import with_team
from trigpoint.engine.posts import AGENCY, PERMANENT, posts
from trigpoint.engine.records import Records, as_flag, plain, present

_WORKER = ("authority", "person")
_MONTH = (*_WORKER, "month")
_SOCIAL_WORKER = "social_worker"
_FRONTLINE = (_SOCIAL_WORKER, "family_support")


def build(records: Records) -> ir.Table:
    """One row per worker and month in post."""
    table = _months(records)
    table = _with_supervision(records, table)
    first_of_14 = (table.month_end - ibis.interval(days=13)).cast("date")
    table = table.mutate(
        id=table.person, child=ibis.null("int64"), is_new_starter=as_flag(table.began_on >= first_of_14)
    )
    return with_team(records, table, "team_id")


def _spells(records: Records) -> ir.Table:
    """Frontline spells, each with its last day in post and the day on which the unbroken time in post began."""
    table = records.shared("posts", posts)
    table = table.filter(table.filled_by.isin((PERMANENT, AGENCY)) & table.role.isin(_FRONTLINE))
    last = (table.ended_on - ibis.interval(days=1)).cast("date").fill_null(ibis.date(records.as_at.isoformat()))
    table = table.mutate(last_on=last)
    table = table.filter(table.started_on <= table.last_on)
    order = ["started_on", "row"]
    before = ibis.window(group_by=_WORKER, order_by=order, preceding=(None, 1))
    reach = (table.last_on.max().over(before) + ibis.interval(days=1)).cast("date")
    table = table.mutate(_begins=1 - as_flag(table.started_on <= reach))
    so_far = ibis.window(group_by=_WORKER, order_by=order, preceding=(None, 0))
    table = table.mutate(_stay=table["_begins"].sum().over(so_far))
    stay = ibis.window(group_by=(*_WORKER, "_stay"))
    return table.mutate(began_on=table.started_on.min().over(stay)).drop("_begins", "_stay")


def _months(records: Records) -> ir.Table:
    table = _spells(records)
    inside = ibis.range(month_of(table.started_on), month_of(table.last_on) + 1)
    table = table.mutate(month=inside.unnest().cast("int64"))
    days = records.calendar
    days = days.filter(days.d <= records.as_at)
    ends = days.group_by(month=month_of(days.d)).agg(month_end=days.d.max())
    table = table.join(ends, "month").pipe(plain)
    return table.group_by(*_MONTH).agg(
        month_end=table.month_end.max(),
        last_on=ibis.least(table.last_on, table.month_end).max(),
        began_on=table.began_on.min(),
        team_id=table.team_id.min(),
        is_social_worker=as_flag(table.role == _SOCIAL_WORKER).max(),
        is_unnamed=as_flag(table.worker.isnull()).max(),
    )


def _with_supervision(records: Records, table: ir.Table) -> ir.Table:
    """Each supervision is held against its own month and the two after it: no interval reaches further back."""
    raw = records.table("ext_supervision")
    raw = raw.filter(present(raw.professional_id) & (raw.held_on <= records.as_at))
    held = raw.select(authority=raw.authority, person=raw.professional_id.strip(), held_on=raw.held_on)
    parts = [
        held.mutate(month=month_of(held.held_on) + later, is_own=ibis.literal(1 - min(later, 1), "int64"))
        for later in range(3)
    ]
    near = ibis.union(*parts)
    pairs = table.select(*_MONTH, "last_on").join(near, list(_MONTH)).pipe(plain)
    days = pairs.last_on.delta(pairs.held_on, unit="day")
    flags = {f"is_supervised_in_{n}_days": as_flag((days >= 0) & (days <= n)).max() for n in (28, 42)}
    found = pairs.group_by(*_MONTH).agg(is_supervised=pairs.is_own.max(), **flags)
    table = table.left_join(found, list(_MONTH)).pipe(plain)
    return table.mutate(**{name: table[name].fill_null(0) for name in ("is_supervised", *flags)})
