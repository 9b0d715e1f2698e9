"""Builds `cases.EarlyHelpIntervention`."""

from datetime import date

import ibis
import ibis.expr.types as ir

from trigpoint.engine.early_help import episodes, with_length
from trigpoint.engine.families import with_family
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_WHOLE = ("authority", "family", "intervention")
_FAR = date(9999, 12, 31)


def build(records: Records) -> ir.Table:
    """One row per intervention that has ended."""
    table = _with_outcome(records, with_family(records, episodes(records)))
    whole_dates = table.started_on.notnull() & (table.ended_before_start == 0)
    joined = _joined(table.filter(whole_dates))
    alone = table.filter(~whole_dates)
    alone = alone.mutate(episodes=ibis.literal(1, "int64")).select(*joined.columns)
    both = with_length(ibis.union(joined, alone))
    return both.filter(both.ended_on.notnull())


def _joined(table: ir.Table) -> ir.Table:
    """Episodes of one family as one: each that begins before those so far have all ended, or on the day the one
    before it began."""
    order = ["started_on", "id", "child"]
    last = ibis.coalesce(table.ended_on, ibis.literal(_FAR))
    line = ibis.window(group_by=["authority", "family"], order_by=order)
    earlier = ibis.window(group_by=["authority", "family"], order_by=order, preceding=(None, 1))
    table = table.mutate(reach=last.max().over(earlier), before_on=table.started_on.lag().over(line))
    goes_on = (table.started_on < table.reach) | (table.started_on == table.before_on)
    table = table.mutate(begins=1 - as_flag(goes_on.fill_null(False)))
    # rows of one id may tie: the one that begins comes first here too
    so_far = ibis.window(group_by=["authority", "family"], order_by=[*order, ibis.desc("begins")], preceding=(None, 0))
    table = table.mutate(
        intervention=table.begins.sum().over(so_far).cast("int64"), still_open=as_flag(table.ended_on.isnull())
    )
    whole = table.group_by(*_WHOLE).agg(
        ended_on=ibis.cases((table.still_open.max() == 0, table.ended_on.max()), else_=ibis.null("date")),
        is_improved=table.is_improved.min(),
        organisation=table.organisation.min(),
        episodes=table.count(),
    )
    first = table.filter(table.begins == 1).select(*_WHOLE, "child", "id", "started_on")
    return first.join(whole, list(_WHOLE)).pipe(plain).drop("family", "intervention")


def _with_outcome(records: Records, table: ir.Table) -> ir.Table:
    """1 when the outcome says improved, 0 when any does not, nothing without one."""
    raw = records.table("ext_family_outcome")
    raw = raw.filter(present(raw.episode_id) & present(raw.improved))
    found = raw.group_by(authority=raw.authority, id=raw.episode_id).agg(is_improved=is_yes(raw.improved).min())
    return table.left_join(found, ["authority", "id"]).pipe(plain)
