"""Builds `cases.OpenEarlyHelp`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.early_help import episodes
from trigpoint.engine.months import AGES, birthday, month_on, open_end
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, plain
from trigpoint.engine.states import cut

_BANDS = ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over")


def build(records: Records) -> ir.Table:
    """One row per episode and the months in which it stayed as it was."""
    table = episodes(records)
    table = table.filter(table.started_on.notnull()).select(
        "authority",
        "child",
        "id",
        "started_on",
        "organisation",
        from_month=month_on(table.started_on, records.as_at),
        to_month=open_end(table.ended_on, records.as_at),
    )
    table = table.filter(table.from_month < table.to_month)
    return _with_age(records, table) if records.extras else table


def _with_age(records: Records, table: ir.Table) -> ir.Table:
    """Sex, ethnicity and the age band at each month's end: rows are cut at birthdays."""
    joined = table.left_join(records.shared("people", people), ["authority", "child"]).pipe(plain)
    days = [joined.born_on, *(birthday(joined.born_on, age) for age in AGES)]
    marks = {f"_from{place}": month_on(day, records.as_at) for place, day in enumerate(days)}
    pieces = cut(joined.mutate(**marks), {f"_is{place}": name for place, name in enumerate(marks)})
    found = [(pieces[f"_is{place}"] == 1, ibis.literal(band)) for place, band in enumerate(_BANDS)]
    unborn = ibis.cases((pieces.born_on.notnull(), "Unborn"), else_=ibis.null("string"))
    return pieces.mutate(age_band=ibis.cases(*reversed(found), else_=unborn))
