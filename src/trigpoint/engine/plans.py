"""Child protection plans as both plan views read them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months, month_on, open_end
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_CHILD = ("authority", "child")


def plans(records: Records) -> ir.Table:
    """Every plan known on the as-at date, with what came before it.

    `authority, child, id, started_on, ended_on, category, initial_category, is_other_authority`; of the chain of
    same-day restarts the plan stands in: `is_continuation`, `is_continued`, `began_on` (its first start); and the
    flags of an earlier plan: before that chain, and (`..._unmerged`) before the plan itself.
    """
    found = _found(records).cache()
    own = found.filter((found.is_other_authority == 0) & found.started_on.notnull())
    chains = _chains(own).cache()
    merged = _flags(found, chains.select(*_CHILD, day="first_started_on").distinct(), "")
    unmerged = _flags(found, own.select(*_CHILD, day="started_on").distinct(), "_unmerged")
    chains = chains.left_join(merged, [*_CHILD, chains.first_started_on == merged.day])
    chains = chains.pipe(plain).drop("day")
    chains = chains.left_join(unmerged, [*_CHILD, chains.started_on == unmerged.day])
    chains = chains.pipe(plain).drop("day").rename(began_on="first_started_on")
    table = found.left_join(chains, [*_CHILD, "started_on"])
    table = table.pipe(plain)
    table = table.left_join(_restarts(own), [*_CHILD, "started_on", "ended_on"]).pipe(plain)
    table = table.mutate(**{c: table[c].fill_null(0) for c in table.columns if c.startswith(("has_", "is_"))})
    theirs = table.is_other_authority == 1
    return table.mutate(
        is_continuation=ibis.cases((theirs, 0), else_=table.is_continuation),
        is_continued=ibis.cases((theirs, 0), else_=table.is_continued),
        began_on=ibis.cases((theirs, table.started_on), else_=table.began_on),
    )


def plan_spells(records: Records) -> ir.Table:
    """Every dated plan with the months at whose end it was open."""
    table = records.shared("plans", plans)
    table = table.filter(table.started_on.notnull())
    table = table.mutate(
        from_month=month_on(table.started_on, records.as_at), to_month=open_end(table.ended_on, records.as_at)
    )
    return table.filter(table.from_month < table.to_month)


def _restarts(own: ir.Table) -> ir.Table:
    """Starts and ends of plans that another continues on the day they ended."""
    starts = own.select(*_CHILD, ended_on="started_on").distinct()
    ended = own.filter(own.started_on < own.ended_on).select(*_CHILD, "started_on", "ended_on").distinct()
    return ended.semi_join(starts, [*_CHILD, "ended_on"]).mutate(is_continued=ibis.literal(1, "int64"))


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
        initial_category=raw.cppl_cp_plan_initial_category,
        is_other_authority=is_yes(raw.cppl_cp_plan_ola.fill_null("")),
    )


def _chains(own: ir.Table) -> ir.Table:
    """For each child and start: whether the plan continues another that ended on the day (N15), and the chain's start.

    A plan continues one that had started before it; chains are followed back through sixteen restarts.
    """
    starts = own.select(*_CHILD, "started_on").distinct().cache()
    ended = own.filter(own.started_on < own.ended_on)
    before = ended.group_by(*_CHILD, day=ended.ended_on).agg(began=ended.started_on.min())
    # only the few days on which a plan restarts: each step back doubles those taken before
    before = before.semi_join(starts.rename(day="started_on"), [*_CHILD, "day"]).cache()
    for _ in range(4):
        further = before.rename(_day="day", _began="began")
        joined = before.left_join(further, [*_CHILD, before.began == further["_day"]])
        before = joined.select(*_CHILD, "day", began=ibis.coalesce(joined["_began"], joined.began)).cache()
    table = starts.left_join(before, [*_CHILD, starts.started_on == before.day]).pipe(plain)
    return table.select(
        *_CHILD,
        "started_on",
        first_started_on=ibis.coalesce(table.began, table.started_on),
        is_continuation=as_flag(table.began.notnull()),
    )


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
