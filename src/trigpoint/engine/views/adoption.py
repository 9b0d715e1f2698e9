"""Builds `cases.Adoption`."""

import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, periods
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain, present


def build(records: Records) -> ir.Table:
    """One row per adoption order."""
    table = _orders(records)
    spells = records.shared("periods", periods).select(*CHILD, "entered_on")
    days = table.select(*CHILD, "ordered_on").distinct()
    pairs = days.join(spells, list(CHILD))
    pairs = pairs.filter(pairs.entered_on <= pairs.ordered_on)
    latest = pairs.group_by(*CHILD, "ordered_on").agg(entered_on=pairs.entered_on.max())
    table = table.left_join(latest, [*CHILD, "ordered_on"])
    table = table.pipe(plain)
    table = table.mutate(
        days_from_entry_to_placement=table.placed_on.delta(table.entered_on, unit="day").cast("int64"),
        is_placed_before_entry=as_flag(table.placed_on < table.entered_on),
    )
    return with_person(records, table, "ordered_on")


def _orders(records: Records) -> ir.Table:
    """N26: an adoption is an order whose type says so; cease codes are not used."""
    raw = records.table("ssd_permanence")
    raw = raw.filter(
        present(raw.perm_person_id)
        & raw.perm_permanence_order_type.lower().contains("adopt")
        & (raw.perm_permanence_order_date <= records.as_at)
    )
    return raw.select(
        authority=raw.authority,
        child=raw.perm_person_id,
        id=raw.perm_table_id,
        ordered_on=raw.perm_permanence_order_date,
        placed_on=records.known(raw.perm_placed_for_adoption_date),
    )
