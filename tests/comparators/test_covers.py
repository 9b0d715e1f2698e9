"""How a published year reads, and when a figure of ours is for another time."""

import pytest

from trigpoint.comparators.covers import Covers, year_end
from trigpoint.language.period import PeriodType


@pytest.mark.parametrize(
    ("year", "end"),
    [("2025", 2025), ("2024/25", 2025), ("2024-25", 2025), ("202425", 2025), ("2014-16", 2016), ("2021/22-23/24", 2024),
     ("2019-2021", 2021), ("2025 (prov)", 2025), ("latest", 0)],
)  # fmt: skip
def test_a_published_period_is_ordered_by_its_last_year(year: str, end: int) -> None:
    assert year_end(year) == end


@pytest.mark.parametrize(
    ("covers", "year", "label"),
    [
        ("financial_year", "2025", "Year to 31 March 2025"),
        ("financial_year", "2024-25", "Year to 31 March 2025"),
        ("march", "2025", "31 March 2025"),
        ("september", "2024", "30 September 2024"),
        ("academic_year", "2025", "Academic year 2024/25"),
        ("academic_year", "2024/25", "Academic year 2024/25"),
        ("academic_year", "2000", "Academic year 1999/00"),
        ("academic_year", "2025 (prov)", "Academic year 2024/25 (provisional)"),
        ("calendar_year", "2024", "Year to 31 December 2024"),
    ],
)
def test_labels(covers: str, year: str, label: str) -> None:
    assert Covers(covers).label(year) == label


@pytest.mark.parametrize(
    ("covers", "kind", "month", "same"),
    [
        (Covers.FINANCIAL_YEAR, PeriodType.FINANCIAL_YEAR, 3, True),
        (Covers.FINANCIAL_YEAR, PeriodType.ROLLING12, 3, True),
        (Covers.FINANCIAL_YEAR, PeriodType.ROLLING12, 9, False),
        (Covers.FINANCIAL_YEAR, PeriodType.YTD, 10, False),
        (Covers.FINANCIAL_YEAR, PeriodType.MONTH, 3, False),
        (Covers.FINANCIAL_YEAR, PeriodType.ROLLING36, 3, False),
        (Covers.MARCH, PeriodType.SNAPSHOT, 3, True),
        (Covers.MARCH, PeriodType.SNAPSHOT, 10, False),
        (Covers.SEPTEMBER, PeriodType.SNAPSHOT, 3, False),
        (Covers.CALENDAR_YEAR, PeriodType.ROLLING12, 3, False),
    ],
)
def test_another_time_is_told_in_a_sentence(covers: Covers, kind: PeriodType, month: int, same: bool) -> None:
    said = covers.difference(kind, month)
    assert (said == "") is same
    assert same or (said.startswith("The published figures are for ") and said.endswith("."))
