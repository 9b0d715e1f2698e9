"""Input that cannot be taken is refused whole, with a sentence that names the file and how to mend it."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sources_help import load, text_file

from trigpoint.sources import Refused, csv_checks, csv_text, file, parquet_file, plan, text_cells

NAME = "ssd_family.csv"
HEAD = "fami_table_id,fami_family_id,fami_person_id\n"
GOOD = HEAD + "1,F,P\n2,G,Q\n"


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(NAME, GOOD)
    return packed.getvalue()


BAD: dict[str, tuple[bytes, str, str]] = {
    "nothing in it": (b"", "the file is empty", "export it again"),
    "a byte order mark only": (b"\xef\xbb\xbf\r\n", "the file is empty", "export it again"),
    "cut inside quotes": (
        f'{GOOD}3,F,"cut of'.encode(),
        "row 4: the file ends inside a quoted cell",
        "export it again",
    ),
    "cut inside a row": (f"{GOOD}3,F".encode(), "row 4: the file ends in the middle of a row", "export it again"),
    "Windows-1252": (
        f"{GOOD}3,F,Zoë\n".encode("cp1252"),
        "row 4: the file is not UTF-8",
        "'CSV UTF-8 (Comma delimited)'",
    ),
    "Windows-1252 in a heading": ("fami_table_id,naïve\n".encode("cp1252"), "row 1: the headings", "'CSV UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "looks like UTF-16", "'CSV UTF-8 (Comma delimited)'"),
    "a heading twice": (
        HEAD.encode().strip() + b", FAMI_TABLE_ID\n",
        "more than once: fami_table_id",
        "rename or remove",
    ),
    "10,000 columns": (",".join(f"c{n}" for n in range(10_000)).encode(), "more than 400 columns", "the right file"),
    "no headings": (b",,\n1,2,3\n", "row 1 has no headings", "put the column headings into row 1"),
    "headings cut inside quotes": (b'fami_table_id,"fami', "the headings cannot be read", "export it again"),
    "semicolons": (GOOD.replace(",", ";").encode(), "separated by semicolons", "separated by commas"),
    "a zip archive": (zipped(), "a zip archive or an Excel workbook", "unzip it first"),
    "a gzip archive": (gzip.compress(GOOD.encode()), "a gzip archive", "unzip it first"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel workbook", "'CSV UTF-8'"),
    "a web page": (b"  <html>", "XML or HTML, not CSV", "save it as 'CSV UTF-8"),
    "a formula": (
        f"{GOOD}=1+1,F,P\n".encode(),
        "row 4, column fami_table_id: the cell '=1+1'",
        "paste the column as values",
    ),
    "a command": (f"{GOOD}3,-2+cmd|x,P\n".encode(), "row 4, column fami_family_id", "paste the column as values"),
    "an at sign": (f'{GOOD}3,"@SUM(A1)",P\n'.encode(), "row 4, column fami_family_id", "paste the column as values"),
    "a stray quotation mark": (
        f'{GOOD}3,6" nail,P\n'.encode(),
        "row 4: a quotation mark",
        "write each mark inside it twice",
    ),
    "no id column": (b"fami_family_id,fami_person_id\nF,P\n", "needs the column fami_table_id", "add the column"),
    "a very long cell": (
        f'{GOOD}3,"{"x" * 40_000}",P\n'.encode(),
        "row 4, column fami_family_id: a cell",
        "shorten it",
    ),
    "a very long row": (f"{GOOD}3,{'x' * 1_100_000},P\n".encode(), "row 4: a row is longer", "never closed"),
    "two authorities": (
        b"authority,fami_table_id\nKent,1\nDevon,2\n",
        "several authorities: Kent, Devon",
        "of its own",
    ),
}


@pytest.mark.parametrize(("content", "what", "mend"), BAD.values(), ids=list(BAD))
def test_a_bad_file_is_refused(tmp_path: Path, content: bytes, what: str, mend: str) -> None:
    (tmp_path / NAME).write_bytes(content)
    (tmp_path / "ssd_person.csv").write_text("pers_person_id\nP\n")
    with pytest.raises(Refused) as refusal:
        load(tmp_path)
    assert str(refusal.value).startswith(NAME)
    assert what in str(refusal.value)
    assert mend in str(refusal.value)
    assert {issue.kind for issue in refusal.value.issues} == {"error"}


def test_utf8_with_a_byte_order_mark_and_negative_numbers_are_taken(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(csv_checks.BOM + f"{HEAD}-5,+44 ,-\n".encode())
    assert load(tmp_path)["ssd_family"].data.to_pylist()[0] == {
        "authority": "Kent",
        "fami_table_id": "-5",
        "fami_family_id": "+44",
        "fami_person_id": "-",
    }


def parquet(table: pa.Table) -> bytes:
    written = io.BytesIO()
    pq.write_table(table, written)
    return written.getvalue()


FAMILY = pa.table({"fami_table_id": ["1"], "fami_family_id": ["F"], "fami_person_id": ["P"]})
BAD_PARQUET: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut short": (lambda: parquet(FAMILY)[:-9], "cannot be read as Parquet"),
    "damaged": (lambda: b"PAR1" + bytes(50) + b"PAR1", "cannot be read as Parquet"),
    "a list": (lambda: parquet(FAMILY.append_column("x", pa.array([[1]]))), "column x: a column of type list"),
    "a time zone": (
        lambda: parquet(FAMILY.append_column("x", pa.array([0], pa.timestamp("s", "UTC")))),
        "column x: a column of type timestamp",
    ),
    "a name twice": (lambda: parquet(FAMILY.append_column("FAMI_TABLE_ID", pa.array([1]))), "more than once"),
}


@pytest.mark.parametrize(("content", "what"), BAD_PARQUET.values(), ids=list(BAD_PARQUET))
def test_bad_parquet_is_refused(tmp_path: Path, content: Callable[[], bytes], what: str) -> None:
    (tmp_path / "ssd_family.parquet").write_bytes(content())
    with pytest.raises(Refused, match=what):
        load(tmp_path)


def test_limits_hold_before_anything_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text_file(tmp_path, NAME, GOOD)
    (tmp_path / "ssd_family.parquet").write_bytes(parquet(pa.concat_tables([FAMILY] * 9)))
    for module, limit in (
        (file, "MAX_FILE_BYTES"),
        (csv_text, "MAX_COLUMNS"),
        (csv_checks, "MAX_RECORD_BYTES"),
        (text_cells, "MAX_CELL_BYTES"),
        (parquet_file, "MAX_ROWS"),
        (parquet_file, "MAX_UNPACKED_BYTES"),
    ):
        name = "ssd_family.parquet" if module is parquet_file else NAME
        with monkeypatch.context() as limited:
            limited.setattr(module, limit, 0)
            with pytest.raises(Refused, match=name):
                list(plan([tmp_path / name], "Kent").parts())


def test_every_bad_file_of_a_folder_is_named_at_once(tmp_path: Path) -> None:
    text_file(tmp_path, "ssd_person.csv", "pers_dob\n2001-01-01\n")
    text_file(tmp_path, "ssd_family.csv", "a,A\n")
    with pytest.raises(Refused) as refusal:
        plan([tmp_path])
    assert [issue.file for issue in refusal.value.issues] == ["ssd_family.csv", "ssd_person.csv"]


def test_a_file_that_changes_between_plan_and_reading_is_refused(tmp_path: Path) -> None:
    path = text_file(tmp_path, NAME, GOOD)
    planned = plan([tmp_path])
    path.write_text(GOOD + "3,F,P\n")
    with pytest.raises(Refused, match="changed while it was being loaded"):
        list(planned.parts())
    path.unlink()
    with pytest.raises(Refused, match="cannot be opened"):
        list(planned.parts())
