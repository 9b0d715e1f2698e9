"""Targets of every style in the words of a page."""

from decimal import Decimal

import pytest

from trigpoint.judgement.bands import parse
from trigpoint.judgement.composite import Level
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.language.terms import Good
from trigpoint.reports.target_words import target_words

LEVELS = (Level("Good or better", Decimal(80), Decimal(60)),)


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
    ],
)
def test_what_stands_in_the_column_of_targets(target: Standard | None, words: str) -> None:
    assert target_words(target, "%") == words
