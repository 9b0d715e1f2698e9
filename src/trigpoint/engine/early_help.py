"""Early help episodes as every view about early help reads them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, as_flag, present


def episodes(records: Records) -> ir.Table:
    """Every episode known on the as-at date.

    `authority, child, id, started_on, ended_on, end_reason, organisation, days, ended_before_start`.
    """
    raw = records.table("ssd_early_help_episodes")
    start = raw.earl_episode_start_date
    raw = raw.filter(present(raw.earl_person_id) & (start.isnull() | (start <= records.as_at)))
    ended = records.known(raw.earl_episode_end_date)
    reason = raw.earl_episode_end_reason.strip().nullif("")
    table = raw.select(
        authority=raw.authority,
        child=raw.earl_person_id,
        id=raw.earl_episode_id,
        started_on=raw.earl_episode_start_date,
        ended_on=ended,
        end_reason=ibis.cases((ended.notnull(), reason), else_=ibis.null("string")),
        organisation=raw.earl_episode_organisation.strip().nullif(""),
    )
    return with_length(table)


def with_length(table: ir.Table) -> ir.Table:
    """A table with the `days` from start to end, and whether the end comes first."""
    return table.mutate(
        days=table.ended_on.delta(table.started_on, unit="day").cast("int64"),
        ended_before_start=as_flag(table.ended_on < table.started_on),
    )
