"""Targets of every style in the words of a page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from trigpoint.judgement.bands import parse
from trigpoint.judgement.composite import Level
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good
from trigpoint.reports.target_words import target_words

LEVELS = (Level("Good or better", Decimal(80), Decimal(60)),)


def tbs(due: date | None) -> Target:
    """A target still to be set."""
    return Target(
        set="ours",
        measure="m",
        variant="",
        period_type="month",
        agreed_by="",
        start=date(2026, 4, 1),
        end=None,
        status=Status.TO_BE_SET,
        due=due,
    )


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, "None"),
        (Standard(status=Status.NONE), "None"),
        (Standard(), "To be set"),
        (Standard(status=Status.TO_BE_SET, style=Style.RAG), "To be set"),
        (Standard(value=Decimal(85), good=Good.HIGH), "85%"),
        (Standard(low=Decimal("138.0"), high=Decimal("168.6"), style=Style.RANGE), "138% to 168.6%"),
        (Standard(style=Style.ORDERED, bands=parse("Good:70:79;Best:80:"), good=Good.HIGH), "By bands"),
        (Standard(style=Style.COMPOSITE, levels=LEVELS), "80% Good or better"),
        (tbs(date(2027, 3, 31)), "To be set, due after Q4 2026/27"),
        (tbs(date(2027, 5, 15)), "To be set, due after 15 May 2027"),
        (tbs(date(2027, 5, 31)), "To be set, due after 31 May 2027"),
        (tbs(None), "To be set"),
        (replace(tbs(date(2027, 3, 31)), status=Status.AGREED, value=Decimal(85), good=Good.HIGH), "85%"),
    ],
)
def test_what_stands_in_the_column_of_targets(target: Standard | None, words: str) -> None:
    assert target_words(target, "%") == words
