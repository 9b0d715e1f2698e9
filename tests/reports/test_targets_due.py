"""A target still to be set says in every layout when it is due: in full where there is room, else under the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from borderfield import filling, pack

from trigpoint.judgement.standard import Status
from trigpoint.reports.block import Prose, Strip, Table, flat
from trigpoint.reports.build import report

NOTE = "* To be set, due after Q4 2026/27: KPI 5."


@pytest.mark.parametrize("name", ["contract", "scorecard", "indicators"])
def test_a_star_in_the_table_is_explained_on_its_page(name: str) -> None:
    unset: dict[str, Any] = {
        "status": Status.TO_BE_SET,
        "value": None,
        "low": None,
        "high": None,
        "due": date(2027, 3, 31),
    }
    targets = tuple(replace(t, **unset) if t.measure == "icpc_15wd_pct" else t for t in filling().targets)
    first, *pages = report(replace(pack(), layout=name, detail=0), replace(filling(), targets=targets)).pages
    tables = [block for block in flat(first.blocks) if isinstance(block, Table)]
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert cells.count("To be set*") == 1
    notes = [note for table in tables for note in table.notes]
    notes += [p.text for block in flat(first.blocks) if isinstance(block, Prose) for p in block.paragraphs]
    assert notes.count(NOTE) == 1
    strips = [block for page in pages for block in flat(page.blocks) if isinstance(block, Strip)]
    told = " ".join(" ".join((said.text, *said.sub)) for strip in strips for said in strip.items)
    assert ("To be set, due after Q4 2026/27" in told) is bool(pages)
