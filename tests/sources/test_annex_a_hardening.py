"""Workbooks of lists that must not be taken, each refused with one sentence; and any bytes at all."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from aggregates_help import ods_file, unzipped, zipped
from annex_a_help import CHILD, book, errors, loaded, rows_of, said
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.sources import Refused, plan
from trigpoint.sources.limits import MAX_COLUMNS, MAX_WORKBOOK_PARTS

DAY = date(2026, 8, 3)
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
Parts = dict[str, bytes]


def contacts(folder: Path, **more: object) -> Path:
    """A workbook with one contact."""
    row = CHILD | {"contact_on": DAY, "source": "g) Police"} | more
    return book(folder / "a.xlsx", {"List 1": rows_of(1, row)})


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return contacts(tmp_path_factory.mktemp("good")).read_bytes()


def refusal(folder: Path, content: bytes) -> str:
    """Why a file is refused, in one sentence."""
    path = folder / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        loaded(path)
    (issue,) = caught.value.issues
    assert issue.mend
    return str(issue)


def cell(where: str) -> Callable[[Parts], Parts]:
    """A workbook with one more cell."""
    row = re.sub(r"\D", "", where)
    more = f'<row r="{row}"><c r="{where}"><v>1</v></c></row></sheetData>'.encode()
    return lambda parts: parts | {SHEET: parts[SHEET].replace(b"</sheetData>", more)}


def doctype(name: str, encoding: str = "utf-8") -> Callable[[Parts], Parts]:
    """A workbook one part of which would read a file, or grow without end."""

    def spoil(parts: Parts) -> Parts:
        head, _, rest = parts[name].decode().partition("?>")
        told = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        return parts | {name: f"{head.replace('UTF-8', encoding)}?>{told}{rest}".encode(encoding)}

    return spoil


def in_the_sheet(old: str, new: str) -> Callable[[Parts], Parts]:
    return lambda parts: parts | {SHEET: re.sub(old, new, parts[SHEET].decode(), count=1).encode()}


BAD: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "a zip bomb in a sheet": (
        lambda parts: parts | {SHEET: parts[SHEET] + b" " * 50_000_000},
        "unpacks to more than 100 times its size",
    ),
    "a zip bomb beside the sheets": (
        lambda parts: parts | {"xl/media/image1.bin": bytes(50_000_000)},
        "unpacks to more than 100 times its size",
    ),
    "too many parts": (
        lambda parts: parts | {f"p{n}": b"" for n in range(MAX_WORKBOOK_PARTS)},
        "is not an Excel workbook",
    ),
    "a listing without end": (
        lambda parts: parts | {f"{n}{'x' * 30_000}": b"" for n in range(10)},
        "a zip archive or an Excel workbook",
    ),
    "two parts of nearly one name": (
        lambda parts: parts | {SHEET.upper(): b"<worksheet/>"},
        "is not an Excel workbook",
    ),
    "a cell far below": (cell("A1048577"), "reaches to row 1,048,577"),
    "a cell far below and beside": (cell("CV99999"), "reaches to row 99,999 and column 100"),
    "a cell far beside": (cell("XFD3"), "column 16,384"),
    "a document type in a sheet": (doctype(SHEET), "is not an Excel workbook"),
    "a document type in the texts": (doctype(TEXTS), "is not an Excel workbook"),
    "a document type in UTF-16": (doctype(TEXTS, "UTF-16"), "is not an Excel workbook"),
    "a text longer than a cell": (
        lambda parts: parts | {TEXTS: parts[TEXTS].replace(b"g) Police", b"g" * 40_000)},
        "longer than 32,767 characters",
    ),
    "macros of another age": (lambda parts: parts | {"xl/macrosheets/sheet1.xml": b"<x/>"}, "holds macros"),
    "macros": (lambda parts: parts | {"xl/vbaProject.bin": b"\xd0\xcf"}, "holds macros"),
    "a formula": (
        in_the_sheet('<c r="A2"([^>]*)><v>[^<]*</v>', r'<c r="A2"\1><f>WEBSERVICE("x")</f><v>7</v>'),
        "sheet List 1, row 2, column Child Unique ID: the cell is calculated by a formula",
    ),
    "no sheet": (lambda parts: {n: c for n, c in parts.items() if "sheet1" not in n}, "is not an Excel workbook"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_workbook_that_must_not_be_taken_is_refused(tmp_path: Path, good: bytes, name: str) -> None:
    spoil, why = BAD[name]
    assert why in refusal(tmp_path, zipped(spoil(unzipped(good))))


def test_a_part_is_looked_up_by_name_and_never_opened_by_it(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "in" / "a.xlsx"
    path.parent.mkdir()
    path.write_bytes(zipped(unzipped(good) | {"../../escaped.xml": b"<x/>", f"{tmp_path}/escaped.xml": b"<x/>"}))
    assert said(loaded(path)["ssd_contacts"])[0]["cont_contact_date"] == DAY
    assert not list(tmp_path.rglob("escaped*"))


def test_encrypted_and_old_workbooks_are_refused(tmp_path: Path, good: bytes) -> None:
    assert "encrypted" in refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    locked = bytearray(good)
    for start in (m.start() for m in re.finditer(b"PK\x01\x02", good)):
        locked[start + 8] |= 1
    for start in (m.start() for m in re.finditer(b"PK\x03\x04", good)):
        locked[start + 6] |= 1
    assert "damaged, or protected by a password" in refusal(tmp_path, bytes(locked))
    assert "cannot be read" in refusal(tmp_path, good[:-300]) or "zip archive" in refusal(tmp_path, good[:-300])


def test_a_large_archive_is_not_listed(tmp_path: Path, good: bytes) -> None:
    """The end of the archive may point to a second, larger end (ZIP64); no workbook of this size has one."""
    at = good.rfind(b"PK\x05\x06")
    larger = b"PK\x06\x07" + bytes(16)
    assert "a zip archive" in refusal(tmp_path, good[:at] + larger + good[at:])


def test_formulas_stand_where_nothing_is_read(tmp_path: Path) -> None:
    """Even a hundred of them before the one that counts."""
    rows = rows_of(
        1, *(CHILD | {"contact_on": DAY, "age": "=1+1", "source": f"g) Police {' ' * n}"} for n in range(150))
    )
    rows.insert(0, ["=TODAY()"])
    assert errors(loaded(book(tmp_path / "a.xlsx", {"1": rows}))) == []
    rows[-1][5] = "=A1"
    with pytest.raises(Refused, match=r"sheet 1, row 152, column Date of Contact: the cell is calculated by a formula"):
        loaded(book(tmp_path / "b.xlsx", {"1": rows}))


def test_a_formula_of_opendocument_is_refused(tmp_path: Path) -> None:
    texts = [["" if c is None else str(c) for c in row] for row in rows_of(1, CHILD | {"contact_on": DAY})]
    more = '<table:table-row><table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/>'
    path = ods_file(tmp_path / "a.ods", texts, more + "</table:table-row>")
    with pytest.raises(Refused, match=r"row 3, column Child Unique ID: the cell is calculated"):
        loaded(path)


def test_text_of_a_formula_is_only_text(tmp_path: Path) -> None:
    rows = rows_of(2, CHILD | {"start_on": DAY, "organisation": "'=cmd|x"})
    assert (
        said(loaded(book(tmp_path / "a.xlsx", {"x": rows}))["ssd_early_help_episodes"])[0]["earl_episode_organisation"]
        == "'=cmd|x"
    )


def test_more_columns_than_any_list_are_refused(tmp_path: Path) -> None:
    rows = rows_of(1, CHILD | {"contact_on": DAY})
    rows[0] += [f"extra {n}" for n in range(MAX_COLUMNS)]
    with pytest.raises(Refused, match="reaches to row 2 and column 407"):
        loaded(book(tmp_path / "a.xlsx", {"x": rows}))


def take(content: bytes, name: str = "a.xlsx") -> None:
    """Records that hold together, or a refusal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            for part in plan([path], "Kent").parts():
                assert part.rows_in == part.data.num_rows + part.refused + part.repeated
                part.data.validate(full=True)
        except Refused:
            return


