"""Days on which something has lasted so long, and ages as lines, for stocks that look back from their date."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.months import FAR, add_months, birthday, month_on
from trigpoint.engine.people import people
from trigpoint.engine.records import Records


def lasted(day: ir.DateValue, months: int) -> ir.DateValue:
    """The first day S with `day <= add_months(S, -months)` (settled N42): a day that the month lacks waits for the
    first of the next. 31 August has lasted 6 months on 1 March, 28 August on 28 February."""
    then = add_months(day, months)
    return ibis.cases((then.day() < day.day(), (then + ibis.interval(days=1)).cast("date")), else_=then)


def lasted_days(day: ir.DateValue, days: int) -> ir.DateValue:
    """The day on which so many days have passed since a day."""
    return (day + ibis.interval(days=days)).cast("date")


def age_flag(records: Records, base: ir.Table, age: int, name: str) -> ir.Table:
    """A line for the children of a table: the flag is 1 until the birthday, then 0; no rows without a date of birth."""
    who = records.shared("people", people)
    who = who.filter(who.born_on.notnull()).semi_join(base, list(CHILD))
    day = month_on(birthday(who.born_on, age), records.as_at)
    return flag_line(who.mutate(_from=ibis.literal(0, "int64"), _to=day), name)


def flag_line(table: ir.Table, name: str) -> ir.Table:
    """A line of each child: the flag is 1 from month `_from` to month `_to`, 0 before and after."""
    never, far = ibis.literal(0, "int64"), ibis.literal(FAR, "int64")
    first, last = ibis.least(table["_from"], table["_to"]), table["_to"]
    parts = [
        table.select(*CHILD, from_month=begins, to_month=ends, **{name: ibis.literal(value, "int64")})
        for begins, ends, value in ((never, first, 0), (first, last, 1), (last, far, 0))
    ]
    line = ibis.union(*parts)
    return line.filter(line.from_month < line.to_month)
