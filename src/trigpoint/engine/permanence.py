"""Permanence records: decisions, matches, placements and orders, and the period of care each belongs to (N26)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, periods
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present


def permanence(records: Records) -> ir.Table:
    """Every permanence record with its days as known on the as-at date.

    `authority, child, id, decided_on, reversed_on, reversal_reason, placement_order_on, matched_on, placed_on,
    is_by_carer, moved_in_on, ordered_on` (of whatever order), `is_adoption` (1 when the order's type says so).
    """
    raw = records.table("ssd_permanence")
    raw = raw.filter(present(raw.perm_person_id))
    known = records.known
    table = raw.select(
        authority=raw.authority,
        child=raw.perm_person_id,
        id=raw.perm_table_id,
        decided_on=known(raw.perm_adm_decision_date),
        reversed_on=known(raw.perm_decision_reversed_date),
        reversal_reason=raw.perm_decision_reversed_reason.strip().nullif(""),
        placement_order_on=known(raw.perm_placement_order_date),
        matched_on=known(raw.perm_matched_date),
        placed_on=known(raw.perm_placed_for_adoption_date),
        is_by_carer=is_yes(raw.perm_adopted_by_carer_flag),
        moved_in_on=known(raw.perm_placed_foster_carer_date),
        ordered_on=known(raw.perm_permanence_order_date),
        is_adoption=as_flag(raw.perm_permanence_order_type.lower().contains("adopt")),
    )
    first = _placement_orders(records)
    table = table.left_join(first, list(CHILD)).pipe(plain)
    return table.mutate(placement_order_on=ibis.coalesce(table.placement_order_on, table.first_order_on)).drop(
        "first_order_on"
    )


def _placement_orders(records: Records) -> ir.Table:
    """The first placement or freeing order among a child's legal statuses."""
    raw = records.table("ssd_legal_status")
    raw = raw.filter(
        present(raw.lega_person_id)
        & raw.lega_legal_status.strip().isin(("E1", "D1"))
        & (raw.lega_legal_status_start_date <= records.as_at)
    )
    return raw.group_by(authority=raw.authority, child=raw.lega_person_id).agg(
        first_order_on=raw.lega_legal_status_start_date.min()
    )


def with_entry(records: Records, table: ir.Table, day: str) -> ir.Table:
    """The table with `entered_on`: when the latest period of care begun on or before a day column began."""
    spells = records.shared("periods", periods).select(*CHILD, "entered_on")
    days = table.filter(table[day].notnull()).select(*CHILD, day).distinct()
    pairs = days.join(spells, list(CHILD))
    pairs = pairs.filter(pairs.entered_on <= pairs[day])
    latest = pairs.group_by(*CHILD, day).agg(entered_on=pairs.entered_on.max())
    return table.left_join(latest, [*CHILD, day]).pipe(plain)
