"""What a figure is made of as printed, where no subject of a report stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from trigpoint.figures.display import is_supplied
from trigpoint.language.parts import Parts
from trigpoint.packs.facts import MeasureFacts
from trigpoint.reports.wording import count


def counts(facts: MeasureFacts, numerator: float | None, denominator: float | None, *, of_rows: bool = False) -> str:
    """137 of 164, 146.2 over 801.9; empty where there is nothing to divide by.

    The two are as figures hold them; `of_rows` as sums over rows give them.
    """
    if numerator is None or denominator is None:
        return ""
    parts = facts.parts.of_rows() if of_rows else facts.parts
    top, bottom = Fraction(str(numerator)) / parts.numerator, Fraction(str(denominator)) / parts.denominator
    return f"{count(top, parts.numerator_places)} {facts.joined} {count(bottom, parts.denominator_places)}"


def parts_in(facts: MeasureFacts, row: Mapping[str, Any]) -> Parts:
    """In what the counts of a row of figures are stored: those of a supplied figure are as they were given."""
    return Parts() if is_supplied(row) else facts.parts
