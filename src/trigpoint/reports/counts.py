"""What a figure is made of as printed, where no subject of a report stands behind it."""

from __future__ import annotations

from fractions import Fraction

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
    joined = "over" if facts.kind == "true_ratio" else "of"
    return f"{count(top, parts.numerator_places)} {joined} {count(bottom, parts.denominator_places)}"
