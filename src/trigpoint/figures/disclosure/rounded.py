"""Rounding of what is published, after everything that had to be hidden is."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from trigpoint.figures.disclosure.printed import BESIDE, DENOMINATOR, NUMERATOR, SHARES
from trigpoint.figures.rounding import half_up
from trigpoint.language.measure import Kind


def rounded(row: dict[str, Any], form: Kind, to: int) -> dict[str, Any]:
    """The row with its counts as multiples of `to`, its value from those, and no interval; 1 leaves it as it is.

    A figure that is no count and no share keeps its value only.
    """
    if to == 1:
        return row
    exact = row[NUMERATOR]
    for column in (NUMERATOR, DENOMINATOR, *BESIDE):
        if row[column] is not None and not (form == "rate" and column == DENOMINATOR):
            row[column] = type(row[column])(half_up(Fraction(row[column]) / to, 0) * to)
    row |= {"lower": None, "upper": None}
    if row["value"] is None or row[NUMERATOR] is None:
        return row
    if form == "count":
        row["value"] = row[NUMERATOR]
    elif form == "rate":
        row["value"] = row["value"] * row[NUMERATOR] / exact if exact else 0.0
    elif form in SHARES and row[DENOMINATOR]:
        row["value"] = 100 * row[NUMERATOR] / row[DENOMINATOR]
    return row
