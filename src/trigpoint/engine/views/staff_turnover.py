"""Builds `cases.StaffTurnover`."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import FAR, month_of
from trigpoint.engine.posts import PERMANENT, posts
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.states import islands, running

_STAFF = ("authority", "person", "role")
_SIZES = ("in_post_fte", "left_fte")
_FIGURES = (*_SIZES, "left_people", "people_at_both_ends", "without_size")


def build(records: Records) -> ir.Table:
    """One row per permanent worker and role and the months in which the figures stayed the same."""
    table = records.shared("posts", posts)
    table = table.filter(table.filled_by == PERMANENT)
    spells = table.filter(table.from_month < table.to_month)
    left = _left(records, table).cache()
    times = left.select(*_STAFF, "ended_on").distinct()
    here = islands(spells, _STAFF)
    year_later = here.mutate(
        from_month=here.from_month + 12,
        to_month=ibis.cases((here.to_month >= FAR, ibis.literal(FAR, "int64")), else_=here.to_month + 12),
    )
    one = ibis.literal(1, "int64")
    changes = [
        *_steps(spells, {"in_post_fte": spells.fte.fill_null(0), "without_size": as_flag(spells.fte.isnull())}),
        *_steps(_in_year(left), {"left_fte": left.fte.fill_null(0), "without_size": as_flag(left.fte.isnull())}),
        *_steps(_in_year(times), {"left_people": one}),
        *_steps(here, {"people_at_both_ends": one}),
        *_steps(year_later, {"people_at_both_ends": one}),
    ]
    line = running(ibis.union(*changes), _STAFF, _FIGURES)
    line = line.filter(ibis.or_(*(line[name] > 0 for name in _FIGURES)))
    sizes = {name: ibis.cases((line.without_size == 0, line[name]), else_=ibis.null("int64")) for name in _SIZES}
    return line.mutate(id=line.person, child=ibis.null("int64"), **sizes)


def _left(records: Records, table: ir.Table) -> ir.Table:
    """Spells that ended, unless the worker has another permanent post open on the next working day.

    Where no worker is named the post stands for one: it has not been left while it goes on.
    """
    table = table.mutate(is_named=as_flag(table.worker.notnull()))
    ended = table.filter(table.ended_on > table.started_on).select(*_STAFF, "row", "is_named", "fte", "ended_on")
    ended = records.add_working_days(ended, "ended_on", 1, "next_on").cache()
    other = table.select("authority", "person", "is_named", "started_on", until="ended_on")
    pairs = ended.join(other, ["authority", "person", "is_named"]).pipe(plain)
    goes_on = (pairs.started_on <= pairs.next_on) & (pairs.until.isnull() | (pairs.until > pairs.ended_on))
    staying = pairs.filter(goes_on).select("authority", "row").distinct()
    return ended.anti_join(staying, ["authority", "row"])


def _in_year(table: ir.Table) -> ir.Table:
    month = month_of(table.ended_on)
    return table.mutate(from_month=month, to_month=month + 12)


def _steps(spells: ir.Table, amounts: Mapping[str, ir.Value]) -> list[ir.Table]:
    """What rises in the month a spell begins and falls in the month it ends."""
    zero = ibis.literal(0, "int64")
    rises = {name: amounts.get(name, zero) for name in _FIGURES}
    falls = {name: -rises[name] if name in amounts else zero for name in _FIGURES}
    return [
        spells.select(*_STAFF, month="from_month", **rises),
        spells.select(*_STAFF, month="to_month", **falls),
    ]
