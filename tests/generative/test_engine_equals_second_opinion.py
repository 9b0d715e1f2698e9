"""Random records full of edges: the engine and the slow second opinion must give the same figures and the same rows.

Each data set is one authority of a store, so that many are calculated at once. `TRIGPOINT_DATASETS` sets how many.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from random_records import random_tables, write_tables

import second_opinion
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.library import LibraryError, variants
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.load import load

HOW_MANY = int(os.environ.get("TRIGPOINT_DATASETS", "200"))
FIRST = int(os.environ.get("TRIGPOINT_FIRST_DATASET", "0"))
NAMES = ("numerator", "denominator", "value", "excluded", "unknown", "pending")
MONTHS = (0, 1, 2, 7)
"""How many months before the as-at month the periods compared end."""


def batches() -> list[tuple[date, list[int]]]:
    """Seeds by the as-at date of their records: one store holds one as-at date."""
    dated = sorted((random_tables(seed)[1], seed) for seed in range(FIRST, FIRST + HOW_MANY))
    return [(as_at, [seed for _, seed in same]) for as_at, same in groupby(dated, key=lambda item: item[0])]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[date, list[int], Path, Path]]:
    made = []
    for as_at, seeds in batches():
        home = tmp_path_factory.mktemp(f"as_at_{as_at:%Y%m%d}")
        for seed in seeds:
            write_tables(random_tables(seed)[0], home / "files" / f"A{seed:05d}")
        one = f"A{seeds[0]:05d}" if len(seeds) == 1 else ""
        load([home / "files"], home / "store", as_at, authority=one)
        made.append((as_at, seeds, home / "files", home / "store"))
    return made


def ends(as_at: date) -> list[int]:
    """Months in which compared periods end: near the as-at date, and the last financial quarter and year ends."""
    last = month_of(as_at)
    year_end = last - (last - 2) % 12
    quarter_end = last - (last - 2) % 3
    return sorted({last - back for back in MONTHS} | {year_end, quarter_end})


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_figures(measure: str, stores: list[tuple[date, list[int], Path, Path]]) -> None:
    compared = 0
    for as_at, seeds, files, store in stores:
        last, first = month_of(as_at), min(ends(as_at))
        table = figures(store, [measure], (), last_day(last), last - first + 1)
        ours = {
            (row["authority"], row["variant"], row["period_type"], row["period_end"]): row for row in table.to_pylist()
        }
        for seed in seeds:
            theirs = second_opinion.read_folder(files / f"A{seed:05d}")
            for (authority, variant, kind, end), row in ours.items():
                if authority == f"A{seed:05d}" and month_of(end) in ends(as_at):
                    found = second_opinion.figure(theirs, as_at, measure, variant, kind, end)
                    assert _ours(row) == _theirs(found), (seed, variant, kind, end)
                    compared += 1
    assert compared


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_rows(measure: str, stores: list[tuple[date, list[int], Path, Path]]) -> None:
    compared = 0
    for as_at, seeds, files, store in stores:
        for variant in variants(MEASURES[measure]):
            kind = second_opinion.period_types_of(measure, variant)[0]
            end = min(last_day(month_of(as_at)), as_at)
            if not second_opinion.exists(kind, last_day(month_of(end))):
                continue
            listed: dict[str, list[tuple[object, ...]]] = defaultdict(list)
            for row in _listed(store, measure, kind, end, variant):
                value = None if row["value"] is None else float(row["value"])
                listed[row["authority"]].append((row["record_id"], row["child_id"], row["result"], value))
            for seed in seeds:
                theirs = second_opinion.read_folder(files / f"A{seed:05d}")
                rows = second_opinion.classify(theirs, as_at, measure, variant, kind, end)
                if second_opinion.figure(theirs, as_at, measure, variant, kind, end).reason != "not collected":
                    assert _plain(listed[f"A{seed:05d}"]) == _plain(_row(row) for row in rows), (seed, variant)
                    compared += len(rows)
    assert compared


def _listed(store: Path, measure: str, kind: str, end: date, variant: str) -> list[dict[str, Any]]:
    try:
        return cases(store, measure, PeriodType(kind), end, variant=variant).to_pylist()
    except LibraryError:  # nobody in this store collected it, which the loop below finds too
        return []


def _row(row: second_opinion.Row) -> tuple[object, ...]:
    return row.record_id, row.child_id, row.result, None if row.value is None else float(row.value)


def _plain(rows: object) -> list[tuple[str, ...]]:
    return sorted(tuple("" if part is None else str(part) for part in row) for row in rows)  # type: ignore[attr-defined]


def _ours(row: dict[str, object]) -> tuple[object, ...]:
    return _said({name: row[name] for name in NAMES}, str(row["reason"] or ""))


def _theirs(found: second_opinion.Figure) -> tuple[object, ...]:
    return _said({name: getattr(found, name) for name in NAMES}, found.reason)


def _said(numbers: dict[str, object], reason: str) -> tuple[object, ...]:
    """What is not collected has no numbers to compare."""
    return (reason,) if reason == "not collected" else (*(_number(numbers[name]) for name in NAMES), reason)


def _number(value: object) -> float | None:
    return None if value is None else round(float(value), 9)  # type: ignore[arg-type]
