"""How numbers and periods are written."""

from datetime import date
from decimal import Decimal

import pytest

from trigpoint.language.period import PeriodType
from trigpoint.reports import wording

DECEMBER, MARCH, APRIL = date(2026, 12, 31), date(2027, 3, 31), date(2026, 4, 30)


@pytest.mark.parametrize(
    ("kind", "end", "full", "column", "tick"),
    [
        ("month", DECEMBER, "December 2026", "Dec 2026", ("Dec", "2026")),
        ("quarter", DECEMBER, "Quarter 3 2026/27", "Q3 2026/27", ("Q3", "2026/27")),
        ("quarter", MARCH, "Quarter 4 2026/27", "Q4 2026/27", ("Q4", "2026/27")),
        ("ytd", DECEMBER, "April to December 2026", "Apr to Dec 2026", ("Dec", "2026")),
        ("ytd", APRIL, "April 2026", "Apr 2026", ("Apr", "2026")),
        ("ytd", MARCH, "April 2026 to March 2027", "Apr 2026 to Mar 2027", ("Mar", "2027")),
        ("rolling3", DECEMBER, "3 months to December 2026", "3 months to Dec 2026", ("Dec", "2026")),
        ("rolling12", DECEMBER, "12 months to December 2026", "12 months to Dec 2026", ("Dec", "2026")),
        ("rolling36", DECEMBER, "3 years to December 2026", "3 years to Dec 2026", ("Dec", "2026")),
        ("financial_year", MARCH, "Year 2026/27", "2026/27", ("2026/27", "")),
        ("snapshot", DECEMBER, "31 December 2026", "31 Dec 2026", ("Dec", "2026")),
    ],
)
def test_periods(kind: str, end: date, full: str, column: str, tick: tuple[str, str]) -> None:
    found = PeriodType(kind)
    assert (wording.period(found, end), wording.column(found, end)) == (full, column)
    assert wording.tick(found, end) == tick


def test_a_past_period_inside_a_sentence() -> None:
    assert wording.moment(PeriodType.MONTH, APRIL, DECEMBER) == "April"
    assert wording.moment(PeriodType.MONTH, APRIL, MARCH) == "April 2026"
    assert wording.moment(PeriodType.QUARTER, DECEMBER, MARCH) == "quarter 3 2026/27"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1204", "days", "1,204 days"),
        ("1", "days", "1 day"),
        ("5.4E+2", "days", "540 days"),
        ("-3", "%", "−3%"),
        ("66.2", "per 10,000", "66.2"),
    ],
)
def test_figures(value: str, unit: str, text: str) -> None:
    assert wording.figure(Decimal(value), unit) == text


def test_targets_sizes_and_bands_carry_no_idle_zeros() -> None:
    assert wording.exactly(Decimal("21.50"), "%") == "21.5%"
    assert wording.exactly(Decimal("20.0"), "%") == "20%"
    assert (wording.size(Decimal("-1.0"), "%"), wording.size(Decimal("0.50"), "%")) == ("1 point", "0.5 points")
    assert wording.size(Decimal(-12), "days") == "12 days"
    assert wording.between(Decimal(550), Decimal(600), "days") == "550 to 600 days"
    assert wording.between(Decimal(80), Decimal(90), "%") == "80% to 90%"


def test_counts() -> None:
    assert wording.count(12345) == "12,345"
    assert wording.count(Decimal("143"), 1) == "143.0"
    assert (wording.few(0), wording.few(9), wording.few(10)) == ("no", "nine", "10")
