"""`classify` gives every candidate row of a period, `figure` sums the same rows."""

from datetime import date
from decimal import Decimal

from . import caseload, population
from .common import Figure, Row, Tables
from .measures import MEASURES, chosen, kind_of, needs, period_types_of
from .periods import Period, last_day, period


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


def rate(tables: Tables, rows: list[Row], s: date) -> Figure:
    people = population.children(tables, s)
    if people is None:
        return Figure(None, None, None, *left_out(rows), "not collected")
    return quotient(how_many(rows, "counted"), people, 10_000, rows)


def average_caseload(tables: Tables, as_at: date, variant: str, span: Period) -> Figure:
    choice = chosen("caseload_average_sw", variant)
    workers = caseload.workers(tables, as_at, choice, span)
    counted = [worker for worker in workers if worker.row.result == "counted"]
    cases = sum(int(worker.row.value or 0) for worker in counted)
    fte = float(sum((worker.fte for worker in counted), Decimal(0)))
    per = len(counted) if choice["by"] == "headcount" else fte
    return quotient(cases, per, 1, [worker.row for worker in workers])


def figure(tables: Tables, as_at: date, measure: str, variant: str, period_type: str, period_end: date) -> Figure:
    """The figure as the contract's `figures` columns say; values unrounded."""
    why_not = why_no_value(tables, as_at, measure, variant, period_end)
    if why_not:
        return Figure(None, None, None, reason=why_not)
    kind = kind_of(measure, variant)
    span = period_of(as_at, measure, variant, period_type, period_end)
    if kind == "true_ratio":
        return average_caseload(tables, as_at, variant, span)
    rows = classify(tables, as_at, measure, variant, period_type, period_end)
    if kind == "count":
        total = how_many(rows, "counted")
        return Figure(total, None, total, *left_out(rows))
    if kind == "rate":
        return rate(tables, rows, span.last)
    if kind == "average":
        return quotient(sum(row.value or 0 for row in rows), how_many(rows, "counted"), 1, rows)
    return quotient(how_many(rows, "met"), how_many(rows, "met", "not_met", "unknown"), 100, rows)
