"""Checks of figures against their own counts, their labels and their periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import median

from trigpoint.figures.rounding import displayed, half_up
from trigpoint.judgement.consistency_check import Check, Found
from trigpoint.judgement.printed import Printed

_APART = Fraction(1, 5)
"""How far the population behind one figure may lie from that behind the others: a fifth."""

_D = Decimal


def _divides(rows: Sequence[Printed], *, averaged: bool) -> Iterator[Found]:
    for row in rows:
        if None in (row.value, row.numerator, row.denominator) or not row.denominator or row.averaged is not averaged:
            continue
        assert row.value is not None and row.numerator is not None  # noqa: PT018
        counted = displayed(row.numerator, row.denominator, row.per, row.decimals)
        if counted != half_up(row.value, row.decimals):
            numbers = f"{row.numerator:f} of {row.denominator:f} is {counted}, printed {row.value:f}"
            yield row.name, "the figure is not what its own counts give", numbers


def _contradicted(rows: Sequence[Printed]) -> Iterator[Found]:
    return _divides(rows, averaged=False)


def _averages(rows: Sequence[Printed]) -> Iterator[Found]:
    return _divides(rows, averaged=True)


def _impossible(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        if row.kind in ("percent", "grade") and row.value is not None and not 0 <= row.value <= 100:
            yield row.name, "a percentage outside 0 to 100", f"{row.value:f}"
        if row.kind != "percent" or row.numerator is None or row.denominator is None:
            continue
        if row.numerator > row.denominator:
            yield row.name, "more cases met than there are", f"{row.numerator:f} of {row.denominator:f}"


def _populations(rows: Sequence[Printed]) -> dict[str, tuple[Fraction, Printed, Printed]]:
    """The population implied by a rate and a count of the same thing, by what is counted."""
    rates = {row.counts: row for row in rows if row.kind == "rate" and row.counts and row.value}
    found = {}
    for row in rows:
        rate = rates.get(row.counts)
        if rate is None or rate.value is None or row is rate or row.denominator is None:
            continue
        yearly = 12 if row.averaged and "12 months" in rate.basis else 1
        found[row.counts] = (Fraction(row.denominator) * yearly * rate.per / Fraction(rate.value), row, rate)
    return found


def _labels(rows: Sequence[Printed]) -> Iterator[Found]:
    implied = _populations(rows)
    if len(implied) < 3:  # two that differ do not say which is wrong
        return
    middle = median(people for people, _, _ in implied.values())
    for counts, (people, row, rate) in implied.items():
        if abs(people - middle) > middle * _APART:
            assert rate.value is not None and row.denominator is not None  # noqa: PT018
            expected = half_up(Fraction(rate.value) * middle / rate.per, 0)
            numbers = f"{row.denominator:f} {counts}, but {rate.value:f} per {rate.per:,} is about {expected:,}"
            yield row.name, "its denominator is not what its label says", numbers


def _beside(rows: Sequence[Printed]) -> Iterator[Found]:
    noughts = {(row.ref, row.period): row for row in rows if row.value == 0 and row.kind == "count" and not row.variant}
    for row in rows:
        nought = noughts.get((row.ref, row.period))
        if nought and row is not nought and row.value and "rate" in row.variant.lower():
            yield row.name, "a rate above nought beside a figure of nought", f"{row.value:f} beside 0"


def _years(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        found = re.match(r"(\d{4})/(\d{2})\b", row.period)
        if found and (int(found[1]) + 1) % 100 != int(found[2]):
            yield row.name, "a financial year that does not end in the next year", row.period


def _arrows(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        before = row.history[-1] if row.history else None
        if not row.arrow or row.value is None or before is None:
            continue
        moved = "up" if row.value > before else "down" if row.value < before else "same"
        if moved != row.arrow:
            yield row.name, f"its arrow says {row.arrow}", f"{before:f} to {row.value:f}"


_RATES = (
    Printed(ref="r1", kind="rate", per=10_000, value=_D(500), counts="assessments"),
    Printed(ref="r2", kind="rate", per=10_000, value=_D(60), counts="conferences"),
    Printed(ref="r3", kind="rate", per=10_000, value=_D(40), counts="plans"),
    Printed(ref="a", denominator=_D(5000), counts="assessments"),
    Printed(ref="b", denominator=_D(600), counts="conferences"),
)

CHECKS = (
    Check(
        name="counts",
        why="a percentage is its numerator over its denominator, half up",
        find=_contradicted,
        fails=(Printed(ref="a", value=_D(67), numerator=_D(466), denominator=_D(680)),),
        passes=(
            Printed(ref="a", value=_D(69), numerator=_D(466), denominator=_D(680)),
            Printed(ref="b", value=_D(0), numerator=_D(0), denominator=_D(0)),
            Printed(ref="c", value=_D(29), numerator=_D(57), denominator=_D(200)),
        ),
    ),
    Check(
        name="averages",
        why="averages of counts are rounded before they are printed and need not divide; print the sums",
        find=_averages,
        fails=(Printed(ref="a", value=_D(77), numerator=_D(124), denominator=_D(160), basis="12 months average"),),
        passes=(Printed(ref="a", value=_D(78), numerator=_D(124), denominator=_D(160), basis="12 months average"),),
    ),
    Check(
        name="possible",
        why="a share lies between none and all",
        find=_impossible,
        fails=(Printed(ref="a", value=_D(104)),),
        passes=(Printed(ref="a", value=_D(100)), Printed(ref="b", value=_D(518), kind="rate")),
    ),
    Check(
        name="labels",
        why="the population behind it differs by more than a fifth from that behind the other rates of the report",
        find=_labels,
        fails=(*_RATES, Printed(ref="c", denominator=_D(700), counts="plans")),
        passes=(*_RATES, Printed(ref="c", denominator=_D(430), counts="plans")),
    ),
    Check(
        name="beside",
        why="one of them covers another period, which must be printed with it",
        find=_beside,
        fails=(
            Printed(ref="a", period="2014-08", value=_D(0), kind="count"),
            Printed(ref="a", period="2014-08", variant="rate per 10,000", value=_D(4), kind="rate"),
        ),
        passes=(
            Printed(ref="a", period="2014-08", value=_D(2), kind="count"),
            Printed(ref="a", period="2014-08", variant="rate per 10,000", value=_D(4), kind="rate"),
        ),
    ),
    Check(
        name="years",
        why="it is a slip of the hand: nobody can tell which year is meant",
        find=_years,
        fails=(Printed(ref="a", period="2017/17"),),
        passes=(
            Printed(ref="a", period="2016/17"),
            Printed(ref="b", period="1999/00"),
            Printed(ref="c", period="2017"),
        ),
    ),
    Check(
        name="arrows",
        why="an arrow follows the number; a tolerance for small changes must be stated and the same for all",
        find=_arrows,
        fails=(Printed(ref="a", value=_D(32), history=(_D(31),), arrow="same"),),
        passes=(
            Printed(ref="a", value=_D(32), history=(_D(31),), arrow="up"),
            Printed(ref="b", value=_D(32), history=(None,), arrow="same"),
        ),
    ),
)
