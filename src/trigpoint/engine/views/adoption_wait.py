"""Builds `cases.AdoptionWait`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, periods
from trigpoint.engine.look_back import lasted_days
from trigpoint.engine.months import FAR, add_months, month_of, month_on, open_end
from trigpoint.engine.people import with_person
from trigpoint.engine.permanence import permanence, with_entry
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.states import cut

_LIMITS = {14: 426, 16: 487, 18: 547, 20: 608}
"""Months, and the days that the scorecard takes for them."""


def build(records: Records) -> ir.Table:
    """One row per child who waits or was adopted, cut where a wait grows too long or an order leaves a period."""
    known = permanence(records).cache()
    table = ibis.union(_waits(records, known), _adopted(records, known))
    overs = _overs(records, table)
    past = {
        "_past_month": (table.ordered_month + 1),
        "_past_3_months": (table.ordered_month + 3),
        "_past_12_months": (table.ordered_month + 12),
        "_past_april": (table.ordered_month - (table.ordered_month - 3) % 12 + 12),
    }
    begins = past | overs
    if records.wants("has_placement_order"):
        begins["has_placement_order"] = month_on(table.placement_order_on, records.as_at)
    flags = {name: f"{name}_from" for name in begins}
    table = cut(table.mutate(**{f"{name}_from": month for name, month in begins.items()}), flags)
    names = {
        "adopted_in_month": "_past_month",
        "adopted_in_3_months": "_past_3_months",
        "adopted_in_12_months": "_past_12_months",
        "adopted_since_april": "_past_april",
    }
    nothing = ibis.null("int64")
    table = table.mutate(
        **{name: as_flag((table.is_waiting == 0) & (table[gone] == 0)) for name, gone in names.items()},
        **{name: ibis.cases((table.entered_on.notnull(), table[name]), else_=nothing) for name in overs},
        adopted_in_36_months=1 - table.is_waiting,
        is_placed_before_entry=as_flag(table.placed_on < table.entered_on),
        _day=ibis.coalesce(table.ordered_on, table.decided_on),
    )
    return with_person(records, table, "_day")


def _waits(records: Records, known: ir.Table) -> ir.Table:
    """From the decision until the child is placed, the decision reversed or any order made, in the months in which
    one period of care is the latest begun."""
    table = known.filter(known.decided_on.notnull())
    orders = known.filter((known.is_adoption == 1) & known.ordered_on.notnull())
    pairs = table.select(*CHILD, "decided_on").distinct().join(orders.select(*CHILD, "ordered_on"), list(CHILD))
    pairs = pairs.filter(pairs.ordered_on >= pairs.decided_on)
    adopted = pairs.group_by(*CHILD, "decided_on").agg(adopted_on=pairs.ordered_on.min())
    table = table.left_join(adopted, [*CHILD, "decided_on"]).pipe(plain)
    far = ibis.literal(FAR, "int64")
    ends = [open_end(table[day], records.as_at) for day in ("placed_on", "reversed_on", "ordered_on", "adopted_on")]
    table = table.mutate(from_month=month_on(table.decided_on, records.as_at), to_month=ibis.least(*ends))
    table = table.drop("adopted_on").left_join(_entries(records), list(CHILD)).pipe(plain)
    table = table.mutate(
        from_month=ibis.greatest(table.from_month, table.entry_from.fill_null(0)),
        to_month=ibis.least(table.to_month, table.entry_to.fill_null(far)),
    )
    table = table.filter(table.from_month < table.to_month)
    nothing = ibis.null("date")
    table = table.mutate(placed_on=nothing, ordered_on=nothing)
    return _columns(table, is_waiting=1)


def _entries(records: Records) -> ir.Table:
    """Of each child ever in care, the months in which each period of care, or none yet, is the latest begun."""
    spells = records.shared("periods", periods)
    begins = spells.select(*CHILD, "entered_on", entry_from=month_on(spells.entered_on, records.as_at))
    line = ibis.window(group_by=CHILD, order_by=["entry_from", "entered_on"])
    far = ibis.literal(FAR, "int64")
    begun = begins.mutate(entry_to=begins.entry_from.lead().over(line).fill_null(far))
    first = begins.group_by(*CHILD).agg(entry_to=begins.entry_from.min())
    before = first.select(
        *CHILD, entered_on=ibis.null("date"), entry_from=ibis.literal(0, "int64"), entry_to=first.entry_to
    )
    return ibis.union(begun.select(*before.columns), before)


def _adopted(records: Records, known: ir.Table) -> ir.Table:
    """The 36 months from an adoption order on."""
    table = known.filter((known.is_adoption == 1) & known.ordered_on.notnull())
    table = with_entry(records, table, "ordered_on")
    month = month_of(table.ordered_on)
    return _columns(table.mutate(from_month=month, to_month=month + 36), is_waiting=0)


def _columns(table: ir.Table, *, is_waiting: int) -> ir.Table:
    kept = ("id", "decided_on", "entered_on", "placed_on", "ordered_on", "placement_order_on")
    return table.select(
        *CHILD,
        *kept,
        "from_month",
        "to_month",
        ordered_month=month_of(table.ordered_on),
        is_waiting=ibis.literal(is_waiting, "int64"),
    )


def _overs(records: Records, table: ir.Table) -> dict[str, ir.IntegerValue]:
    """The month from which the time from entering care is over each limit: for a child who was placed before it
    never, for one placed later always, for one who waits the month of its last day."""
    found: dict[str, ir.DateValue] = {"is_over_14_months": add_months(table.entered_on, 14)}
    if records.extras:
        found |= {f"is_over_{n}_months": add_months(table.entered_on, n) for n in _LIMITS}
        found |= {f"is_over_{n}_months_as_days": lasted_days(table.entered_on, d) for n, d in _LIMITS.items()}
    never, ever = ibis.literal(FAR, "int64"), ibis.literal(0, "int64")
    return {
        name: ibis.cases(
            (table.is_waiting == 1, month_on(limit, records.as_at)), (table.placed_on < limit, never), else_=ever
        )
        for name, limit in found.items()
    }
