"""How far an ordinary sheet reaches is seen in its bytes; one that is written otherwise is left to the parser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from aggregates_help import unzipped
from annex_a_help import book

from trigpoint.sources.sheet_reach import reach
from trigpoint.sources.workbook_archive import shapes

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROW = b'<row r="7"><c r="AB7" s="1"/><c r="C9"><v>1</v></c></row>'


def test_what_excel_writes_is_seen_at_once(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", None, 1.5], [], [None, date(2026, 8, 3), "<c r='XFD9'>", True]]
    parts = unzipped(book(tmp_path / "a.xlsx", {"x": rows}).read_bytes())
    assert reach(parts["xl/worksheets/sheet1.xml"]) == (3, 4)
    assert (shapes(parts, "a")["x"].rows, shapes(parts, "a")["x"].columns) == (3, 4)


def test_empty_cells_and_rows_count_for_they_can_only_make_it_larger() -> None:
    assert reach(HEAD + b"<sheetData>" + ROW + b'<row r="12"/></sheetData>') == (12, 28)


OTHER_WAYS = {
    "a formula": ROW + b"<f>A1</f>",
    "a formula with a prefix": ROW + b"<x:f>A1</x:f>",
    "a formula over two lines": ROW + b"<f\n>A1</f>",
    "a cell with a prefix": ROW + b'<x:c r="A99"/>',
    "a row with a prefix": ROW + b'<x:row r="99"/>',
    "a cell without a place": ROW + b"<c><v>1</v></c>",
    "a row without a number": ROW + b"<row/>",
    "another order": ROW + b'<c s="1" r="ZZ99"/>',
    "other quotation marks": ROW + b"<c r='ZZ99'/>",
    "another space": ROW + b'<c\tr="ZZ99"/>',
    "a place with an entity": ROW + b'<c r="Z&#90;99"/>',
    "a place without a row": ROW + b'<c r="ZZ"/>',
    "a place in small letters": ROW + b'<c r="zz99"/>',
    "a place that no sheet has": ROW + b'<c r="AAAA1"/>',
    "a row that no sheet has": ROW + b'<row r="12345678"/>',
}


@pytest.mark.parametrize("name", OTHER_WAYS)
def test_what_is_written_otherwise_must_be_parsed(name: str) -> None:
    assert reach(HEAD + ROW)


def test_another_encoding_must_be_parsed() -> None:
    assert reach(ROW) is None
    assert reach(HEAD.replace(b"UTF-8", b"cp037") + ROW) is None
    assert reach((HEAD + ROW).decode().encode("utf-16")) is None
