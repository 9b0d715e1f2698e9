"""The library against the lists it was agreed from: variants, period types, catalogue."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import trigpoint.measures
from trigpoint.language.measure import Declaration
from trigpoint.measures import EVERY, MEASURES
from trigpoint.tasks.library import all_periods, variants, versions

ROOT = Path(__file__).parents[2]
DOMAIN = Path(os.environ.get("TRIGPOINT_SHARED", ROOT.parent / "shared")) / "domain"
AGGREGATIONS = {
    "ratio": {"ratio"},
    "count": {"count"},
    "rate": {"rate"},
    "average": {"mean"},
    "median": {"median"},
    "distribution": {"distribution"},
    "true_ratio": {"mean", "ratio"},
}
FAMILIES = {"cin_at_period_end", "cpp_at_period_end"}
GOOD = {"higher": "high", "lower": "low", "none": "none", "range": "none"}

each = pytest.mark.parametrize("declared", MEASURES.values(), ids=MEASURES)


@cache
def rows_of(name: str, key: str) -> dict[str, list[dict[str, str]]]:
    """Rows of a list by measure; the test is skipped where the lists are not at hand."""
    path = DOMAIN / f"{name}.csv"
    if not path.exists():
        pytest.skip(f"no {name}.csv: set TRIGPOINT_SHARED to the folder that holds domain/")
    found = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row[key]].append(row)
    return found


@each
def test_the_variants_are_those_agreed(declared: Declaration) -> None:
    agreed = rows_of("variants", "measure")[declared.id]
    headlines = {(row["key"], row["value"]) for row in agreed if row["headline"] == "yes"}
    ours = {(key, v): c for key, values in declared.variants.items() for v, c in values.items()}
    if declared.id in FAMILIES:  # stocks that are counted by family too, beyond the list
        assert ours.pop(("level", "family"))
        assert not ours.pop(("level", "child"))
    assert set(ours) == {(row["key"], row["value"]) for row in agreed}
    assert {name for name, clauses in ours.items() if not clauses} == headlines


@each
def test_the_period_types_are_those_agreed(declared: Declaration) -> None:
    agreed = rows_of("period_types", "measure")[declared.id]
    assert {str(kind) for kind in all_periods(declared)} == {row["period_type"] for row in agreed}
    (headline,) = (row["period_type"] for row in agreed if row["headline"] == "yes")
    assert str(declared.periods[0]) == headline
    for row in agreed:
        if row["notes"].startswith("only "):
            key, _, values = row["notes"].removeprefix("only ").partition("=")
            taking = {
                v
                for v in declared.variants[key]
                if row["period_type"] in {str(k) for k in versions(declared, f"{key}={v}")[0].periods}
            }
            assert taking == set(values.partition(";")[0].split(" and "))


@each
def test_the_catalogue_says_the_same(declared: Declaration) -> None:
    (row,) = rows_of("catalogue", "id")[declared.id]
    assert declared.domain == row["domain"]
    assert str(declared.good) == GOOD[row["polarity"]]
    assert declared.unit == row["unit"]
    assert row["aggregation"] in AGGREGATIONS[declared.kind]


@each
def test_the_id_is_the_name_of_the_file_and_the_folder_its_domain(declared: Declaration) -> None:
    folder = declared.domain.replace(" & ", "_and_").replace("/", "_or_").replace(" ", "_")
    path = Path(trigpoint.measures.__file__).parent / folder / f"{declared.id}.py"
    assert path.is_file()
    assert f"\n{declared.id} = " in path.read_text(encoding="utf-8")


def test_every_file_of_the_library_is_a_measure() -> None:
    home = Path(trigpoint.measures.__file__).parent
    files = {path.stem for path in home.glob("*/*.py") if path.stem != "__init__" and path.parent.name != "amendments"}
    assert files == set(EVERY)


@each
def test_what_people_read_is_there(declared: Declaration) -> None:
    assert declared.title[0].isupper()
    assert not declared.title.endswith(".")
    assert declared.source
    assert declared.examples.strip(), "no worked children"
    titles = [m.title for m in EVERY.values()]
    assert titles.count(declared.title) == 1
    shares = declared.kind in {"ratio", "distribution"} or getattr(declared, "times", 1) == 100
    assert shares == (declared.unit == "%")


@each
def test_every_variant_stands_and_differs_from_the_headline(declared: Declaration) -> None:
    every = {variant: versions(declared, variant)[0] for variant in variants(declared)}
    assert len({definition.fingerprint for definition in every.values()}) == len(every)
    for definition in every.values():
        assert definition.columns <= set(definition.counts.columns) | {"as_at"}


def test_importing_the_library_imports_no_engine() -> None:
    heavy = "ibis duckdb pandas pyarrow numpy sqlglot"
    code = f"import sys, trigpoint.measures; print(*[m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
