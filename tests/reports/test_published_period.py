"""The periods of printed figures: every label of the five reports, and what says nothing."""

from datetime import date

import pytest

from trigpoint.language.period import PeriodType
from trigpoint.packs import published
from trigpoint.reports.published_period import ended

REPORT = date(2018, 10, 31)
MONTH, QUARTER, SNAPSHOT, YTD = PeriodType.MONTH, PeriodType.QUARTER, PeriodType.SNAPSHOT, PeriodType.YTD
R3, R12, R36 = PeriodType.ROLLING3, PeriodType.ROLLING12, PeriodType.ROLLING36


@pytest.mark.parametrize(
    ("label", "usual", "kind", "end"),
    [
        ("2018-10", MONTH, MONTH, date(2018, 10, 31)),
        ("2012-02", SNAPSHOT, SNAPSHOT, date(2012, 2, 29)),
        ("prev12m", MONTH, R12, date(2018, 9, 30)),
        ("prevYTD", YTD, YTD, date(2018, 9, 30)),
        ("2016/17 Q1", QUARTER, QUARTER, date(2016, 6, 30)),
        ("2016/17 Q3", QUARTER, QUARTER, date(2016, 12, 31)),
        ("2016/17 Q4", SNAPSHOT, SNAPSHOT, date(2017, 3, 31)),
        ("2013 year end", SNAPSHOT, SNAPSHOT, date(2013, 12, 31)),
        ("Jul 2015-Jun 2016", MONTH, R12, date(2016, 6, 30)),
        ("Jun-Aug 2014", MONTH, R3, date(2014, 8, 31)),
        ("3-year average to 2018-10", MONTH, R36, date(2018, 10, 31)),
        ("2018-10 rolling 12 months", R36, R12, date(2018, 10, 31)),
    ],
)
def test_a_label_says_its_period(label: str, usual: PeriodType, kind: PeriodType, end: date) -> None:
    assert ended(label, "", usual, REPORT) == (kind, end)


def test_the_previous_month_of_january_is_last_year() -> None:
    assert ended("prev12m", "", MONTH, date(2019, 1, 31)) == (R12, date(2018, 12, 31))


@pytest.mark.parametrize("report", published.REPORTS)
def test_every_printed_label_is_known_and_none_lies_after_its_report(report: str) -> None:
    last = {"birmingham": REPORT, "cheshire-east": date(2016, 12, 31), "childrens-trust": date(2019, 12, 31),
            "herefordshire": date(2014, 8, 31), "kent": date(2017, 12, 31)}[report]  # fmt: skip
    for figure in published.figures(report):
        _, end = ended(figure.period, figure.period_basis, MONTH, last)
        assert end <= last


@pytest.mark.parametrize("label", ["", "October", "2016/17", "2016/17 Q5", "18-10"])
def test_a_label_that_says_nothing_is_refused_with_its_remedy(label: str) -> None:
    with pytest.raises(ValueError, match=r"is no period; write 2018-10, 2016/17 Q3 or Jul 2015-Jun 2016\."):
        ended(label, "in month", MONTH, REPORT)
