"""Builds `cases.Conference`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.conferences import with_family_group_conference
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present


def build(records: Records) -> ir.Table:
    """One row per child at an initial child protection conference."""
    table = _with_clock(records, _held(records))
    for day in ("held_on", "strategy_discussion_on"):
        table = records.working_day_number(table, day, f"{day}_number")
    table = table.mutate(
        working_days_from_strategy_discussion=table.held_on_number - table.strategy_discussion_on_number,
        is_before_strategy_discussion=as_flag(table.held_on < table.strategy_discussion_on),
    )
    table = with_family_group_conference(records, table, "held_on")
    return with_team(records, with_person(records, table, "held_on"), "team_id")


def _held(records: Records) -> ir.Table:
    raw = records.table("ssd_initial_cp_conference")
    raw = raw.filter(present(raw.icpc_person_id) & (raw.icpc_icpc_date <= records.as_at))
    meeting = ibis.cases((present(raw.icpc_icpc_meeting_id), raw.icpc_icpc_meeting_id), else_=raw.icpc_icpc_id)
    return raw.select(
        authority=raw.authority,
        child=raw.icpc_person_id,
        id=raw.icpc_icpc_id,
        meeting=meeting,
        enquiry=raw.icpc_s47_enquiry_id,
        held_on=raw.icpc_icpc_date,
        is_transfer_in=is_yes(raw.icpc_icpc_transfer_in.fill_null("")),
        is_plan_made=ibis.cases(
            (present(raw.icpc_icpc_outcome_cp_flag), is_yes(raw.icpc_icpc_outcome_cp_flag)), else_=ibis.null("int64")
        ),
        team_id=raw.icpc_icpc_team,
    )


def _with_clock(records: Records, held: ir.Table) -> ir.Table:
    """N39: the linked enquiry's start; without a link that leads anywhere, the child's latest start up to the day."""
    raw = records.table("ssd_s47_enquiry")
    raw = raw.filter(
        present(raw.s47e_person_id) & (raw.s47e_s47_start_date.isnull() | (raw.s47e_s47_start_date <= records.as_at))
    )
    linked = raw.filter(present(raw.s47e_s47_enquiry_id))
    linked = linked.group_by(authority=linked.authority, enquiry=linked.s47e_s47_enquiry_id).agg(
        linked_on=linked.s47e_s47_start_date.min()
    )
    linked = linked.mutate(is_linked=ibis.literal(1, "int64"))
    table = held.left_join(linked, ["authority", "enquiry"]).pipe(plain)
    latest = _latest_start(raw, held)
    table = table.left_join(latest, ["authority", "child", "held_on"]).pipe(plain)
    return table.mutate(
        strategy_discussion_on=ibis.cases((table.is_linked == 1, table.linked_on), else_=table.latest_on)
    ).drop("linked_on", "latest_on", "is_linked")


def _latest_start(raw: ir.Table, held: ir.Table) -> ir.Table:
    starts = raw.filter(raw.s47e_s47_start_date.notnull())
    starts = starts.select(authority="authority", child="s47e_person_id", started_on="s47e_s47_start_date").distinct()
    days = held.select("authority", "child", "held_on").distinct()
    pairs = days.join(starts, ["authority", "child"])
    pairs = pairs.filter(pairs.started_on <= pairs.held_on)
    return pairs.group_by("authority", "child", "held_on").agg(latest_on=pairs.started_on.max())
