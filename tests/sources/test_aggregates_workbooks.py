"""The template as a supplier meets it, filled and read back; and workbooks that must not be taken."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from aggregates_help import GOOD, figure, ods_file, table, unzipped, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from trigpoint.language.reading import combinations
from trigpoint.measures import EVERY, SUPPLIED
from trigpoint.sources import Refused, aggregates
from trigpoint.sources.limits import MAX_WORKBOOK_PARTS

GOLDEN = Path(__file__).parent / "golden" / "template_moj.txt"
MOJ = [measure for measure in SUPPLIED.values() if measure.supplier == "moj"]
ROWS = table([figure(m, v, m.periods[0], place) for m in MOJ for place, v in enumerate(combinations(m))])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "moj.xlsx"
    aggregates.template(MOJ, "Justice", path, ROWS)
    return path.read_bytes()


def said(path: Path) -> str:
    """Why a file is refused, in one sentence."""
    with pytest.raises(Refused) as caught:
        aggregates.read(path, EVERY)
    (issue,) = caught.value.issues
    assert issue.mend
    return str(issue)


def put(folder: Path, content: bytes) -> Path:
    path = folder / "moj.xlsx"
    path.write_bytes(content)
    return path


def structure(path: Path) -> str:
    """Sheets, cells and choices of a workbook, as text."""
    book = CalamineWorkbook.from_path(str(path))
    lines = []
    for meta in book.sheets_metadata:
        hidden = "" if meta.visible is SheetVisibleEnum.Visible else " (hidden)"
        lines.append(f"== {meta.name}{hidden}")
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
        lines += [" | ".join(str(cell) for cell in row).rstrip(" |") for row in rows]
    sheet = unzipped(path.read_bytes())["xl/worksheets/sheet1.xml"].decode()
    lines.append("== Choices")
    for where, formula in re.findall(r'sqref="([A-Z0-9:]+)"[^>]*><formula1>([^<]+)</formula1>', sheet):
        lines.append(f"{where}: {formula}")
    return "\n".join(lines) + "\n"


def test_a_template_has_the_sheets_lists_and_words_agreed(tmp_path: Path) -> None:
    aggregates.template(MOJ, "Ministry of Justice and youth justice", tmp_path / "moj.xlsx")
    assert structure(tmp_path / "moj.xlsx") == GOLDEN.read_text(encoding="utf-8")


def test_the_same_template_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        aggregates.template(MOJ, "Justice", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_example_row_left_in_is_refused(tmp_path: Path) -> None:
    aggregates.template(MOJ, "Justice", tmp_path / "moj.xlsx")
    assert said(tmp_path / "moj.xlsx") == (
        "moj.xlsx, row 2, column area: this is the example row of the template; delete the row."
    )


def test_a_filled_template_gives_the_rows_that_were_filled_in(tmp_path: Path, filled: bytes) -> None:
    taken = aggregates.read(put(tmp_path, filled), EVERY)
    assert taken.issues == []
    wanted = {name: ROWS[name].to_pylist() for name in ROWS.schema.names if name != "value"}
    assert {name: taken.table[name].to_pylist() for name in wanted} == wanted


def test_an_opendocument_spreadsheet_is_read_like_one_of_excel(tmp_path: Path) -> None:
    path = ods_file(tmp_path / "moj.ods", [list(GOOD), list(GOOD.values())])
    assert aggregates.read(path, EVERY).table["numerator"].to_pylist() == [395]


def test_a_workbook_of_ones_own_is_read_where_its_headings_are(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "own.xlsx")
    book.add_worksheet("Cover").write_string(0, 0, "Hello")
    sheet = book.add_worksheet("Our figures")
    sheet.write_row(0, 0, list(GOOD))
    sheet.write_row(2, 0, list(GOOD.values()))
    book.close()
    assert aggregates.read(tmp_path / "own.xlsx", EVERY).table.num_rows == 1
    with pytest.raises(Refused, match=r"row 3, column measure"):  # as Excel shows it, though row 2 is empty
        aggregates.read(tmp_path / "own.xlsx", {})


def test_a_formula_is_refused_with_its_row_and_column(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "moj.xlsx")
    sheet = book.add_worksheet("Figures")
    sheet.write_row(0, 0, [*GOOD, "ours"])
    sheet.write_row(1, 0, list(GOOD.values()))
    sheet.write_formula(1, len(GOOD), "=1+1")
    book.add_worksheet("Other").write_formula(0, 0, "=1+1")
    book.close()
    assert aggregates.read(tmp_path / "moj.xlsx", EVERY).table.num_rows == 1  # neither is in a column of ours
    parts = unzipped((tmp_path / "moj.xlsx").read_bytes())
    place = list(GOOD).index("numerator")
    cell = re.compile(rf'<c r="{chr(65 + place)}2"[^>]*>.*?</c>')
    sheet1 = cell.sub(
        f'<c r="{chr(65 + place)}2"><f>1+394</f><v>395</v></c>', parts["xl/worksheets/sheet1.xml"].decode()
    )
    path = put(tmp_path, zipped(parts | {"xl/worksheets/sheet1.xml": sheet1.encode()}))
    assert said(path).startswith("moj.xlsx, row 2, column numerator: the cell is calculated by a formula; copy")


def test_a_formula_of_opendocument_is_refused_too(tmp_path: Path) -> None:
    cell = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    path = ods_file(tmp_path / "moj.ods", [list(GOOD)], f"<table:table-row>{cell}</table:table-row>")
    assert said(path).startswith("moj.ods, row 2, column measure: the cell is calculated by a formula")


def far(parts: dict[str, bytes]) -> dict[str, bytes]:
    name = "xl/worksheets/sheet1.xml"
    far_cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return parts | {name: parts[name].replace(b"</sheetData>", far_cell)}


def entities(parts: dict[str, bytes]) -> dict[str, bytes]:
    name = "xl/worksheets/sheet1.xml"
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return parts | {name: parts[name].replace(b"<worksheet", bomb + b"<worksheet", 1)}


BAD: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "a zip bomb": lambda parts: zipped(parts | {"xl/media/image1.bin": bytes(200_000_000)}),
    "too many parts": lambda parts: zipped(parts | {f"p{n}": b"" for n in range(MAX_WORKBOOK_PARTS)}),
    "a cell at the end of the sheet": lambda parts: zipped(far(parts)),
    "entities": lambda parts: zipped(entities(parts)),
    "no workbook in it": lambda _: zipped({"moj.csv": b"measure\n"}),
    "a sheet missing": lambda parts: zipped({n: c for n, c in parts.items() if "sheet1" not in n}),
    "cut short": lambda parts: zipped(parts)[:-300],
    "headings missing": lambda parts: zipped({n: c.replace(b"period_end", b"ends") for n, c in parts.items()}),
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD)
def test_a_workbook_that_must_not_be_taken_is_refused(
    tmp_path: Path, filled: bytes, spoil: Callable[[dict[str, bytes]], bytes]
) -> None:
    sentence = said(put(tmp_path, spoil(unzipped(filled))))
    assert sentence.startswith("moj.xlsx")
    assert "; " in sentence


def test_a_part_named_twice_is_refused(tmp_path: Path, filled: bytes) -> None:
    made = io.BytesIO(filled)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    assert "is not an Excel workbook" in said(put(tmp_path, made.getvalue()))


def test_repeated_cells_of_opendocument_do_not_fill_the_memory(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="2"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    assert "reaches to row" in said(ods_file(tmp_path / "moj.ods", [list(GOOD)], row))
    empty = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    path = ods_file(tmp_path / "ours.ods", [list(GOOD), list(GOOD.values())], empty)
    assert aggregates.read(path, EVERY).table.num_rows == 1


def take(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with suppress(Refused):
            aggregates.read(path, EVERY).table.validate(full=True)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=30), st.integers(0, 100_000), st.sampled_from(["whole", "xl/workbook.xml", "sheet1.xml"]))
def test_any_bytes_in_a_workbook_give_rows_or_a_refusal(noise: bytes, place: int, where: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "moj.xlsx"
        aggregates.template(MOJ[:1], "Justice", path, ROWS.slice(0, 1))
        seed = path.read_bytes()

    def spoiled(content: bytes) -> bytes:
        at = place % len(content)
        return content[:at] + noise + content[at + len(noise) :]

    if where == "whole":
        take("moj.xlsx", spoiled(seed))
    else:
        parts = {name: spoiled(c) if name.endswith(where) else c for name, c in unzipped(seed).items()}
        take("moj.xlsx", zipped(parts))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.text(max_size=20) | st.text(st.sampled_from('"0123456789.,-/%eE=;\n')))
def test_any_text_in_a_cell_gives_rows_or_a_refusal(column: str, cell: str) -> None:
    row = GOOD | {column: cell}
    take("moj.csv", (",".join(row) + "\n" + ",".join(row.values()) + "\n").encode(errors="replace"))
