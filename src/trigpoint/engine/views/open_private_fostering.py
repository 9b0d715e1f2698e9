"""Builds `cases.OpenPrivateFostering`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import FAR, add_months, month_after, month_of, month_on, open_end
from trigpoint.engine.records import Records, plain
from trigpoint.engine.spells import SPELL, numbered, with_lines
from trigpoint.engine.states import cut
from trigpoint.engine.views.private_fostering import arrangements
from trigpoint.engine.visits import days_after, gaps


def build(records: Records) -> ir.Table:
    """One row per arrangement and the months in which it stayed as it was, to the end of the quarter it ended in."""
    table = _spells(records).cache()
    late = _late(records, table)
    table = with_lines(records, table, team=False).left_join(late, list(SPELL)).pipe(plain)
    return cut(table, {"is_ended": "ended_from", "is_visit_late": "late_from"})


def _spells(records: Records) -> ir.Table:
    table = numbered(arrangements(records), ["aware_on", "ended_on", "id"])
    last = month_of((table.ended_on - ibis.interval(days=1)).cast("date"))
    quarter_end = (last - last % 3 + 3).cast("int64")  # January is a year's month 0, so quarters end as the year's do
    table = table.filter(table.ended_on.isnull() | (table.ended_on > table.aware_on))
    return table.mutate(
        from_month=month_on(table.aware_on, records.as_at),
        to_month=ibis.cases((table.ended_on.isnull(), ibis.literal(FAR, "int64")), else_=quarter_end),
        ended_from=open_end(table.ended_on, records.as_at),
    )


def _late(records: Records, table: ir.Table) -> ir.Table:
    """The first month in which a gap had run too long: six weeks in the first year, then twelve (N33).

    The gap that runs to the date or to the end counts; what was once late stays so.
    """
    raw = records.table("ext_private_fostering_visit")
    visits = raw.filter(raw.visit_date <= records.as_at)
    visits = visits.select(authority=visits.authority, id=visits.arrangement_id, visited_on=visits.visit_date)
    spells = table.rename(started_on="aware_on")
    found = gaps(spells, visits, [*SPELL, "id"], ["authority", "id"])
    is_first_year = found.began_on < add_months(found.started_on, 12)
    limit_on = ibis.cases((is_first_year, days_after(found.began_on, 42)), else_=days_after(found.began_on, 84))
    found = found.mutate(limit_on=limit_on)
    missed = found.limit_on < found.visited_on.fill_null(ibis.date("9999-12-31"))
    found = found.filter(missed & (found.ended_on.isnull() | (found.limit_on < found.ended_on)))
    first = found.group_by(*SPELL).agg(limit_on=found.limit_on.min())
    return first.select(*SPELL, late_from=month_after(first.limit_on, records.as_at))
