"""Every measure of the catalogue, every line of the five seed reports and of the national tables: it gives a value.

A measure counted from records must give one on an invented authority or on its own worked children; a supplied
measure by a filled template (`tests/cli/test_supply.py` fills and reads back each of them).
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from trigpoint.language.definition import VariantError
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import reading, spelling
from trigpoint.measures import EVERY, MEASURES, SUPPLIED
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.load import load

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TRIGPOINT_SHARED", ROOT.parent / "shared"))
AS_AT = date(2026, 3, 31)

Asked = tuple[str, str, PeriodType]
"""A measure, one of its variants in its one spelling, a period type."""


def rows(path: str) -> list[dict[str, str]]:
    """Rows of a list; the test is skipped where the lists are not at hand."""
    if not (SHARED / path).exists():
        pytest.skip(f"no {path}: set TRIGPOINT_SHARED to the folder that holds it")
    with (SHARED / path).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def asked(row: dict[str, str]) -> list[Asked]:
    """What a line of a seed report asks for. Raises KeyError, VariantError and ValueError."""
    measure = EVERY[row["measure_id"]]
    found = []
    for text in row["variant"].split("|"):
        variant = spelling(measure, text.strip().removeprefix("headline"))
        for word in row["period_type"].split(";"):
            kind = PeriodType(word.strip())
            if kind in reading(measure, variant).periods:
                found.append((measure.id, variant, kind))
    return found


def test_every_measure_of_the_catalogue_is_in_the_library_and_no_other() -> None:
    ids = [row["id"] for row in rows("domain/catalogue.csv")]
    assert len(ids) == 172
    assert set(ids) == set(EVERY)


def test_every_line_of_the_five_seed_reports_is_a_measure_in_a_variant_and_a_period() -> None:
    lines, unresolved = rows("mission/seed_mapping.csv"), []
    for row in lines:
        try:
            if not asked(row):
                unresolved.append((row["seed_ref"], "no period type"))
        except (KeyError, VariantError, ValueError) as trouble:
            unresolved.append((row["seed_ref"], str(trouble)))
    assert unresolved == []
    assert len(lines) == 173


def test_every_row_of_the_national_tables_is_a_measure() -> None:
    lines = rows("domain/national_mapping.csv")
    ids = {row["measure_id"] for row in lines}
    assert ids <= set(EVERY), ids - set(EVERY)
    assert len(lines) == 228


@cache
def _values(folder: Path) -> frozenset[Asked]:
    """What has a value on an invented authority, in the headline and in every variant that a seed report needs."""
    synthesize(150, 5, 11, AS_AT, folder / "records")
    load([folder / "records"], folder / "store", AS_AT)
    wanted: dict[str, set[str]] = defaultdict(set)
    for name in MEASURES:
        wanted[""].add(name)
    for row in rows("mission/seed_mapping.csv"):
        for measure, variant, _ in asked(row):
            wanted[variant].update({measure} & set(MEASURES))
    found: set[Asked] = set()
    for variant, names in wanted.items():
        table = figures(folder / "store", sorted(names), (), AS_AT, 24, variant=variant or "headline")
        columns = (table[name].to_pylist() for name in ("measure", "variant", "period_type", "value"))
        found |= {(m, v, PeriodType(kind)) for m, v, kind, value in zip(*columns, strict=True) if value is not None}
    return frozenset(found)


def worked(measure: str) -> set[str]:
    """Variants in which a worked child of the measure gives a value."""
    sys.path.insert(0, str(ROOT / "tests" / "spec"))
    from worked import tables  # noqa: PLC0415 - it lies beside the tests of worked children

    found = {table.variant for table in tables(MEASURES[measure].examples) if table.figure != "none"}
    return {spelling(EVERY[measure], variant) for variant in found}


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> frozenset[Asked]:
    return _values(tmp_path_factory.mktemp("proof"))


def test_every_measure_counted_from_records_gives_a_value(values: frozenset[Asked]) -> None:
    valued = {measure for measure, variant, _ in values if not variant}
    silent = {measure for measure in MEASURES if measure not in valued and "" not in worked(measure)}
    assert silent == set()
    assert len(valued) > 0.9 * len(MEASURES), sorted(set(MEASURES) - valued)


def test_every_line_of_the_seed_reports_gives_a_value(values: frozenset[Asked]) -> None:
    silent = [
        (row["seed_ref"], one)
        for row in rows("mission/seed_mapping.csv")
        for one in asked(row)
        if one[0] not in SUPPLIED and one not in values and one[1] not in worked(one[0])
    ]
    assert silent == []


def test_the_listing_says_what_each_measure_is_proved_by() -> None:
    run = [sys.executable, "-m", "trigpoint.cli", "measures", "--format", "csv"]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    listed = {row["measure"]: row["proved_by"] for row in csv.DictReader(said.splitlines())}
    assert listed == {name: "template" if name in SUPPLIED else "records" for name in EVERY}
