"""The figures, targets, bands and judgements that the five councils published, as data: facts without their prose."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

REPORTS = ("birmingham", "cheshire-east", "childrens-trust", "herefordshire", "kent")

_HERE = Path(str(files("trigpoint.packs.library"))) / "published"


@dataclass(frozen=True, kw_only=True)
class PublishedMeasure:
    """One line of a report: `target`, tolerance and `bands` as `rate` takes them, `_before` those of the year before.

    `before_is` says how the bands of the year before are known: printed, derived (from words), target printed (the red
    edge is a guess) or fitted (to the colours). `target_printed` stands where the print has it on the wrong row.
    """

    report: str
    ref: str
    section: str
    title: str
    kind: str
    unit: str
    polarity: str
    frequency: str
    period_basis: str
    style: str
    decimals: str
    target: str
    target_before: str
    tolerance_low: str
    tolerance_high: str
    bands: str
    bands_before: str
    before_is: str
    target_printed: str
    tolerance_printed: str
    said: str
    trend: str
    new: str
    retired: str


@dataclass(frozen=True, kw_only=True)
class PublishedFigure:
    """One printed figure; `counts` says what its denominator (of a rate: the figure itself) is labelled as counting."""

    report: str
    ref: str
    variant: str
    period: str
    period_basis: str
    value: str
    numerator: str
    denominator: str
    counts: str
    judgement: str


@dataclass(frozen=True, kw_only=True)
class PublishedComparator:
    """What a report prints of others; `differs` is "yes" where theirs is another definition."""

    report: str
    ref: str
    name: str
    period: str
    value: str
    differs: str


@cache
def measures(report: str) -> tuple[PublishedMeasure, ...]:
    """The lines of a report, in its order; none for a report that is not one of ours."""
    return tuple(PublishedMeasure(**row) for row in _rows("measures", report))


@cache
def figures(report: str) -> tuple[PublishedFigure, ...]:
    """The printed figures of a report, in its order; periods as printed."""
    return tuple(PublishedFigure(**row) for row in _rows("figures", report))


@cache
def comparators(report: str) -> tuple[PublishedComparator, ...]:
    """What a report prints of England, neighbours and others."""
    return tuple(PublishedComparator(**row) for row in _rows("comparators", report))


@cache
def commentary(report: str) -> dict[str, str]:
    """What the report says of a line, in one line of our own words, by its reference."""
    return {row["ref"]: row["text"] for row in _rows("commentary", report)}


def _rows(name: str, report: str) -> Iterator[dict[str, str]]:
    with (_HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from (row for row in csv.DictReader(lines) if row["report"] == report)
