"""How long a looked-after child has been in care and with the present carer (definition 19, settled N12)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, kept, periods
from trigpoint.engine.look_back import lasted, lasted_days
from trigpoint.engine.months import month_on
from trigpoint.engine.placements import carers, grouped, runs
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import cut, timeline

ADOPTIVE = ("A3", "A4", "A5", "A6")
_EPISODE = (*CHILD, "place")


def stability_line(records: Records) -> ir.Table:
    """Months in which the child has been in care for 30 months, and settled for 24, as a line keyed by child.

    Those wanted of the flags `in_care_30_months, settled_24_months, in_care_over_911_days, settled_over_729_days`.
    """
    current = _current(records).join(_since(records), list(_EPISODE)).pipe(plain)
    days = {
        "in_care_30_months": lasted(current.entered_on, 30),
        "settled_24_months": lasted(current.settled_on, 24),
        "in_care_over_911_days": lasted_days(current.entered_on, 911),
        "settled_over_729_days": lasted_days(current.settled_on, 729),
    }
    wanted = [name for name in days if records.wants(name)]
    table = current.mutate(**{f"_{name}": month_on(days[name], records.as_at) for name in wanted})
    return cut(table, {name: f"_{name}" for name in wanted}).select(*CHILD, "from_month", "to_month", *wanted)


def _current(records: Records) -> ir.Table:
    """A line per child: the kept episode that stands at each month's end, the latest begun of several."""
    table = records.shared("kept", kept)
    spells = table.filter(table.from_month < table.to_month)
    spells = spells.select(*PERIOD, "place", "from_month", "to_month", "started_on", "id")
    best = [ibis.desc("started_on"), ibis.desc("id"), ibis.desc("place")]
    line = timeline(spells, CHILD, best, ["place", "period"])
    entered = records.shared("periods", periods).select(*PERIOD, "entered_on")
    return line.left_join(entered, list(PERIOD)).pipe(plain).drop("period")


def _since(records: Records) -> ir.Table:
    """Of each kept episode the day since which the child is settled: `authority, child, place, settled_on`.

    That is the first day with the present carer; for a child placed for adoption with a new carer the first day with
    the one before. A stay that is no placement leaves the child with the carer underneath, if any.
    """
    table, whose = _on_carers(records), _carers(records)
    under = table.select(*CHILD, base="place", base_type="type", base_stay="stay", carer="carer")
    table = table.drop("carer").left_join(under, [*CHILD, "base"]).pipe(plain)
    table = table.left_join(whose, [*CHILD, "carer"]).pipe(plain)
    stands = (table.base_stay == table.stay).fill_null(False)
    adoptive = stands & table.base_type.isin(ADOPTIVE).fill_null(False)
    settled = ibis.cases(
        (adoptive & table.before_began.notnull(), table.before_began),
        (stands, table.carer_began),
        else_=table.run_began,
    )
    return table.select(*_EPISODE, settled_on=settled)


def _on_carers(records: Records) -> ir.Table:
    """Kept episodes with their run, its first day, their carer (none for a stay that is no placement), and `base`,
    the place of the last episode up to this one that stands with a carer."""
    table = records.shared("runs", grouped).select(*_EPISODE, "run", "type", "stay")
    starts = records.shared("run_ends", runs).select(*CHILD, "run", run_began="began")
    table = table.left_join(carers(records, count_temporary=False), [*CHILD, "run"]).pipe(plain)
    table = table.left_join(starts, [*CHILD, "run"]).pipe(plain)
    so_far = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 0))
    own = ibis.cases((table.carer.notnull(), table.place))
    return table.mutate(base=own.max().over(so_far).cast("int64")).cache()


def _carers(records: Records) -> ir.Table:
    """Carer-placements: `carer_began`, and `before_began` where the child came to adopters straight from another."""
    ends = records.shared("run_ends", runs)
    ends = ends.join(carers(records, count_temporary=False), [*CHILD, "run"]).pipe(plain)
    line = ibis.window(group_by=[*CHILD, "carer"], order_by="run")
    back = ibis.window(group_by=[*CHILD, "carer"], order_by=ibis.desc("run"))
    ends = ends.mutate(_first=ibis.row_number().over(line) == 0, _last=ibis.row_number().over(back) == 0)
    whole = ends.group_by(*CHILD, "carer").agg(
        carer_began=ends.began.min(),
        first_type=ends.first_type.max(where=ends["_first"]),
        first_stay=ends.first_stay.max(where=ends["_first"]),
        last_stay=ends.last_stay.max(where=ends["_last"]),
    )
    along = ibis.window(group_by=CHILD, order_by="carer")
    straight = whole.last_stay.lag().over(along) == whole.first_stay
    to_adopters = (straight & whole.first_type.isin(ADOPTIVE)).fill_null(False)
    before = ibis.cases((to_adopters, whole.carer_began.lag().over(along)))
    return whole.select(*CHILD, "carer", "carer_began", before_began=before)
