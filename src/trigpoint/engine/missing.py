"""Missing episodes as both views read them, each with the return interview after it (definitions 40, settled N29)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, kept
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_KIND = (*CHILD, "kind")


def missing(records: Records) -> ir.Table:
    """Every episode known on the as-at date: `authority, child, id, kind, started_on, ended_on`, its interview
    (`returned_at, returned_on, completed_at, completed_on, is_refused`) and what it has to do with the others."""
    table = _with_interview(records, _found(records))
    table = _with_chain(_with_merge(table))
    return _with_care(records, table)


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_missing")
    start = raw.miss_missing_episode_start_date
    raw = raw.filter(present(raw.miss_person_id) & (start.isnull() | (start <= records.as_at)))
    return raw.select(
        authority=raw.authority,
        child=raw.miss_person_id,
        id=raw.miss_table_id,
        kind=raw.miss_missing_episode_type.strip().nullif(""),
        started_on=raw.miss_missing_episode_start_date,
        ended_on=records.known(raw.miss_missing_episode_end_date),
        is_offered=_said(raw.miss_missing_rhi_offered),
        is_accepted=_said(raw.miss_missing_rhi_accepted),
    )


def _said(flag: ir.StringValue) -> ir.IntegerValue:
    """1 or 0; nothing when nothing is recorded."""
    return ibis.cases((present(flag), is_yes(flag)), else_=ibis.null("int64"))


def _with_interview(records: Records, table: ir.Table) -> ir.Table:
    raw = records.table("ext_return_interview")
    returned, completed = raw.returned_at.cast("date"), raw.completed_at.cast("date")
    nothing = ibis.null("timestamp")
    known = raw.select(
        authority=raw.authority,
        id=raw.missing_table_id,
        refused=raw.refused,
        returned_at=ibis.cases((returned <= records.as_at, raw.returned_at.cast("timestamp")), else_=nothing),
        completed_at=ibis.cases((completed <= records.as_at, raw.completed_at.cast("timestamp")), else_=nothing),
    )
    one = known.group_by("authority", "id").agg(
        returned_at=known.returned_at.min(),
        completed_at=known.completed_at.min(),
        refused=known.refused.strip().nullif("").min(),
    )
    table = table.left_join(one, ["authority", "id"]).pipe(plain)
    return table.mutate(
        returned_on=ibis.coalesce(table.returned_at.cast("date"), table.ended_on),
        completed_on=table.completed_at.cast("date"),
        is_refused=is_yes(table.refused.fill_null("")),
    ).drop("refused")


def _order(table: ir.Table) -> list[ir.Value]:
    """In order of start; of episodes that start together the longest first."""
    return [table.started_on.isnull(), table.started_on, ibis.desc(_end(table)), table.id]


def _end(table: ir.Table) -> ir.DateValue:
    return table.ended_on.fill_null(ibis.date("9999-12-31"))


def _reach(table: ir.Table, keys: tuple[str, ...]) -> ir.DateValue:
    """The latest end of the episodes before."""
    return _end(table).max().over(ibis.window(group_by=keys, order_by=_order(table), preceding=(None, 1)))


def _with_merge(table: ir.Table) -> ir.Table:
    return table.mutate(
        is_continuation=as_flag(table.started_on < _reach(table, _KIND)),
        is_continuation_of_any=as_flag(table.started_on < _reach(table, CHILD)),
        is_ended_before_start=as_flag(table.ended_on < table.started_on),
    )


def _with_chain(table: ir.Table) -> ir.Table:
    """What episodes at most a day apart share: the last return of them, and the first interview completed."""
    day_before = (table.started_on - ibis.interval(days=1)).cast("date")
    goes_on = (day_before <= _reach(table, _KIND)).fill_null(False)
    so_far = ibis.window(group_by=_KIND, order_by=_order(table), preceding=(None, 0))
    table = table.mutate(_begins=1 - as_flag(goes_on))
    table = table.mutate(_chain=table["_begins"].sum().over(so_far))
    chain = (*_KIND, "_chain")
    whole = ibis.window(group_by=chain)
    last = ibis.window(group_by=chain, order_by=[ibis.desc(_end(table)), ibis.desc("started_on"), ibis.desc("id")])
    return table.mutate(
        is_last_return=as_flag(ibis.row_number().over(last) == 0),
        first_returned_on=table.returned_on.min().over(whole),
        shared_completed_at=table.completed_at.min().over(whole),
    ).drop("_begins", "_chain")


def _with_care(records: Records, table: ir.Table) -> ir.Table:
    """Whether the child was looked after on the day the episode began; nothing without a start."""
    spells = records.shared("kept", kept).select(*CHILD, "ended_on", began="started_on")
    days = table.filter(table.started_on.notnull()).select(*CHILD, "started_on").distinct()
    pairs = days.join(spells, list(CHILD)).pipe(plain)
    inside = (pairs.began <= pairs.started_on) & (pairs.ended_on.isnull() | (pairs.ended_on > pairs.started_on))
    hits = pairs.filter(inside).select(*CHILD, "started_on").distinct()
    table = table.left_join(hits.mutate(_in_care=ibis.literal(1, "int64")), [*CHILD, "started_on"]).pipe(plain)
    in_care = ibis.cases((table.started_on.isnull(), ibis.null("int64")), else_=table["_in_care"].fill_null(0))
    return table.mutate(is_looked_after=in_care.cast("int64")).drop("_in_care")
