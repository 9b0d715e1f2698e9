"""Builds `cases.MissingEpisode`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, is_uasc_on
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.missing import missing
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain, present


def build(records: Records) -> ir.Table:
    """One row per episode recorded."""
    table = records.shared("missing", missing)
    table = records.add_working_days(table, "returned_on", 3, "limit_on")
    table = table.left_join(_deaths(records), list(CHILD)).pipe(plain)
    not_offered = table.is_accepted.isnull() & (table.is_offered == 0).fill_null(False)
    table = table.mutate(
        is_accepted=ibis.cases((not_offered, 0), else_=table.is_accepted).cast("int64"),
        limit_72_hours_on=_days_later(table.returned_on, 3),
        is_completed=as_flag(table.completed_on.notnull()),
        is_shared_completed=as_flag(table.shared_completed_at.notnull()),
        shared_completed_on=table.shared_completed_at.cast("date"),
        is_in_72_hours=_in_72_hours(table, table.completed_at),
        is_shared_in_72_hours=_in_72_hours(table, table.shared_completed_at),
    )
    if not records.extras:
        return table
    table = is_uasc_on(records, table, (*CHILD, "id", "ended_on"), "ended_on", "is_uasc")
    return with_team_on(records, with_person(records, table, "started_on"), "started_on")


def _in_72_hours(table: ir.Table, completed: ir.TimestampValue) -> ir.IntegerValue:
    """By the clock; without the time of the return, by the 3rd day after it."""
    days = completed.cast("date").delta(table.returned_on, unit="day")
    on_third = (days == 3) & (table.returned_at.isnull() | (_seconds(completed) <= _seconds(table.returned_at)))
    return as_flag((days < 3) | on_third)


def _days_later(day: ir.DateValue, days: int) -> ir.DateValue:
    """A day that is stored as one: DuckDB makes a day and an interval a moment, and Ibis takes that for a day."""
    return (day + ibis.interval(days=days)).cast("timestamp").cast("date")


def _seconds(moment: ir.TimestampValue) -> ir.IntegerValue:
    return moment.hour() * 3600 + moment.minute() * 60 + moment.second()


def _deaths(records: Records) -> ir.Table:
    raw = records.table("ssd_person")
    raw = raw.filter(present(raw.pers_person_id))
    return raw.group_by(authority=raw.authority, child=raw.pers_person_id).agg(
        died_on=records.known(raw.pers_death_date).min()
    )
