"""Builds `cases.VisitedChild`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.care_visits import ADOPTIVE, PARENTS, SPOT, homes, spots, visit_gaps
from trigpoint.engine.looked_after import looked_after
from trigpoint.engine.months import month_on
from trigpoint.engine.records import Records, as_flag
from trigpoint.engine.states import islands, timeline
from trigpoint.engine.together import overlay
from trigpoint.engine.visits import days_after, late


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    current = _current(records).cache()
    kinds = current.select(
        *CHILD,
        "from_month",
        "to_month",
        is_adoptive=as_flag(current.kind.isin(ADOPTIVE)),
        is_with_parents=as_flag(current.kind == PARENTS),
    )
    table = looked_after(records, [kinds, _visit_line(records, current)])
    flags = {name: table[name].fill_null(0) for name in ("is_adoptive", "is_with_parents", "is_under_a_week")}
    return table.mutate(
        **flags,
        every_visit_on_time=1 - table.late_ever.fill_null(0),
        latest_visit_on_time=1 - table.late_now.fill_null(0),
    )


def _current(records: Records) -> ir.Table:
    """A line per child: where it lives at each month's end, by the kept episode begun last."""
    table = records.shared("homes", homes)
    spells = table.filter(table.from_month < table.to_month)
    best = [ibis.desc("started_on"), ibis.desc("id"), ibis.desc("place")]
    return timeline(spells, CHILD, best, ["spot", "kind"])


def _visit_line(records: Records, current: ir.Table) -> ir.Table:
    """In the months with each carer: late visits, and whether it is the first week."""
    now, ever = late(records.shared("care_visit_gaps", visit_gaps), SPOT, records.as_at)
    begun = records.shared("spots", spots)
    week = begun.select(
        *SPOT,
        from_month=month_on(begun.started_on, records.as_at),
        to_month=month_on(days_after(begun.started_on, 7), records.as_at),
    )
    one = ibis.literal(1, "int64")
    lines = [
        ever.mutate(late_ever=one),
        now.mutate(late_now=one),
        week.filter(week.from_month < week.to_month).mutate(is_under_a_week=one),
    ]
    return overlay(islands(current, SPOT), lines, SPOT).drop("spot")
