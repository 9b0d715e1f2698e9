"""Files of every format, broken in thousands of ways: each is read whole or refused in sentences, never a fault."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from aggregates_help import GOOD, csv_file
from fuzz_seeds import CORPUS, SUPPLIED, Seeds, broken, broken_inside, taken, written

from trigpoint import synthetic
from trigpoint.measures import EVERY
from trigpoint.sources import aggregates, plan
from trigpoint.sources.formats import formats

LONG = os.environ.get("TRIGPOINT_LONG") == "1"
INPUTS = 100_000 if LONG else 2_000
AS_AT = date(2026, 3, 31)
NAMES = (
    "ssd_cin_episodes.csv",
    "ssd_person.parquet",
    "ssda903.csv",
    "ssda903.xml",
    "cin_census.xml",
    "annex_a.xlsx",
    "dfe_api.json",
    "supplied.csv",
    "supplied.xlsx",
)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    """A small file of every format, written from the records of a few invented children."""
    home = tmp_path_factory.mktemp("seeds")
    synthetic.synthesize(12, 2, 1, AS_AT, home / "records", form="parquet")
    every = {part.table: part.data for part in plan([home / "records"]).parts()}
    tables = few(every)
    found = {
        "ssd_cin_episodes.csv": written(home / "a", "ssd", {"ssd_cin_episodes": tables["ssd_cin_episodes"]}),
        "ssd_person.parquet": written(home / "b", "ssd", {"ssd_person": tables["ssd_person"]}, form="parquet"),
        "ssda903.csv": episodes(home / "c", tables),
        "ssda903.xml": written(home / "d", "ssda903", tables, year=2026, form="xml"),
        "cin_census.xml": written(home / "e", "cin_census", tables, year=2026),
        "annex_a.xlsx": written(home / "f", "annex_a", tables, as_at=AS_AT),
        "dfe_api.json": written(home / "g", "dfe_api", tables),
        "supplied.csv": csv_file(home, GOOD, name="supplied.csv"),
        "supplied.xlsx": supplied(home),
    }
    return {name: (path.name, path.read_bytes()) for name, path in found.items()}


def supplied(home: Path) -> Path:
    """The workbook for one supplied measure, with the row of the CSV file filled in."""
    path = home / "supplied.xlsx"
    rows = aggregates.read(home / "supplied.csv", EVERY).table
    aggregates.template([EVERY[GOOD["measure"]]], "Youth justice", path, rows)
    return path


def few(every: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The records of three children in care and three others."""
    care = every["ssd_cla_episodes"]["clae_person_id"].unique().to_pylist()[:3]
    others = every["ssd_cin_episodes"]["cine_person_id"].unique().to_pylist()[:3]
    kept = pa.array({*care, *others})
    found = {}
    for name, table in every.items():
        column = next((column for column in table.column_names if column.endswith("person_id")), "")
        found[name] = table.filter(pa.compute.is_in(table[column], kept)) if column else table.slice(0, 3)
    return found


def episodes(home: Path, tables: dict[str, pa.Table]) -> Path:
    written(home, "ssda903", tables, year=2026)
    return home / "episodes.csv"


def test_every_format_that_reads_files_is_broken_here() -> None:
    records = [name for name in NAMES if not name.startswith(("ssd_", SUPPLIED))]
    assert set(formats()) == {"ssd", *(name.partition(".")[0] for name in records)}


@pytest.mark.parametrize("name", NAMES)
def test_the_seed_itself_is_read(seeds: Seeds, name: str, tmp_path: Path) -> None:
    assert taken(tmp_path, *seeds[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_is_read_whole_or_refused(seeds: Seeds, name: str, tmp_path: Path) -> None:
    called, content = seeds[name]
    chance = random.Random(name)
    for _ in range(INPUTS):
        inside = called.endswith(".xlsx") and chance.random() < 0.8
        given = broken_inside(chance, content) if inside else broken(chance, content)
        try:
            taken(tmp_path, called, given)
        except BaseException:
            found = Path(tmp_path / f"fault-{called}")
            found.write_bytes(given)
            raise


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_found_a_fault_finds_none(path: Path, tmp_path: Path) -> None:
    taken(tmp_path, f"{path.parent.name}{path.suffix}", path.read_bytes())


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_guided_fuzzer_finds_no_fault(seeds: Seeds, name: str, tmp_path: Path) -> None:
    called, content = seeds[name]
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "seed").write_bytes(content)
    script = Path(__file__).parent / "fuzz_guided.py"
    done = subprocess.run(
        [sys.executable, script, called, str(tmp_path / "corpus"), f"-runs={INPUTS}", "-seed=1", "-max_len=65536"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4_000:]
