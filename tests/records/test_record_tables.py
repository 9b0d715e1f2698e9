"""The declared record tables against the published layouts, and the form in which they are stored."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pyarrow as pa
import pytest

from trigpoint.records import TABLES

SHARED = Path(os.environ.get("TRIGPOINT_SHARED") or Path(__file__).parents[3] / "shared")
SSD = "formats/ssd_v1.4.5_systemc_ddl.csv"
EXTENSION = "domain/extension_tables.csv"

KINDS = {
    "text": {"text"},
    "date": {"date"},
    "datetime": {"date", "datetime"},  # the SSD writes days as date-times
    "integer": {"integer"},
    "number": {"scaled"},
    "int": {"integer"},
    "tinyint": {"integer"},
    "bit": {"integer"},
    "float": {"scaled"},
    "nchar": {"text"},
    "varchar": {"text"},
    "nvarchar": {"text", "json"},
}


def layout(file: str) -> list[dict[str, str]]:
    path = SHARED / file
    if not path.exists():
        pytest.skip(f"{path} is not here: set TRIGPOINT_SHARED to the folder of published layouts")
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.mark.parametrize(("file", "prefix"), [(SSD, "ssd_"), (EXTENSION, "ext_")])
def test_tables_have_the_published_columns_in_order(file: str, prefix: str) -> None:
    published: dict[str, list[str]] = {}
    for row in layout(file):
        published.setdefault(row["table"], []).append(row["field"])
    declared = {name: list(table.fields) for name, table in TABLES.items() if name.startswith(prefix)}
    assert declared == published


@pytest.mark.parametrize("file", [SSD, EXTENSION])
def test_columns_have_the_published_kind(file: str) -> None:
    for row in layout(file):
        kind = TABLES[row["table"]].fields[row["field"]].kind
        assert kind in KINDS[row["type"].partition("(")[0].lower()], (row["table"], row["field"])


def test_required_extension_columns_are_required() -> None:
    for row in layout(EXTENSION):
        field = TABLES[row["table"]].fields[row["field"]]
        assert field.required == (row["required"] == "yes"), (row["table"], row["field"])
        assert field.key or row["notes"] != "primary key", (row["table"], row["field"])


def test_no_stored_table_has_a_column_twice() -> None:
    for name, table in TABLES.items():
        columns = table.schema().names
        assert len(set(columns)) == len(columns), (name, {column for column in columns if columns.count(column) > 1})


@pytest.mark.parametrize("name", TABLES)
def test_a_stored_table_begins_with_its_authority(name: str) -> None:
    schema = TABLES[name].schema()
    assert (schema.names[0], schema.types[0]) == ("authority", pa.string())


def test_json_is_stored_as_the_named_columns() -> None:
    found = {}
    for table in TABLES.values():
        for field in table.fields.values():
            if field.kind == "json":
                stem = field.name.removesuffix("_json")
                expected = tuple(
                    # A column of that name stands beside the JSON in one table: the two must not be confused.
                    f"{stem if f'{stem}_{key.lower()}' not in table.fields else field.name}_{key.lower()}"
                    for key in field.unpacks
                )
                assert field.stored == expected
                assert field.name not in table.schema().names
                types = dict(zip(table.schema().names, table.schema().types, strict=True))
                assert all(types[column] == pa.string() for column in expected)
                found[field.name] = len(expected)
    assert "icpc_icpc_outcome_json_cp_flag" in TABLES["ssd_initial_cp_conference"].schema().names
    assert len(found) == 8
    assert min(found.values()) >= 1


def test_scaled_numbers_are_stored_as_whole_parts() -> None:
    assert TABLES["ssd_professionals"].fields["prof_full_time_equivalency"].per == 100
    assert TABLES["ssd_professionals"].schema().field("prof_full_time_equivalency").type == pa.int64()
    assert TABLES["ssd_cla_placement"].fields["clap_cla_placement_distance"].per == 10
