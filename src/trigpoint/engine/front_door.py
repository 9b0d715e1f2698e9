"""Decisions at the front door and where contacts and referrals come from, as the views of both read them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, present

_GROUPS = {
    "Individual": ("1A", "1B", "1C", "1D"),
    "School": ("2A",),
    "Education services": ("2B",),
    "Health services": ("3A", "3B", "3C", "3D", "3E", "3F"),
    "Housing": ("4",),
    "Local authority services": ("5A", "5B", "5C", "5D"),
    "Police": ("6",),
    "Other legal agency": ("7",),
    "Other": ("8",),
    "Anonymous": ("9",),
    "Unknown": ("10",),
}


DECIDED = ("received_on", "decided_on", "limit_on", "limit_24h_on")
"""Columns of a view that `with_limits` gives."""


def source_group(code: ir.StringValue) -> ir.StringValue:
    """The group of sources that a code of the CIN census belongs to; nothing for a code that is not one of them."""
    return ibis.cases(
        *((code.isin(codes), ibis.literal(group)) for group, codes in _GROUPS.items()), else_=ibis.null("string")
    )


def decisions(records: Records, link: str) -> ir.Table:
    """One row per thing decided, found by a link column: `authority, <link>, received_at, decided_at`.

    Of several decisions on one thing the earliest receipt and the earliest decision count.
    """
    raw = records.table("ext_front_door_decision")
    raw = raw.filter(present(raw[link]) & (raw.received_at.isnull() | (raw.received_at.date() <= records.as_at)))
    decided = raw.decided_at.min(where=raw.decided_at.date() <= records.as_at)
    return raw.group_by(authority=raw.authority, **{link: raw[link]}).agg(
        received_at=raw.received_at.min(), decided_at=decided
    )


def with_limits(records: Records, table: ir.Table, day: str) -> ir.Table:
    """A table with `received_at, decided_at` as days, and the last days in time: `received_on, decided_on, limit_on`
    (one working day) and `limit_24h_on`.

    Without a time of receipt the clock starts on `day`. A decision on the day after is within 24 hours unless its
    time of day is later than that of the receipt; a time of exactly midnight is no time, and then days are compared.
    """
    received = ibis.coalesce(table.received_at.date(), table[day])
    table = table.mutate(received_on=received, decided_on=table.decided_at.date())
    following = (table.received_on + ibis.interval(days=1)).cast("date")
    began, ended = _second_of_day(table.received_at), _second_of_day(table.decided_at)
    is_later = (table.decided_on == following) & (began > 0) & (ended > began)
    table = table.mutate(limit_24h_on=ibis.cases((is_later.fill_null(False), table.received_on), else_=following))
    return records.add_working_days(table.drop("received_at", "decided_at"), "received_on", 1, "limit_on")


def _second_of_day(moment: ir.TimestampValue) -> ir.IntegerValue:
    return moment.hour() * 3600 + moment.minute() * 60 + moment.second()
