"""Files that cannot be taken, as a person meets them: one sentence with a remedy, the store byte for byte as before."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from commands import contents, people, run

from trigpoint.store import Store

NAME = "ssd_person.csv"
HEAD = "pers_person_id,pers_sex,pers_dob\n"
GOOD = HEAD + "C1,F,2012-03-04\nC2,M,2013-05-06\n"


def packed(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAME, content)
    return file.getvalue()


BAD: dict[str, bytes] = {
    "nothing in it": b"",
    "spaces alone": b" \n \n",
    "cut inside a row": f"{GOOD}C3,F".encode(),
    "cut inside quotes": f'{GOOD}C3,"F'.encode(),
    "Windows-1252": f"{GOOD}Zoë,F,2012-03-04\n".encode("cp1252"),
    "UTF-16": GOOD.encode("utf-16"),
    "UTF-16 without a mark": GOOD.encode("utf-16-le"),
    "a heading twice": HEAD.replace("pers_sex", "pers_person_id").encode() + b"C1,C1,2012-03-04\n",
    "10,000 columns": (",".join(f"c{n}" for n in range(10_000)) + "\n").encode(),
    "10,000 columns beside ours": (HEAD.strip() + "".join(f",c{n}" for n in range(10_000)) + "\n").encode(),
    "a zip archive": packed(GOOD.encode()),
    "a zip bomb": packed(bytes(200_000_000)),
    "a gzip bomb": gzip.compress(bytes(50_000_000)),
    "a formula": f'{GOOD}"=HYPERLINK(""http://a.example"")",F,2012-03-04\n'.encode(),
    "a command": f"{GOOD}=cmd|' /C calc'!A0,F,2012-03-04\n".encode(),
    "random bytes": bytes(range(256)) * 40,
    "bytes of nothing": bytes(1000),
    "a page of the web": b"<!doctype html><html><body>Sign in</body></html>",
    "another file altogether": b"name,price\nbread,1.20\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("bad")
    assert run("load", people(home / "A"), "--store", home / "store", "--as-at", "2024-03-31").code == 0
    return home / "store"


def refused(store: Path, *paths: Path) -> list[str]:
    """Load, see it refused and the store as it was; the sentences said."""
    before = contents(store)
    done = run("load", *paths, "--store", store, "--as-at", "2024-04-30", "--quiet")
    assert done.code == 3, done
    assert done.out == ""
    assert contents(store) == before
    *said, last = done.err.splitlines()
    assert last == "Nothing was loaded; the store is as it was before."
    return said


def is_sentence(said: str, name: str) -> bool:
    """What, where, and after a semicolon how to mend; short enough to be read."""
    where, colon, what = said.partition(": ")
    return name in where and bool(colon) and "; " in what and said.endswith(".") and len(said) < 400


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_one_sentence(store: Path, tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "A"
    folder.mkdir()
    (folder / NAME).write_bytes(content)
    for path in (folder / NAME, folder):
        (said,) = refused(store, path)
        assert is_sentence(said, NAME), said


def test_one_bad_file_refuses_the_good_ones_too(store: Path, tmp_path: Path) -> None:
    folder = people(tmp_path / "A")
    (folder / "ssd_family.csv").write_bytes(BAD["Windows-1252"])
    (said,) = refused(store, folder)
    assert is_sentence(said, "ssd_family.csv")


def test_every_bad_file_has_its_sentence(store: Path, tmp_path: Path) -> None:
    for number, name in enumerate(("ssd_person", "ssd_family", "ssd_contacts")):
        folder = tmp_path / f"A{number}"
        folder.mkdir()
        (folder / f"{name}.csv").write_bytes(b"")
    said = refused(store, tmp_path)
    assert len(said) == 3
    assert all(is_sentence(each, ".csv") for each in said)


def test_a_folder_with_the_name_of_a_file_is_refused(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "A"
    (folder / NAME).mkdir(parents=True)
    for path in (folder, folder / NAME):
        said = refused(store, path)
        assert said[0].split(": ")[1].startswith("nothing here is recognised; ")
        assert all("; " in each for each in said)


def test_what_is_not_there_or_leads_nowhere_is_refused(store: Path, tmp_path: Path) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / NAME).symlink_to(tmp_path / "gone.csv")
    for path in (tmp_path / "nowhere", tmp_path / "A" / NAME, tmp_path / "A"):
        (said,) = refused(store, path)
        assert "; " in said


def test_a_refused_first_load_leaves_no_snapshot(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"")
    assert run("load", tmp_path / NAME, "--store", tmp_path / "store", "--as-at", "2024-04-30").code == 3
    assert not (tmp_path / "store").exists() or Store(tmp_path / "store").current() is None


def test_utf8_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "A"
    folder.mkdir()
    (folder / NAME).write_bytes(b"\xef\xbb\xbf" + GOOD.replace("C1", "Zoë").encode())
    done = run("load", folder, "--store", tmp_path / "store", "--as-at", "2024-04-30", "--quiet")
    assert done.code == 0, done
    assert "2 rows in 1 tables" in done.out


def test_a_cell_that_looks_like_a_formula_is_defused_among_the_issues(tmp_path: Path) -> None:
    folder = tmp_path / "A"
    folder.mkdir()
    (folder / NAME).write_text(f"{GOOD}C3,F,@SUM(A1)\n", encoding="utf-8")
    run("load", folder, "--store", tmp_path / "store", "--as-at", "2024-04-30", "--issues", tmp_path / "issues.csv")
    with (tmp_path / "issues.csv").open(encoding="utf-8", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
