"""Builds `cases.NeedClosure`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months
from trigpoint.engine.need import episodes_of_need
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per episode of need that closed."""
    table = episodes_of_need(records)
    table = table.filter(table.closed_on.notnull())
    referred, closed = table.referred_on, table.closed_on
    band = ibis.cases(
        (referred.isnull() | (closed < referred), ibis.null("string")),
        (closed >= add_months(referred, 24), "2y+"),
        (closed >= add_months(referred, 12), "1-2y"),
        (closed > add_months(referred, 6), "6m-1y"),
        (closed > add_months(referred, 3), "3-6m"),
        else_="0-3m",
    )
    table = table.mutate(duration_band=band)
    return with_team(records, with_person(records, table, "closed_on"), "team_id")
