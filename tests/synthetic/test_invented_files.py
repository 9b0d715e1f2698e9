"""The files: the same arguments give the same bytes, other arguments others, and every table reads back."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest

from trigpoint.records import TABLES
from trigpoint.synthetic import synthesize
from trigpoint.synthetic.authority import NOT_INVENTED, TABLE_COUNT

AS_AT = date(2025, 12, 31)
GOLDEN = {
    (1, "csv"): "cbc8c6ab89c57428",
    (1, "parquet"): "bdbee342b2e97b23",
    (2, "csv"): "92fdc609d090013c",
    (2, "parquet"): "ca14726e3c692d19",
}


def fingerprint(folder: Path) -> str:
    """Hash of every file below the folder, with its place."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}:".encode() + path.read_bytes())
    return whole.hexdigest()[:16]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, str], Path]:
    folders = {}
    for seed, form in GOLDEN:
        out = tmp_path_factory.mktemp(f"{form}{seed}")
        synthesize(20, 2, seed, AS_AT, out, form="csv" if form == "csv" else "parquet")
        folders[seed, form] = out
    return folders


@pytest.mark.parametrize(("seed", "form"), GOLDEN)
def test_bytes_are_those_of_the_day_they_were_agreed(
    written: dict[tuple[int, str], Path], seed: int, form: str
) -> None:
    assert fingerprint(written[seed, form]) == GOLDEN[seed, form]


def test_seeds_differ(written: dict[tuple[int, str], Path]) -> None:
    first, second = written[1, "csv"], written[2, "csv"]
    assert (first / "ssd_cin_episodes.csv").read_bytes() != (second / "ssd_cin_episodes.csv").read_bytes()


def test_both_forms_hold_every_table_with_its_declared_columns(written: dict[tuple[int, str], Path]) -> None:
    for form in ("csv", "parquet"):
        files = {path.stem: path for path in written[1, form].iterdir()}
        assert set(files) == set(TABLES) - set(NOT_INVENTED)
        for name, path in files.items():
            fields = TABLES[name].fields.values()
            names = [f.name for f in fields] if form == "csv" else [s for f in fields for s in f.stored]
            found = pyarrow.csv.read_csv(path) if form == "csv" else pyarrow.parquet.read_table(path)
            assert found.column_names == list(dict.fromkeys(names))


def test_json_of_the_standard_is_json_in_csv(written: dict[tuple[int, str], Path]) -> None:
    text = (written[1, "csv"] / "ssd_cin_episodes.csv").read_text("utf-8")
    assert '""SINGLE_ASSESSMENT_FLAG"": ""Y""' in text
    factors = (written[1, "csv"] / "ssd_assessment_factors.csv").read_text("utf-8").splitlines()
    assert factors[1].split(",", 2)[2].startswith('"[""')


def test_several_authorities_have_folders_names_and_sizes_of_their_own(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    one, two = tmp_path / "one", tmp_path / "two"
    folders = synthesize(15, 1, 3, AS_AT, one, authorities=3, form="parquet", processes=1,
                         progress=lambda done, total, what: steps.append((done, total, what)))  # fmt: skip
    assert [folder.name for folder in folders] == ["X06000001", "X06000002", "X06000003"]
    assert [step[:2] for step in steps] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    rows = {pyarrow.parquet.read_metadata(folder / "ssd_cin_episodes.parquet").num_rows for folder in folders}
    assert len(rows) == 3
    synthesize(15, 1, 3, AS_AT, two, authorities=3, form="parquet", processes=2)
    assert fingerprint(one) == fingerprint(two)


@pytest.mark.parametrize(
    "wrong", [{"children": 0}, {"years": 0}, {"authorities": 0}, {"errors": 1.5}, {"errors": -0.1}]
)  # fmt: skip
def test_numbers_that_make_no_sense_are_refused(tmp_path: Path, wrong: dict[str, float]) -> None:
    given = {"children": 10, "years": 1, "authorities": 1, "errors": 0.0} | wrong
    with pytest.raises(ValueError, match="must be"):
        synthesize(
            int(given["children"]), int(given["years"]), 1, AS_AT, tmp_path,
            authorities=int(given["authorities"]), errors=given["errors"],
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("children", "as_at"), [(1, date(2025, 12, 31)), (30, date(2011, 6, 15)), (30, date(2031, 1, 1))]
)
def test_small_old_and_future_authorities_are_whole(tmp_path: Path, children: int, as_at: date) -> None:
    steps: list[tuple[int, int]] = []
    synthesize(children, 1, 5, as_at, tmp_path, form="parquet", errors=0.0,
               progress=lambda done, total, _what: steps.append((done, total)))  # fmt: skip
    assert steps == [(n, TABLE_COUNT) for n in range(1, TABLE_COUNT + 1)]
    episodes = pyarrow.parquet.read_table(tmp_path / "ssd_cla_episodes.parquet").to_pylist()
    statuses = pyarrow.parquet.read_table(tmp_path / "ssd_legal_status.parquet").to_pylist()
    short = {row["lega_person_id"] for row in statuses if row["lega_legal_status"] in ("V3", "V4")}
    still = {row["clae_person_id"] for row in episodes if row["clae_cla_episode_ceased_date"] is None} - short
    assert len(still) == children
