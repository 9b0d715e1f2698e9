"""Builds `cases.OpenAssessment`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.views.assessment import assessments, referral_lookup


def build(records: Records) -> ir.Table:
    """One row per assessment and the months in which it stayed as it was: cut where it runs over its 45 working days
    and where its referral closes."""
    table = _spells(records)
    low = ibis.least(table.over_from, table.closed_from).clip(table.from_month, table.to_month)
    high = ibis.greatest(table.over_from, table.closed_from).clip(table.from_month, table.to_month)
    table = table.mutate(low=low, high=high, piece=ibis.range(3).unnest())
    pieces = table.mutate(
        from_month=ibis.cases((table.piece == 0, table.from_month), (table.piece == 1, table.low), else_=table.high),
        to_month=ibis.cases((table.piece == 0, table.low), (table.piece == 1, table.high), else_=table.to_month),
    )
    pieces = pieces.filter(pieces.from_month < pieces.to_month)
    pieces = pieces.mutate(
        is_over_45_working_days=as_flag(pieces.from_month >= pieces.over_from),
        referral_is_closed=as_flag(pieces.from_month >= pieces.closed_from),
    )
    return with_team(records, with_person(records, pieces, "started_on"), "team_id")


def _spells(records: Records) -> ir.Table:
    table = assessments(records)
    table = table.filter(table.started_on.notnull())
    table = records.add_working_days(table, "started_on", 45, "limit_on")
    table = records.add_working_days(table, "started_on", 46, "over_on")
    known = referral_lookup(records)
    table = table.left_join(known, ["authority", "referral"]).pipe(plain)
    as_at = records.as_at
    table = table.mutate(
        from_month=month_on(table.started_on, as_at),
        to_month=open_end(table.authorised_on, as_at),
        over_from=open_end(table.over_on, as_at),
        closed_from=open_end(table.closed_on, as_at),
    )
    return table.filter(table.from_month < table.to_month)