with tempfile.TemporaryDirectory() as _folder:
    SEED = contacts(Path(_folder)).read_bytes()
    SEED_PARTS = unzipped(SEED)


@settings(max_examples=250, deadline=None)
@given(
    st.binary(min_size=1, max_size=30),
    st.integers(0, 100_000),
    st.sampled_from(["", SHEET, TEXTS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]),
    st.booleans(),
)
def test_any_bytes_in_a_workbook_give_records_or_a_refusal(noise: bytes, place: int, where: str, replace: bool) -> None:
    def spoiled(content: bytes) -> bytes:
        at = place % len(content)
        return content[:at] + noise + content[at + (len(noise) if replace else 0) :]

    if where:
        take(zipped(SEED_PARTS | {where: spoiled(SEED_PARTS[where])}))
    else:
        take(spoiled(SEED))


_CELLS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=12) | st.dates(date(1901, 1, 1))
_WORDS = st.sampled_from(["a) Yes", "b) No", "31/02/2026", "1/2/3", "45000.7", "a)", "-", "n/a", "99999999", "1e400"])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 11), st.lists(st.lists(_CELLS | _WORDS, max_size=36), max_size=4))
def test_any_cells_below_the_headings_of_a_list_give_records_or_a_refusal(
    number: int, cells: list[list[object]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        texts = [[c[1:] if isinstance(c, str) and c.startswith("=") else c for c in row] for row in cells]
        path = book(Path(folder) / "a.xlsx", {"x": [*rows_of(number), *texts]})
        take(path.read_bytes())
