"""Checks of grade distributions: one row a grade and period, all of one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from trigpoint.judgement.consistency_check import Check, Found
from trigpoint.judgement.printed import Printed

Group = tuple[str, list[Printed]]


def _groups(rows: Sequence[Printed]) -> Iterator[Group]:
    """Line and period with the grades that have a share."""
    grades = sorted((row for row in rows if row.kind == "grade" and row.value is not None), key=_place)
    for (ref, period), group in groupby(grades, _place):
        yield f"{ref} {period}".strip(), list(group)


def _place(row: Printed) -> tuple[str, str]:
    return row.ref, row.period


def _sums(rows: Sequence[Printed]) -> Iterator[Found]:
    """Rounding may move each share by half a unit, and no more."""
    for name, grades in _groups(rows):
        total = sum((row.value or Decimal(0) for row in grades), Decimal(0))
        rounded = [row for row in grades if row.value]
        allowed = sum((Decimal(1).scaleb(-row.decimals) / 2 for row in rounded), Decimal(0))
        if rounded and abs(total - 100) > allowed:
            shares = " + ".join(f"{row.value:f}" for row in grades)
            yield name, "the grades do not add up to 100", f"{shares} = {total:f}"


def _noughts(rows: Sequence[Printed]) -> Iterator[Found]:
    for name, grades in _groups(rows):
        if len(grades) > 1 and not any(row.value for row in grades):
            yield name, "every grade is nought", f"{len(grades)} times 0"


def _counted(rows: Sequence[Printed]) -> Iterator[Found]:
    """Each share against its count among the counts beside the others; a point of rounding is allowed."""
    for name, grades in _groups(rows):
        counted = [row for row in grades if row.value]
        if not counted or any(row.numerator is None for row in counted):
            continue
        total = sum((row.numerator or Decimal(0) for row in counted), Decimal(0))
        for row in counted:
            assert row.numerator is not None and row.value is not None  # noqa: PT018
            share = Fraction(100 * row.numerator) / Fraction(total)
            if abs(Fraction(row.value) - share) > 1:
                numbers = (
                    f"{row.value:f}% ({row.numerator:f}), but {row.numerator:f} of {total:f} is {float(share):.1f}%"
                )
                yield f"{name} {row.variant}".strip(), "a share is not what its count gives", numbers


def _round(*shares: int, counts: tuple[int, ...] = ()) -> tuple[Printed, ...]:
    numbers = [Decimal(n) for n in counts] if counts else [None] * len(shares)
    return tuple(
        Printed(ref="a", period="Q1", variant=f"grade {place}", kind="grade", value=Decimal(share), numerator=n)
        for place, (share, n) in enumerate(zip(shares, numbers, strict=True))
    )


CHECKS = (
    Check(
        name="grades",
        why="every audit has one grade, and rounding explains half a point for each share",
        find=_sums,
        fails=_round(0, 0, 88, 22),
        passes=_round(0, 20, 66, 13),
    ),
    Check(
        name="no audits",
        why="where nothing was audited there are no shares: print that there were no audits",
        find=_noughts,
        fails=_round(0, 0, 0, 0),
        passes=_round(0, 0, 100, 0),
    ),
    Check(
        name="shares",
        why="a share is its count over the sum of the counts beside the grades",
        find=_counted,
        fails=_round(33, 48, 11, counts=(6, 10, 2)),
        passes=_round(33, 56, 11, counts=(6, 10, 2)),
    ),
)
