"""What in a comment might tell of a child: found where it is, and not where it is not."""

from __future__ import annotations

import pytest

from trigpoint.web.months.scanner import warnings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We had 3 children waiting.", ["3 children"]),
        ("Five siblings moved.", ["Five siblings"]),
        ("Two of the older boys left.", ["Two of the older boys"]),
        ("4 out of 50 reviews were late.", ["4 out of 50"]),
        ("48 of 50 were on time.", ["48 of 50"]),
        ("A 7-year-old was seen.", ["7-year-old"]),
        ("She is aged 12 now.", ["aged 12"]),
        ("Those aged 16 and over.", []),
        ("Child B went missing.", ["Child B"]),
        ("The J.S. case.", ["J.S."]),
        ("She is living in Marshfield.", ["living in Marshfield"]),
        ("Case 0012345 is late.", ["0012345"]),
        ("84% of 310 assessments were on time.", []),
        ("Up from 120 children to 135 children.", []),
        ("Performance improved in October 2026.", []),
    ],
)
def test_what_is_warned_of(text: str, found: list[str]) -> None:
    assert [one.found for one in warnings(text, 5)] == found


def test_a_word_more_and_a_clearance_no_longer_counts() -> None:
    (before,) = warnings("We had 3 children waiting.", 5)
    (after,) = warnings("We had 3 children waiting at home.", 5)
    assert before.digest != after.digest


def test_nothing_is_small_where_everything_is_shown() -> None:
    assert warnings("We had 3 children waiting.", 0) == []
