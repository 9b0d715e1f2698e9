"""`classify` gives every candidate row of a period, `figure` sums the same rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from . import population
from .common import Figure, Row, Tables
from .measures import MEASURES, Measure, chosen, kind_of, needs, period_types_of
from .periods import Period, last_day, period

NOT_RECORDED = "Not recorded"


def why_no_value(tables: Tables, as_at: date, measure: str, variant: str, period_end: date) -> str:
    if any(table not in tables for table in needs(measure, variant)):
        return "not collected"
    return "not yet known" if last_day(period_end, as_at) is None else ""


def period_of(as_at: date, measure: str, variant: str, period_type: str, period_end: date) -> Period:
    last = last_day(period_end, as_at)
    if last is None or period_type not in period_types_of(measure, variant):
        raise ValueError(f"{measure} ({variant or 'headline'}) has no {period_type} at {period_end}.")
    return period(period_type, last)


def classify(tables: Tables, as_at: date, measure: str, variant: str, period_type: str, period_end: date) -> list[Row]:
    """Every candidate row of the period, in no order; none when a table is missing or the period is yet to come."""
    choice = chosen(measure, variant)
    if why_no_value(tables, as_at, measure, variant, period_end):
        return []
    span = period_of(as_at, measure, variant, period_type, period_end)
    return MEASURES[measure].classify(tables, as_at, choice, span)


def quotient(numerator: float, denominator: float, times: int, rows: list[Row]) -> Figure:
    """A share, rate or average with its two sums; a denominator of 0 gives no value (C11)."""
    value = times * numerator / denominator if denominator else None
    reason = "" if denominator else "no cases"
    return Figure(numerator, denominator, value, *left_out(rows), reason)


def how_many(rows: list[Row], *results: str) -> int:
    return len([row for row in rows if row.result in results])


def left_out(rows: list[Row]) -> tuple[int, int, int]:
    return how_many(rows, "excluded"), how_many(rows, "unknown"), how_many(rows, "pending")


def rate(tables: Tables, rows: list[Row], spec: Measure, variant: str, span: Period) -> Figure:
    people = population.children(tables, span.last, spec.ages)
    if people is None:
        return Figure(None, None, None, *left_out(rows), "not collected")
    of_a_year = {"month": 12, "quarter": 4}.get(span.kind, 1)
    is_annualised = any(pair in spec.annualised for pair in variant.split(";"))
    per = spec.times if spec.times > 1 else 10_000
    return quotient(how_many(rows, "counted"), people, per * (of_a_year if is_annualised else 1), rows)


def count(rows: list[Row], _: Measure) -> Figure:
    total = how_many(rows, "counted")
    return Figure(total, None, total, *left_out(rows))


def ratio(rows: list[Row], _: Measure) -> Figure:
    return quotient(how_many(rows, "met"), how_many(rows, "met", "not_met", "unknown"), 100, rows)


def true_ratio(rows: list[Row], spec: Measure) -> Figure:
    """The sum of the values over the sum of the bases of the rows that count."""
    counted = [row for row in rows if row.result == "counted"]
    values = sum((Decimal(str(row.value or 0)) for row in counted), Decimal(0))
    bases = sum((Decimal(str(row.base or 0)) for row in counted), Decimal(0))
    return quotient(float(values), float(bases), spec.times, rows)


def average(rows: list[Row], spec: Measure) -> Figure:
    values = [row.value or 0 for row in rows if row.result == "counted"]
    return quotient(sum(values) / spec.scale, len(values), 1, rows)


def median(rows: list[Row], spec: Measure) -> Figure:
    """The middle value, or the mean of the middle two; there is no sum to give."""
    values = sorted((row.value or 0) / spec.scale for row in rows if row.result == "counted")
    if not values:
        return Figure(None, 0, None, *left_out(rows), "no cases")
    upper, lower = values[len(values) // 2], values[(len(values) - 1) // 2]
    return Figure(None, len(values), (lower + upper) / 2, *left_out(rows))


OF_ROWS: dict[str, Callable[[list[Row], Measure], Figure]] = {
    "count": count,
    "ratio": ratio,
    "true_ratio": true_ratio,
    "average": average,
    "median": median,
}


def share_of_category(rows: list[Row], category: str) -> Figure:
    """The rows of one category over all that count; of what is left out, that of the category."""
    base = how_many(rows, "counted", "unknown")
    own = [row for row in rows if (row.category or NOT_RECORDED) == category]
    return quotient(how_many(own, "counted", "unknown"), base, 100, own)


def figure(
    tables: Tables,
    as_at: date,
    measure: str,
    variant: str,
    period_type: str,
    period_end: date,
    category: str = NOT_RECORDED,
) -> Figure:
    """The figure as the contract's `figures` columns say, of a distribution that of a category; values unrounded."""
    why_not = why_no_value(tables, as_at, measure, variant, period_end)
    if why_not:
        return Figure(None, None, None, reason=why_not)
    kind, spec = kind_of(measure, variant), MEASURES[measure]
    span = period_of(as_at, measure, variant, period_type, period_end)
    rows = classify(tables, as_at, measure, variant, period_type, period_end)
    if kind == "rate":
        return rate(tables, rows, spec, variant, span)
    if kind == "distribution":
        return share_of_category(rows, category)
    return OF_ROWS[kind](rows, spec)
