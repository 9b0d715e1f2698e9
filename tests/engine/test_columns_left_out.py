"""A column left out of the files changes a figure to "not collected" or not at all, never to another figure."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "generative"))

from random_records import random_tables, write_tables

from trigpoint.language.period import PeriodType
from trigpoint.language.reason import Reason
from trigpoint.records import TABLES
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.load import load

SEED = 24
KINDS = (PeriodType.SNAPSHOT, PeriodType.ROLLING12)
BY = ("team",)
OF = ("measure", "variant", "period_type", "breakdown")
WHICH = (*OF, "group", "period_end")
SAYS = ("numerator", "denominator", "value", "excluded", "unknown", "pending", "reason")
AT_ONCE = 9
Figures = Mapping[tuple[Any, ...], tuple[Any, ...]]


def optional() -> list[tuple[str, str]]:
    """Every column of the random records without which a file is still taken."""
    tables = random_tables(SEED)[0]
    return [
        (table, name) for table in sorted(tables) for name, field in TABLES[table].fields.items() if not field.required
    ]


def told(home: Path, left_out: Sequence[tuple[str, str]], variant: str | None) -> Figures:
    """Every figure of the random records without some of their columns."""
    tables, as_at = random_tables(SEED)
    write_tables(tables, home / "files")
    for table in sorted({table for table, _ in left_out}):
        path, gone = home / "files" / f"{table}.csv", {name for of, name in left_out if of == table}
        _cut(path, gone)
    load([home / "files"], home / "store", as_at, authority="A")
    rows = figures(home / "store", (), KINDS, as_at, 2, BY, variant).to_pylist()
    for row in rows:
        row["breakdown"] = row["breakdown"].removesuffix("category").rstrip("+")  # which what is not there lacks
    return {tuple(row[name] for name in WHICH): tuple(row[name] for name in SAYS) for row in rows}


def _cut(path: Path, gone: set[str]) -> None:
    with path.open(encoding="utf-8", newline="") as opened:
        given = csv.DictReader(opened)
        rows, names = list(given), [name for name in given.fieldnames or () if name not in gone]
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def check(whole: Figures, less: Figures) -> int:
    """Hold the figures of fewer columns against all of them; how many measures fell silent."""
    silent = {key[: len(OF)] for key, said in less.items() if said[-1] == str(Reason.NOT_COLLECTED)}
    wrong = [
        (key, whole.get(key), less.get(key))
        for key in whole.keys() | less.keys()
        if key[: len(OF)] not in silent and whole.get(key) != less.get(key)
    ]
    assert wrong == []
    return len(silent)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return told(tmp_path_factory.mktemp("whole"), (), "headline")


def test_a_few_columns(whole: Figures, tmp_path: Path) -> None:
    left_out = random.Random(SEED).sample(optional(), AT_ONCE)
    fallen = check(whole, told(tmp_path, left_out, "headline"))
    never = check(whole, whole)
    assert never < fallen < len({key[: len(OF)] for key in whole})


@pytest.fixture(scope="module")
def every_variant(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return told(tmp_path_factory.mktemp("every"), (), None)


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, len(optional()), 2 * AT_ONCE))
def test_every_column(start: int, every_variant: Figures, tmp_path: Path) -> None:
    columns = optional()
    random.Random(SEED).shuffle(columns)
    check(every_variant, told(tmp_path, columns[start : start + 2 * AT_ONCE], None))
