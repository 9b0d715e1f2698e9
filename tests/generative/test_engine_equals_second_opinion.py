"""Random records full of edges: the engine and the slow second opinion must give the same figures and the same rows.

Each data set is one authority of a store, so that many are calculated at once. `TRIGPOINT_DATASETS` sets how many.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count, groupby, islice
from pathlib import Path
from typing import Any

import pytest
from random_dice import Dice
from random_records import random_tables, write_tables

import second_opinion
from trigpoint.engine import Engine
from trigpoint.language.period import Period, last_day, month_of
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import variants, versions
from trigpoint.tasks.load import load
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of

HOW_MANY = int(os.environ.get("TRIGPOINT_DATASETS", "8"))
FIRST = int(os.environ.get("TRIGPOINT_FIRST_DATASET", "0"))
NAMES = ("numerator", "denominator", "value", "excluded", "unknown", "pending")
MONTHS = (0, 1, 2, 7)
"""How many months before the as-at month the periods compared end."""


ONE_DAY = date(2024, 3, 31)
"""The as-at day of the ordinary run: a month's, a quarter's and a year's end. The long run takes all of them."""


def seeds() -> list[int]:
    """Seeds of the data sets to compare."""
    if os.environ.get("TRIGPOINT_LONG") == "1":
        return list(range(FIRST, FIRST + HOW_MANY))
    return list(islice((seed for seed in count(FIRST) if Dice(seed).as_at == ONE_DAY), HOW_MANY))


def batches() -> list[tuple[date, list[int]]]:
    """Seeds by the as-at date of their records: one store holds one as-at date, its views are prepared once."""
    dated = sorted((Dice(seed).as_at, seed) for seed in seeds())
    return [(as_at, [seed for _, seed in same]) for as_at, same in groupby(dated, key=lambda item: item[0])]


@dataclass
class Made:
    """One store: its as-at date, the seeds of its authorities, their files, and the engine on it."""

    as_at: date
    seeds: list[int]
    files: Path
    engine: Engine


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    made = []
    for as_at, seeds in batches():
        home = tmp_path_factory.mktemp(f"as_at_{as_at:%Y%m%d}")
        for seed in seeds:
            write_tables(random_tables(seed)[0], home / "files" / f"A{seed:05d}")
        one = f"A{seeds[0]:05d}" if len(seeds) == 1 else ""
        load([home / "files"], home / "store", as_at, authority=one)
        made.append(Made(as_at, seeds, home / "files", engine_on(snapshot_of(home / "store"))))
    return made


def ends(as_at: date) -> list[int]:
    """Months in which compared periods end: near the as-at date, and the last financial quarter and year ends."""
    last = month_of(as_at)
    year_end = last - (last - 2) % 12
    quarter_end = last - (last - 2) % 3
    return sorted({last - back for back in MONTHS} | {year_end, quarter_end})


@pytest.mark.parametrize("measure", second_opinion.MEASURES)
def test_the_same_figures(measure: str, stores: list[Made]) -> None:
    compared = 0
    for store in stores:
        last, first = month_of(store.as_at), min(ends(store.as_at))
        asked = asked_for(MEASURES[measure], (), variants(MEASURES[measure]), "national")
        ours = store.engine.figures(asked, range(first, last + 1)).to_pylist()
        for row in ours:
            kind, end = row["period_type"], row["period_end"]
            if month_of(end) in ends(store.as_at) and not _rebuilt(measure, row["variant"], end, store.as_at):
                theirs = _records(store.files / row["authority"])
                group = row["group"] or second_opinion.NOT_RECORDED
                found = second_opinion.figure(theirs, store.as_at, measure, row["variant"], kind, end, group)
                assert _ours(row) == _theirs(found), (row["authority"], row["variant"], kind, end, group)
                compared += 1
        missing = _categories_not_listed(measure, store, ours)
        assert not missing, missing
    assert compared


def _categories_not_listed(measure: str, store: Made, ours: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Categories of a distribution that the second opinion finds and our figures do not have."""
    listed: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for row in ours:
        place = row["authority"], row["variant"], row["period_type"], row["period_end"]
        listed[place].add(row["group"] or second_opinion.NOT_RECORDED)
    missing: list[tuple[Any, ...]] = []
    for place, groups in listed.items():
        authority, variant, kind, end = place
        is_distribution = second_opinion.kind_of(measure, str(variant)) == "distribution"
        if (
            is_distribution
            and month_of(end) in ends(store.as_at)
            and not _rebuilt(measure, str(variant), end, store.as_at)
        ):
            theirs = _records(store.files / str(authority))
            rows = second_opinion.classify(theirs, store.as_at, measure, str(variant), str(kind), end)
            found = {row.category or second_opinion.NOT_RECORDED for row in rows}
            missing += [(*place, category) for category in found - groups]
    return missing


@pytest.mark.parametrize("measure", second_opinion.MEASURES)
def test_the_same_rows(measure: str, stores: list[Made]) -> None:
    compared = 0
    for store in stores:
        end = min(last_day(month_of(store.as_at)), store.as_at)
        for variant in variants(MEASURES[measure]):
            (definition,) = versions(MEASURES[measure], variant)
            kind = next((kind for kind in definition.periods if kind.months(month_of(end))), None)
            if kind is None:
                continue
            (definition,) = versions(MEASURES[measure], variant, period_type=kind)
            listed: dict[str, list[tuple[object, ...]]] = defaultdict(list)
            for row in store.engine.cases(definition, Period(kind, month_of(end))).to_pylist():
                value = None if row["value"] is None else float(row["value"])
                listed[row["authority"]].append((row["record_id"], row["child_id"], row["result"], value))
            for seed in store.seeds:
                theirs = _records(store.files / f"A{seed:05d}")
                rows = second_opinion.classify(theirs, store.as_at, measure, variant, kind, end)
                said = second_opinion.figure(theirs, store.as_at, measure, variant, kind, end).reason
                if said != "not collected":
                    assert _plain(listed[f"A{seed:05d}"]) == _plain(_row(row) for row in rows), (seed, variant)
                    compared += len(rows)
    assert compared


@cache
def _records(folder: Path) -> second_opinion.Tables:
    return second_opinion.read_folder(folder)


def _rebuilt(measure: str, variant: str, end: date, as_at: date) -> bool:
    """What was known at an earlier period's end hides later events, but does not take periods of care apart again,
    as the second opinion does: the two are compared where both know the same."""
    needs_care = "ssd_cla_episodes" in second_opinion.MEASURES[measure].needs
    return needs_care and "as_of=period_end" in variant and end < as_at


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
