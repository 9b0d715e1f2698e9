"""Builds `cases.LookedAfterInYear`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, episodes
from trigpoint.engine.missing import missing
from trigpoint.engine.months import FAR, month_of, month_on
from trigpoint.engine.records import Records
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.states import islands, timeline
from trigpoint.engine.together import overlay


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    base = _in_year(records).cache()
    lines = [*_missing_lines(records), *breakdown_lines(records, base)]
    table = overlay(base, lines, CHILD)
    untyped = (table.is_untyped == 1).fill_null(False)
    table = table.mutate(
        id=table.child,
        went_missing=_told(table.is_missing, untyped),
        was_away=_told(table.is_away, untyped),
        went_missing_or_away=ibis.cases(
            (untyped, 1), else_=ibis.greatest(_flag(table.is_missing), _flag(table.is_away))
        ),
    )
    return with_breakdowns(records, table)


def _flag(value: ir.IntegerValue) -> ir.IntegerValue:
    return value.fill_null(0).cast("int64")


def _told(value: ir.IntegerValue, untyped: ir.BooleanValue) -> ir.IntegerValue:
    """1 when it was so; when only an absence of no known type is there, it cannot be told."""
    return ibis.cases((value == 1, 1), (untyped, ibis.null("int64")), else_=0).cast("int64")


def _in_year(records: Records) -> ir.Table:
    """A line per child: the months in whose 12 months it was looked after, a kept episode before a dropped one."""
    table = records.shared("episodes", episodes)
    last_day = (table.ended_on - ibis.interval(days=1)).cast("date")
    far = ibis.literal(FAR, "int64")
    spells = table.select(*CHILD, "is_dropped", "from_month", to_month=(month_of(last_day) + 12).fill_null(far))
    whole = islands(spells, (*CHILD, "is_dropped"))
    line = timeline(whole, CHILD, ["is_dropped"], ["is_dropped"])
    return line.rename(is_short_term_series="is_dropped")


def _missing_lines(records: Records) -> list[ir.Table]:
    """Months in whose 12 months a child looked after went missing, or was missing already."""
    table = records.shared("missing", missing)
    table = table.filter(table.is_looked_after == 1)
    last_day = (table.ended_on - ibis.interval(days=1)).cast("date")
    far = ibis.literal(FAR, "int64")
    ends = ibis.greatest(month_of(last_day), month_of(table.started_on)) + 12
    spells = table.select(
        *CHILD,
        "kind",
        from_month=month_on(table.started_on, records.as_at),
        to_month=ibis.cases((table.ended_on.isnull(), far), else_=ends),
    ).cache()
    one = ibis.literal(1, "int64")
    kinds = {"is_missing": spells.kind == "M", "is_away": spells.kind == "A", "is_untyped": spells.kind.isnull()}
    return [islands(spells.filter(so), CHILD).mutate(**{name: one}) for name, so in kinds.items()]
