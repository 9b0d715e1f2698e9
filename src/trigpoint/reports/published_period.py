"""The period of a printed figure from its label: "2018-10", "2016/17 Q3", "prev12m", "Jul 2015-Jun 2016"."""

from __future__ import annotations

import re
from datetime import date, datetime

from trigpoint.language.period import PeriodType, last_day, month_of

_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_QUARTER = re.compile(r"^(\d{4})/\d{2} Q([1-4])$")
_SPAN = re.compile(r"^([A-Z][a-z]{2})(?: (\d{4}))?-([A-Z][a-z]{2}) (\d{4})$")
_YEAR = re.compile(r"^(\d{4}) year end$")
_AROUND = {"3-year average to ": PeriodType.ROLLING36, " rolling 12 months": PeriodType.ROLLING12}
_LENGTHS = {3: PeriodType.ROLLING3, 12: PeriodType.ROLLING12, 36: PeriodType.ROLLING36}


def ended(label: str, basis: str, usual: PeriodType, report: date) -> tuple[PeriodType, date]:
    """The period type and the last day of a printed figure.

    `usual` is the type of its line, `report` the last day of the report's own month, `basis` what the report says of
    the period ("3 years average", "rolling 12 months").

    Raises:
        ValueError: a label that says nothing we know.
    """
    before = last_day(month_of(report) - 1)
    if label in ("prev12m", "prevYTD"):
        return (PeriodType.ROLLING12 if label == "prev12m" else PeriodType.YTD), before
    if found := _MONTH.match(label):
        return usual, last_day(12 * int(found[1]) + int(found[2]) - 1)
    if found := _QUARTER.match(label):
        return usual, _quarter(int(found[1]), int(found[2]))
    if found := _YEAR.match(label):
        return usual, date(int(found[1]), 12, 31)
    if found := _SPAN.match(label):
        last = _month(found[3], found[4])
        first = _month(found[1], found[2] or found[4])
        return _LENGTHS[last - first + 1], last_day(last)
    for words, kind in _AROUND.items():
        if words in label:
            return kind, ended(label.replace(words, ""), "", usual, report)[1]
    raise ValueError(f"{label!r} ({basis}) is no period; write 2018-10, 2016/17 Q3 or Jul 2015-Jun 2016.")


def _quarter(year: int, number: int) -> date:
    return last_day(12 * year + 5 + 3 * (number - 1))


def _month(name: str, year: str) -> int:
    return month_of(datetime.strptime(f"{name} {year}", "%b %Y").date())  # noqa: DTZ007 - a month has no clock
