"""Every worked child of every measure, through the real loader: the class of each row, and the figure."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from worked import Table, tables

from trigpoint.language.period import PeriodType
from trigpoint.measures import MEASURES
from trigpoint.records import TABLES
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.load import load

WORKED = [(name, place) for name, measure in MEASURES.items() for place, _ in enumerate(tables(measure.examples))]


def write(table: Table, folder: Path) -> None:
    for name, rows in table.records.items():
        columns = list(TABLES[name].fields)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def said(row: dict[str, object]) -> str:
    text = str(row["result"])
    if row["reason"]:
        return f"{text}: {row['reason']}"
    return f"{text} {row['value']}" if row["value"] is not None and text == "counted" else text


@pytest.mark.parametrize(("name", "place"), WORKED)
def test_every_row_is_classed_as_the_table_says(name: str, place: int, tmp_path: Path) -> None:
    table = tables(MEASURES[name].examples)[place]
    folder = tmp_path / "A"
    folder.mkdir()
    write(table, folder)
    load([folder], tmp_path / "store", table.as_at)
    kind = PeriodType(table.period_type)

    listed = cases(
        tmp_path / "store", name, kind, table.period_end, variant=table.variant, definitions=table.definitions
    )
    found: dict[str, list[str]] = defaultdict(list)
    by_meeting = "level=meeting" in table.variant
    for row in listed.to_pylist():
        key = next(k for k in (row["child_id"], row["record_id"]) if k in table.expected or by_meeting)
        wanted = table.expected.get(key, ["none"])[0]
        found[key].append(said(row) if " " in wanted or ":" in wanted else said(row).split(" ")[0])

    expected = {child: [] if classes == ["none"] else classes for child, classes in table.expected.items()}
    assert {child: found.get(child, []) for child in expected} == expected
    assert set(found) <= set(expected)

    value = figures(
        tmp_path / "store",
        [name],
        [kind],
        table.period_end,
        1,
        variant=table.variant or "headline",
        definitions=table.definitions,
    ).to_pylist()
    (total,) = value
    assert _printed(total) == table.figure


def _printed(row: dict[str, object]) -> str:
    if row["value"] is None:
        return "none"
    top, bottom = row["numerator"], row["denominator"]
    return f"{top:g}" if bottom is None else f"{top:g}/{bottom:g}"
