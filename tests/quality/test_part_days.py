"""The latest day that a date with an unknown part can mean."""

from __future__ import annotations

from datetime import date

import pytest

from trigpoint.quality.part_days import latest_reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29/02/2024", date(2024, 2, 29)),
        ("zz/02/2024", date(2024, 2, 29)),
        ("ZZ/02/2023", date(2023, 2, 28)),
        ("15/zz/2023", date(2023, 12, 31)),
        ("1/5/zzzz", date(2000, 5, 1)),
        (" zz/zz/2019 ", date(2019, 12, 31)),
    ],
)
def test_an_unknown_part_is_read_as_late_as_it_can_be(text: str, day: date) -> None:
    assert latest_reading(text) == day


@pytest.mark.parametrize(
    "text", ["29/02/2023", "zz/13/2023", "zz/00/2023", "40/zz/2023", "00/zz/2023", "2023", "1/1/zz"]
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert latest_reading(text) is None
