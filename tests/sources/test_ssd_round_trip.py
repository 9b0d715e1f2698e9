"""What is written as a dataset folder is what is read from it, for every table, in both forms."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pytest
from hypothesis import given, settings
from sources_help import load, record_rows, stored_tables

from trigpoint.records import TABLES
from trigpoint.sources import ssd


@settings(max_examples=150, deadline=None)
@given(stored_tables())
def test_csv_gives_back_what_was_written(stored: tuple[str, pa.Table]) -> None:
    _round_trip(*stored, "csv")


@settings(max_examples=60, deadline=None)
@given(stored_tables())
def test_parquet_gives_back_what_was_written(stored: tuple[str, pa.Table]) -> None:
    _round_trip(*stored, "parquet")


def _round_trip(name: str, table: pa.Table, form: Literal["csv", "parquet"]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ssd.write({name: table}, Path(folder), form)
        part = load(Path(folder))[name]
    assert part.data.to_pylist() == table.to_pylist()
    assert part.data.schema == TABLES[name].schema()
    assert (part.rows_in, part.refused, part.repeated) == (table.num_rows, 0, 0)
    assert not [issue for issue in part.issues if issue.kind == "error"]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    table = record_rows("ssd_professionals", [{"prof_professional_id": "a", "prof_full_time_equivalency": 50}])
    first, second = (ssd.write({"ssd_professionals": table}, tmp_path / n)[0].read_bytes() for n in "ab")
    assert first == second
    assert first.endswith(b",0.50\n")


def test_two_authorities_are_not_written_into_one_folder(tmp_path: Path) -> None:
    table = record_rows("ssd_family", [{"authority": "Kent", "fami_table_id": "1"}, {"authority": "Devon"}])
    with pytest.raises(ValueError, match="one authority, not Devon, Kent"):
        ssd.write({"ssd_family": table}, tmp_path)
