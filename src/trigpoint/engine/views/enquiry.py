"""Builds `cases.Enquiry`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain, present

_ENQUIRY = ("authority", "id")


def build(records: Records) -> ir.Table:
    """One row per section 47 enquiry about a child."""
    table = _with_seen(records, _with_conference(records, _found(records)))
    next_day = (table.started_on + ibis.interval(days=1)).cast("date")
    in_time = ibis.cases((table.is_timed == 1, table.is_within_24_hours == 1), else_=table.first_seen_on <= next_day)
    table = table.mutate(
        next_day_on=next_day,
        seen_within_24_hours_on=ibis.cases((in_time.fill_null(False), table.first_seen_on), else_=ibis.null("date")),
        is_seen_before_start=as_flag(table.first_seen_on < table.started_on),
        is_ended_before_start=as_flag(table.ended_on < table.started_on),
    )
    table = _with_unborn(records, table)
    return with_team(records, with_person(records, table, "started_on"), "team_id")


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_s47_enquiry")
    raw = raw.filter(
        present(raw.s47e_person_id) & (raw.s47e_s47_start_date.isnull() | (raw.s47e_s47_start_date <= records.as_at))
    )
    return raw.select(
        authority=raw.authority,
        child=raw.s47e_person_id,
        id=raw.s47e_s47_enquiry_id,
        started_on=raw.s47e_s47_start_date,
        ended_on=records.known(raw.s47e_s47_end_date),
        team_id=raw.s47e_s47_completed_by_team,
    )


def _with_conference(records: Records, table: ir.Table) -> ir.Table:
    """Whether a conference linked to the enquiry was held: the last of them tells, for none may come before it."""
    raw = records.table("ssd_initial_cp_conference")
    raw = raw.filter(
        present(raw.icpc_person_id) & present(raw.icpc_s47_enquiry_id) & (raw.icpc_icpc_date <= records.as_at)
    )
    last = raw.group_by(authority=raw.authority, id=raw.icpc_s47_enquiry_id).agg(conference_on=raw.icpc_icpc_date.max())
    table = table.left_join(last, list(_ENQUIRY)).pipe(plain)
    before = as_flag(table.conference_on < table.started_on)
    return table.mutate(
        is_conference_only_before=before, is_conference_held=as_flag(table.conference_on.notnull() & (before == 0))
    )


def _with_seen(records: Records, table: ir.Table) -> ir.Table:
    """When the child was first seen; with a time of day on both sides (`is_timed`) also whether within 24 hours.

    A time of exactly midnight is a day without a time. The enquiry's time is that of the first strategy discussion
    linked to it on the day it started, for the standard dataset has only days.
    """
    seen = records.table("ext_s47_seen")
    seen = seen.filter(present(seen.s47_enquiry_id) & (seen.seen_at.date() <= records.as_at))
    first = seen.group_by(authority=seen.authority, id=seen.s47_enquiry_id).agg(seen_at=seen.seen_at.min())
    table = table.left_join(first, list(_ENQUIRY)).pipe(plain)
    raw = records.table("ext_strategy_discussion")
    raw = raw.filter(present(raw.s47_enquiry_id) & present(raw.person_id))
    held = raw.select(
        authority=raw.authority,
        id=raw.s47_enquiry_id,
        started_on=raw.held_at.date(),
        second=_second(raw.held_at).nullif(0),
    )
    began = held.group_by(*_ENQUIRY, "started_on").agg(second=held.second.min())
    table = table.left_join(began, [*_ENQUIRY, "started_on"]).pipe(plain)
    table = table.mutate(first_seen_on=table.seen_at.date(), seen_second=_second(table.seen_at).nullif(0))
    day_after = (table.started_on + ibis.interval(days=1)).cast("date")
    within = (table.first_seen_on <= table.started_on) | (
        (table.first_seen_on == day_after) & (table.seen_second <= table.second)
    )
    timed = table.second.notnull() & table.seen_second.notnull()
    return table.mutate(is_timed=as_flag(timed), is_within_24_hours=as_flag(within.fill_null(False)))


def _second(time: ir.TimestampValue) -> ir.IntegerValue:
    return time.hour().cast("int64") * 3600 + time.minute().cast("int64") * 60 + time.second().cast("int64")


def _with_unborn(records: Records, table: ir.Table) -> ir.Table:
    """Born later than the start; without a date of birth, expected later than the start."""
    raw = records.table("ssd_person")
    raw = raw.filter(present(raw.pers_person_id))
    born = raw.group_by(authority=raw.authority, child=raw.pers_person_id).agg(
        birth_on=ibis.coalesce(raw.pers_dob.min(), raw.pers_expected_dob.min())
    )
    table = table.left_join(born, ["authority", "child"]).pipe(plain)
    return table.mutate(is_unborn=as_flag(table.birth_on > table.started_on))
