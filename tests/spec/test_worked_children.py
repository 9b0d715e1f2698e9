"""Every worked child of every measure, through the real loader: the class of each row, and the figure.

The tables of one as-at date are authorities of one store, so that each view is prepared once for all of them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from worked import Table, tables

from trigpoint.language.period import PeriodType
from trigpoint.measures import MEASURES
from trigpoint.records import TABLES
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.load import load

WORKED = {
    f"{name}-{place}": (name, table)
    for name, measure in MEASURES.items()
    for place, table in enumerate(tables(measure.examples))
}
STORES: dict[str, Path] = {}


def write(table: Table, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, rows in table.records.items():
        columns = list(TABLES[name].fields)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows({**row, "area": folder.name} if name == "ext_population" else row for row in rows)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that holds the worked table asked for, made with all that were chosen of its as-at date."""
    asked: str = request.node.callspec.params["name"]
    if asked not in STORES:
        chosen = [item.callspec.params["name"] for item in request.session.items if item.module is request.module]  # type: ignore[attr-defined]
        as_at = WORKED[asked][1].as_at
        mine = [name for name in chosen if WORKED[name][1].as_at == as_at]
        home = tmp_path_factory.mktemp(f"as_at_{as_at}")
        for name in mine:
            write(WORKED[name][1], home / "files" / name)
        load([home / "files"], home / "store", as_at)
        STORES.update(dict.fromkeys(mine, home / "store"))
    return STORES[asked]


def said(row: dict[str, Any]) -> str:
    text = str(row["result"])
    if row["reason"]:
        return f"{text}: {row['reason']}"
    return f"{text} {row['value']}" if row["value"] is not None and text == "counted" else text


def agrees(wanted: str, row: dict[str, Any]) -> bool:
    """Whether a row is classed as wanted; a bare word leaves the reason or the value open."""
    full = said(row)
    return wanted in {full, full.split(":", maxsplit=1)[0].split(" ", maxsplit=1)[0]}


@pytest.mark.parametrize("name", WORKED)
def test_every_row_is_classed_as_the_table_says(name: str, store: Path) -> None:
    measure, table = WORKED[name]
    kind = PeriodType(table.period_type)
    listed = cases(store, measure, kind, table.period_end, variant=table.variant, definitions=table.definitions)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in listed.to_pylist():
        if row["authority"] == name:
            key = row["child_id"] if row["child_id"] in table.expected else row["record_id"]
            found[key].append(row)

    expected = {child: [] if classes == ["none"] else classes for child, classes in table.expected.items()}
    of_meetings = "level=meeting" in table.variant
    for child, classes in expected.items():
        rows = found.get(child, [])
        assert len(rows) == len(classes), f"{child}: {[said(row) for row in rows]}"
        for row, wanted in zip(rows, classes, strict=True):
            assert agrees(wanted, row), f"{child}: {said(row)}, not {wanted}"
    assert of_meetings or set(found) <= set(expected)

    value = figures(
        store,
        [measure],
        [kind],
        table.period_end,
        1,
        variant=table.variant or "headline",
        definitions=table.definitions,
    ).to_pylist()
    assert _printed([row for row in value if row["authority"] == name]) == table.figure


def _printed(rows: list[dict[str, Any]]) -> str:
    """`2/4`, `3`, of a distribution `Good 2/4; Inadequate 2/4`; `none` without a value."""
    told = [_one(row) for row in rows if row["value"] is not None and (row["numerator"] or not row["breakdown"])]
    return "; ".join(told) or "none"


def _one(row: dict[str, Any]) -> str:
    top, bottom = row["numerator"], row["denominator"]
    if top is None:
        return f"{row['value']:g}"
    shown = f"{top:g}" if bottom is None else f"{top:g}/{bottom:g}"
    return f"{row['group']} {shown}" if row["breakdown"] else shown
