"""Child protection plans as both plan views read them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_CHILD = ("authority", "child")


def plans(records: Records) -> ir.Table:
    """Every plan known on the as-at date, with what came before it.

    `authority, child, id, started_on, ended_on, category, is_other_authority, is_continuation` and the flags of an
    earlier plan: before the chain of same-day restarts the plan stands in, and (`..._unmerged`) before itself.
    """
    found = _found(records).cache()
    own = found.filter((found.is_other_authority == 0) & found.started_on.notnull())
    chains = _chains(own).cache()
    merged = _flags(found, chains.select(*_CHILD, day="first_started_on").distinct(), "")
    unmerged = _flags(found, own.select(*_CHILD, day="started_on").distinct(), "_unmerged")
    chains = chains.left_join(merged, [*_CHILD, chains.first_started_on == merged.day])
    chains = chains.pipe(plain).drop("day")
    chains = chains.left_join(unmerged, [*_CHILD, chains.started_on == unmerged.day])
    chains = chains.pipe(plain).drop("day", "first_started_on")
    table = found.left_join(chains, [*_CHILD, "started_on"])
    table = table.pipe(plain)
    table = table.mutate(**{c: table[c].fill_null(0) for c in table.columns if c.startswith(("has_", "is_"))})
    return table.mutate(is_continuation=ibis.cases((table.is_other_authority == 1, 0), else_=table.is_continuation))


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_cp_plans")
    raw = raw.filter(
        present(raw.cppl_person_id)
        & (raw.cppl_cp_plan_start_date.isnull() | (raw.cppl_cp_plan_start_date <= records.as_at))
    )
    ended = records.known(raw.cppl_cp_plan_end_date)
    return raw.select(
        authority=raw.authority,
        child=raw.cppl_person_id,
        id=raw.cppl_cp_plan_id,
        started_on=raw.cppl_cp_plan_start_date,
        ended_on=ended,
        category=ibis.coalesce(raw.cppl_cp_plan_latest_category, raw.cppl_cp_plan_initial_category),
        is_other_authority=is_yes(raw.cppl_cp_plan_ola.fill_null("")),
    )


def _chains(own: ir.Table) -> ir.Table:
    """For each child and start: whether the plan continues another that ended on the day (N15), and the chain's start.

    A plan continues one that had started before it; chains are followed back through four restarts.
    """
    starts = own.select(*_CHILD, "started_on").distinct()
    ended = own.filter(own.ended_on.notnull() & (own.started_on < own.ended_on))
    before = ended.group_by(*_CHILD, day=ended.ended_on).agg(began=ended.started_on.min()).cache()
    table = _step_back(starts.mutate(first_started_on=starts.started_on), before)
    table = table.mutate(is_continuation=as_flag(table.first_started_on < table.started_on))
    for _ in range(3):
        table = _step_back(table, before)
    return table


def _step_back(table: ir.Table, before: ir.Table) -> ir.Table:
    joined = table.left_join(before, [*_CHILD, table.first_started_on == before.day])
    joined = joined.mutate(first_started_on=ibis.coalesce(joined.began, joined.first_started_on))
    return joined.pipe(plain).drop("day", "began")


def _flags(found: ir.Table, days: ir.Table, suffix: str) -> ir.Table:
    """For each child and day: whether an own plan began before it, and one that was open in the 24 months before."""
    ours = found.filter(found.is_other_authority == 0).select(*_CHILD, began="started_on", ended="ended_on")
    pairs = days.join(ours, list(_CHILD))
    earlier = (pairs.began < pairs.day) | (pairs.began.isnull() & (pairs.ended <= pairs.day))
    pairs = pairs.filter(earlier.fill_null(False))
    recent = pairs.ended.isnull() | (pairs.ended >= add_months(pairs.day, -24))
    return pairs.group_by(*_CHILD, "day").agg(
        **{
            f"has_earlier_plan{suffix}": as_flag(pairs.day.notnull()).max(),
            f"has_earlier_plan_within_24_months{suffix}": as_flag(recent).max(),
        }
    )
