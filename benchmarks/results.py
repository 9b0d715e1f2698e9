"""What was measured, as `results.md` for people and `results.csv` for machines: ratios first, seconds beside them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.child import Ran
from benchmarks.compare import Compared
from benchmarks.data import Scale
from benchmarks.growth_chart import PATH, Point, draw

HOME = Path(__file__).parent

_JOBS = {
    "load": "Load the records into a store (measured when it was made)",
    "prepare": "Prepare every view with all its columns",
    "twelve": "All the measures below in one call, preparing what they need",
    "prepared": "All the measures below in one call, from prepared views",
    "headline": "Every measure of the library in one period type, preparing and keeping what it needs",
    "headline_prepared": "Every measure of the library in one period type, from prepared views",
    "headline_broken_down": "Every measure of the library in one period type, by every breakdown, preparing it",
    "library": "Every measure of the library in one call, every period type, preparing what it needs",
    "broken_down": "Every measure of the library by every breakdown, preparing every view with all its columns",
}

_DRAWN = {"library": "whole library", "twelve": "twelve measures"}

_READING = """
Every measure in its headline definition, for 120 month ends by authority, from prepared views; rolling 12 months
(adoption: 36) where the measure takes them, else the state at the month end.
Where the library is counted in one period type each measure has rolling 12 months, else the state at the month end,
else its shortest period. In every period type there are 2.8 times as many series, each for all its month ends.

- **ours**: one call of the engine, from the request to the tidy table with intervals, reasons and traces.
- **ours, query**: only the counting query inside that call: built, run and fetched.
- **SQL**: one query written by hand for that measure and all months, over the same view in the same process.
- **scan**: the smallest value of every column the measure needs; no query can do with less.
- **loop**: pandas, a filter for each month end, the table already in memory; timed on 5 of the 120 months and scaled.

Ours, SQL and scan took turns; a ratio is the median of those of each turn. All numerators and denominators were equal.
"""


@dataclass(frozen=True)
class Measured:
    """Everything of one scale."""

    scale: Scale
    jobs: Sequence[Ran]
    measures: Sequence[Compared]


def markdown(measured: Sequence[Measured], on: date, command: str, machine: str) -> str:
    """The page."""
    parts = ["# How fast it is", "", f"Measured on {on.isoformat()} by `{command}` on {machine}.", _READING]
    for one in measured:
        if one.measures:
            heading = f"## {one.scale.title[0].upper()}{one.scale.title[1:]}"
            parts += [heading, "", *_jobs(one.jobs), "", *_table(one), ""]
    return "\n".join([*parts, *_growth(measured)])


def _growth(measured: Sequence[Measured]) -> list[str]:
    """How time grows with data: parts of the nation, and the whole of it."""
    nations = [one for one in measured if one.scale.part_of_nation or one.scale.name == "national"]
    if len(nations) <= 1:
        return []
    rows = []
    for one in nations:
        spent = {ran.job: ran for ran in one.jobs}
        each = f"{spent['library'].seconds / one.scale.authorities:.2f}"
        rows.append(
            f"| {one.scale.authorities} | {spent['load'].rows:,} | {spent['twelve'].seconds:.1f} "
            f"| {spent['library'].seconds:.1f} | {each} | {spent['library'].memory:,} |"
        )
    heads = "| authorities | records | twelve measures, s | whole library, s | library, s an authority | peak MiB |"
    return ["## How it grows", "", "Preparing included.", "", heads, "|--:|--:|--:|--:|--:|--:|", *rows, ""]


def _jobs(jobs: Sequence[Ran]) -> list[str]:
    rows = [f"| {_JOBS[ran.job]} | {ran.seconds:.1f} | {ran.memory:,} | {ran.rows:,} |" for ran in jobs]
    return ["| in a process of its own | seconds | peak MiB | rows out |", "|---|--:|--:|--:|", *rows]


def _table(one: Measured) -> list[str]:
    names = ("measure", "ours / SQL", "query / SQL", "ours / scan", "loop / ours", "ours, s", "query, s", "SQL, s")
    head = [*names, "scan, s", "loop, s", "rows"]
    rows = [
        f"| `{c.measure}` | {c.to_sql:.2f} | {c.query_to_sql:.2f} | {c.to_scan:.1f} | {c.to_loop:,.0f} "
        f"| {c.ours:.3f} | {c.ours_query:.3f} | {c.sql:.3f} | {c.scan:.3f} | {c.loop:,.1f} | {c.rows:,} |"
        for c in one.measures
    ]
    return [f"| {' | '.join(head)} |", f"|---|{'--:|' * (len(head) - 1)}", *rows]


def write(measured: Sequence[Measured], page: str, home: Path = HOME) -> None:
    """Write both files."""
    (home / "results.md").write_text(page + "\n", encoding="utf-8")
    nations = [one for one in measured if one.scale.part_of_nation or one.scale.name == "national"]
    if len(nations) > 1:
        PATH.write_text(draw({title: _points(nations, job) for job, title in _DRAWN.items()}), encoding="utf-8")
    with (home / "results.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["scale", "what", "quantity", "value"])
        for one in measured:
            for ran in one.jobs:
                rows.writerows([one.scale.name, ran.job, name, getattr(ran, name)] for name in _quantities(ran))
            for c in one.measures:
                told = [*_quantities(c), "to_loop"]
                rows.writerows([one.scale.name, c.measure, name, round(getattr(c, name), 5)] for name in told)


def _points(nations: Sequence[Measured], job: str) -> list[Point]:
    return [(one.scale.authorities, ran.seconds) for one in nations for ran in one.jobs if ran.job == job]


def _quantities(thing: Ran | Compared) -> list[str]:
    return [name for name in vars(thing) if name not in {"job", "measure"}]
