"""Days as months: the only three forms in which a day becomes a month (definitions C1, C2 and settled N16).

Every month is observed on its last day, the month that holds the as-at date on the as-at date itself.
"""

from datetime import date

import ibis
import ibis.expr.types as ir

FAR = 12 * 9999
"""A month after every other: where an open spell ends."""


def month_of(day: ir.DateValue) -> ir.IntegerValue:
    """The month that holds a day, 12 x year + month - 1."""
    return (day.year() * 12 + day.month() - 1).cast("int64")


def month_on(day: ir.DateValue, as_at: date) -> ir.IntegerValue:
    """First month observed on the day or later: a spell [start, end) is open from that of start to that of end."""
    return ibis.cases((day > as_at, _far()), else_=month_of(day))


def month_after(day: ir.DateValue, as_at: date) -> ir.IntegerValue:
    """First month observed later than the day: what is due on the day is overdue from then."""
    return ibis.cases((day >= as_at, _far()), else_=month_of(day + ibis.interval(days=1)))


def open_end(day: ir.DateValue, as_at: date) -> ir.IntegerValue:
    """`month_on` of a day that may be missing: without an end a spell is open for ever."""
    return month_on(day, as_at).fill_null(_far())


def add_months(day: ir.DateValue, months: int) -> ir.DateValue:
    """The day so many months later, clipped to the month's end (definitions C3)."""
    if months < 0:
        return (day - ibis.interval(months=-months)).cast("date")
    return (day + ibis.interval(months=months)).cast("date")


def birthday(born: ir.DateValue, age: int) -> ir.DateValue:
    """The day on which an age is reached; 29 February falls on 1 March in common years (definitions C5)."""
    day = add_months(born, 12 * age)
    leapling = (born.day() == 29) & (born.month() == 2) & (day.day() == 28)
    return ibis.cases((leapling, (day + ibis.interval(days=1)).cast("date")), else_=day)


def age_band(born: ir.DateValue, day: ir.DateValue) -> ir.StringValue:
    """The DfE age band on a day."""
    had = (day.month() * 100 + day.day()) >= (born.month() * 100 + born.day())
    age = day.year() - born.year() - ibis.cases((had, 0), else_=1)
    return ibis.cases(
        (age < 0, "Unborn"),
        (age < 1, "Under 1"),
        (age < 5, "1 to 4"),
        (age < 10, "5 to 9"),
        (age < 16, "10 to 15"),
        (age < 18, "16 and 17"),
        (age >= 18, "18 and over"),
        else_=ibis.null("string"),
    )


AGES = (1, 5, 10, 16, 18)
"""Birthdays on which the age band changes."""


def _far() -> ir.IntegerScalar:
    return ibis.literal(FAR, type="int64")
