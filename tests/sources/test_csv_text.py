"""CSV as any spreadsheet writes it is read cell by cell as Python's own reader reads it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.sources import csv_checks, csv_text

_CELLS = st.text(st.sampled_from('ab1 ,"\n\r;é'), max_size=5).map(str.strip)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(_CELLS, min_size=2, max_size=2), max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.booleans(),
)
def test_cells_and_row_numbers(cells: list[list[str]], ending: str, quoting: int, bom: bool) -> None:
    text = io.StringIO()
    if quoting == csv.QUOTE_MINIMAL:  # Python leaves a lone carriage return unquoted
        cells = [[cell.replace("\r", "").strip() for cell in row] for row in cells]
    writer = csv.writer(text, lineterminator=ending, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([["One", "Two"], *cells])
    sheet = csv_text.read((csv_checks.BOM if bom else b"") + text.getvalue().encode(), "some.csv")
    filled = [(number, row) for number, row in enumerate(cells, start=2) if any(row)]
    assert sheet.rows.tolist() == [number for number, _ in filled]
    read = zip(sheet.columns["one"].to_pylist(), sheet.columns["two"].to_pylist(), strict=True)
    assert list(read) == [(one or None, two or None) for _, (one, two) in filled]


@pytest.mark.parametrize("chunk", [3, 7, 64])
def test_checks_do_not_depend_on_where_a_chunk_ends(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = 'a,b\n"x ""y""",1\n"two\nlines",é\n"",2\n'.encode()
    monkeypatch.setattr(csv_checks, "_CHUNK", chunk)
    assert csv_checks.check(data, "some.csv")
    assert csv_text.read(data, "some.csv").columns["a"].to_pylist() == ['x "y"', "two\nlines", None]


def test_row_of_a_byte_counts_rows_not_lines() -> None:
    data = b'a,b\r\n"two\r\nlines",1\r\n3,x'
    assert csv_checks.row_at(data, data.index(b"x")) == 3
