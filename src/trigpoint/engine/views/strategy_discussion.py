"""Builds `cases.StrategyDiscussion`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.families import with_family
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, plain, present


def build(records: Records) -> ir.Table:
    """One row per child discussed."""
    raw = records.table("ext_strategy_discussion")
    raw = raw.filter(present(raw.person_id) & (raw.held_at.date() <= records.as_at))
    table = raw.select(
        authority=raw.authority,
        child=raw.person_id,
        id=raw.discussion_id,
        enquiry=raw.s47_enquiry_id,
        held_at=raw.held_at,
        held_on=raw.held_at.date(),
    )
    table = with_family(records, table)
    together = ibis.window(group_by=["authority", "family", "held_at"])
    table = table.mutate(meeting=table.id.min().over(together))
    if not records.extras:
        return table
    return with_team(records, with_person(records, _with_team_id(records, table), "held_on"), "team_id")


def _with_team_id(records: Records, table: ir.Table) -> ir.Table:
    """The team of the section 47 enquiry that followed."""
    raw = records.table("ssd_s47_enquiry")
    raw = raw.filter(present(raw.s47e_s47_enquiry_id))
    known = raw.group_by(authority=raw.authority, enquiry=raw.s47e_s47_enquiry_id).agg(
        team_id=raw.s47e_s47_completed_by_team.min()
    )
    return table.left_join(known, ["authority", "enquiry"]).pipe(plain)
