"""Windows by authority and child: DuckDB is asked for one number, and gives what both would."""

from __future__ import annotations

from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from trigpoint.engine.backends import DuckDB


@pytest.fixture
def backend(tmp_path: Path) -> DuckDB:
    made = DuckDB()
    made.start(tmp_path)
    return made


def test_rows_without_a_child_stay_apart_by_authority(backend: DuckDB) -> None:
    rows = pa.table({"authority": [1, 1, 2, 2, 1], "child": [4, None, None, 4 << 32, 4], "n": [1, 2, 4, 8, 16]})
    table = backend.con.create_table("given", rows.cast(pa.schema([(name, pa.int64()) for name in rows.column_names])))
    line = ibis.window(group_by=["authority", "child"])
    assert sorted(table.select(total=table.n.sum().over(line)).to_pyarrow()["total"].to_pylist()) == [2, 4, 8, 17, 17]
