"""A report as tidy data: one row a measure, area and period, in the columns of the department's open data standards.

Every row is placed by the month in which its period ends, so that one file holds one family of periods; how long the
period is stands in `period_type`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from trigpoint.reports.line import Line, Other, Past
from trigpoint.reports.line_sheets import count
from trigpoint.reports.page import Figure
from trigpoint.reports.report import Report
from trigpoint.reports.wording import NEW
from trigpoint.reports.workbook import Number

Row = dict[str, str | Decimal]
MONTHS = tuple(calendar.month_name)


@dataclass(frozen=True)
class TidyColumn:
    """A column after those of time and place: `kind` is Filter or Indicator as the metadata file calls them."""

    name: str
    kind: str
    label: str
    group: str = ""
    hint: str = ""


PLACES = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code"),
    *("region_name", "old_la_code", "la_name", "new_la_code"),
)
COLUMNS = (
    TidyColumn("area", "Filter", "Area", hint="The authority, its statistical neighbours, its region or England"),
    TidyColumn("measure_code", "Filter", "Code of the measure in the report"),
    TidyColumn("measure_group", "Filter", "Group of measures"),
    TidyColumn("measure_title", "Filter", "Title of the measure"),
    TidyColumn("measure", "Filter", "Measure in the library"),
    TidyColumn("variant", "Filter", "Variant of the measure", hint="Total where there is one way to count"),
    TidyColumn("period_type", "Filter", "Kind of period", hint="published: the period of the publication"),
    TidyColumn("period", "Filter", "Period in words"),
    TidyColumn("period_start", "Filter", "First day of the period"),
    TidyColumn("period_end", "Filter", "Last day of the period"),
    TidyColumn("numerator", "Indicator", "Numerator", "Counts"),
    TidyColumn("denominator", "Indicator", "Denominator", "Counts"),
    TidyColumn("value", "Indicator", "Value as printed", "Figures"),
    TidyColumn("target_value", "Indicator", "Target as a number", "Judgement"),
    TidyColumn("unit", "Filter", "Unit of value and target"),
    TidyColumn("reason", "Filter", "Why there is no value"),
    TidyColumn("status", "Filter", "Position against the target"),
    TidyColumn("target", "Filter", "Target in words"),
    TidyColumn("tolerance", "Filter", "Tolerance"),
    TidyColumn("bands", "Filter", "Bands"),
    TidyColumn("good_is", "Filter", "Which way is good"),
    TidyColumn("like_for_like", "Filter", "Counts the same as ours", hint="Not applicable to our own figures"),
    TidyColumn("because", "Filter", "Why it is not like for like"),
    TidyColumn("source", "Filter", "Where the figure comes from"),
    TidyColumn("data_as_at", "Filter", "Day of the data"),
    TidyColumn("snapshot", "Filter", "Snapshot of the records"),
    TidyColumn("definition", "Filter", "Definition of the measure"),
    TidyColumn("trace", "Filter", "Trace from which the figure can be computed again"),
)
_LEVELS = {"england": "National", "region": "Regional", "neighbours": "Statistical neighbours"}
_ENGLAND = {"country_code": "E92000001", "country_name": "England"}
_UNKNOWN = "x"


def tidy(report: Report) -> list[Row]:
    """Every row, in the order of the report: our own figures of a measure first, then what others published."""
    return [row for line in report.lines for row in (*_ours(report, line), *_theirs(report, line))]


def _ours(report: Report, line: Line) -> Iterator[Row]:
    for past in line.history:
        yield {
            **_time(past.end),
            **_authority(report, line),
            **_measure(line),
            "area": report.stamp.place,
            "period_type": line.period_type,
            "period": past.period,
            "period_start": past.start.isoformat(),
            "period_end": past.end.isoformat(),
            "numerator": _count(past, past.numerator),
            "denominator": _count(past, past.denominator),
            "value": _value(past.figure),
            "reason": past.reason,
            "status": past.status.words,
            "target": line.target if past is line.now else "",
            "target_value": line.target_value if past is line.now and line.target_value is not None else "z",
            "tolerance": line.tolerance if past is line.now else "",
            "bands": line.bands if past is line.now else "",
            "source": report.stamp.authority,
            "data_as_at": report.stamp.data_as_at,
            "snapshot": report.stamp.snapshot,
            "definition": line.definition,
            "trace": past.figure.trace,
        }


def _theirs(report: Report, line: Line) -> Iterator[Row]:
    for other in line.others:
        end = _last_day(other.year)
        place = _authority(report, line) if other.level == "own" else _elsewhere(other)
        yield {
            **(_time(end) if end else _year(other.year)),
            **place,
            **_measure(line),
            "area": other.area,
            "period_type": "published",
            "period": other.year,
            "period_end": end.isoformat() if end else "",
            **dict.fromkeys(("numerator", "denominator"), _UNKNOWN),
            "value": _value(other.figure),
            "target_value": "z",
            "like_for_like": "Yes" if other.like_for_like else "No",
            "because": other.because,
            "source": other.source,
        }


def _measure(line: Line) -> Row:
    return {
        "measure_code": line.code,
        "measure_group": line.group,
        "measure_title": line.title,
        "measure": line.measure,
        "variant": line.variant or "Total",
        "unit": line.unit,
        "good_is": line.good,
    }


def _time(end: date) -> Row:
    return {"time_period": str(end.year), "time_identifier": MONTHS[end.month]}


def _year(said: str) -> Row:
    years = re.findall(r"\d{4}", said)
    return {"time_period": years[-1] if years else _UNKNOWN, "time_identifier": "Reporting year"}


def _last_day(said: str) -> date | None:
    """The last day that a text such as "Year to 31 March 2026" names."""
    found = re.findall(rf"(\d{{1,2}}) ({'|'.join(MONTHS[1:])}) (\d{{4}})", said)
    return date(int(found[-1][2]), MONTHS.index(found[-1][1]), int(found[-1][0])) if found else None


def _authority(report: Report, line: Line) -> Row:
    """The authority; its code is the last part of the trace of its figures."""
    last = line.now.figure.trace.rpartition("/")[2]
    code = last if re.fullmatch(r"[A-Z]\d{8}", last) else _UNKNOWN
    place = {"geographic_level": "Local authority", **_ENGLAND, "la_name": report.stamp.place, "new_la_code": code}
    return {**place, **dict.fromkeys(("region_code", "region_name", "old_la_code"), _UNKNOWN)}


def _elsewhere(other: Other) -> Row:
    level = _LEVELS.get(other.level, "Local authority")
    place = {"geographic_level": level, **_ENGLAND}
    if level == "Regional":
        place |= {"region_code": _UNKNOWN, "region_name": other.area}
    if level == "Local authority":
        place |= {"la_name": other.area, "new_la_code": _UNKNOWN, "old_la_code": _UNKNOWN}
    return {**place}


def _value(figure: Figure) -> str | Decimal:
    """The value, or the symbol of the standards: c, low, x, z."""
    if figure.value is not None:
        return figure.value
    return _UNKNOWN if figure.text in ("", NEW) else figure.text.strip("[]")


def _count(past: Past, value: Fraction | None) -> str | Decimal:
    said = count(past.figure, value)
    if isinstance(said, Number):
        return said.value
    return str(said).strip("[]") if said else "z"
