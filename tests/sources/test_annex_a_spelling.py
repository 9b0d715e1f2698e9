"""Headings and codes as councils really write them, with and without a mapping file of their own."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from annex_a_help import BORN, CHILD, book, errors, loaded, rows_of, said, told

from trigpoint.sources import Refused, plan
from trigpoint.sources.annex_a.lists import CODES, LISTS
from trigpoint.sources.annex_a.spelling import Spellings
from trigpoint.tasks.load import load

DAY = date(2026, 8, 3)


def code(number: int, key: str, text: str) -> str | None:
    """What a code means in the records, by what is shipped."""
    understood = Spellings().codes(number, LISTS[number].by_key[key]).understand(text)
    assert understood is not None, text
    return understood.code


@pytest.mark.parametrize(
    ("key", "meant", "spellings"),
    [
        (
            "initial_category",
            "NEG",
            "a) Neglect|Neglect|NEG|neg|a)neglect|A) NEGLECT|a|a)|(a) Neglect|a. Neglect|a - Neglect|neglect ",
        ),
        (
            "initial_category",
            "EMO",
            "d) Emotional Abuse|emotional|Emotional  abuse|EMO|d) Emotional abus|b) Emotional Abuse",
        ),
        ("disabled", "Y", "a) Yes|Yes|Y|y|TRUE|true|1|a|a) Y"),
        ("disabled", "N", "b) No|No|N|FALSE|0|b) N"),
        ("disabled", None, "c) Unknown|Unknown|n/a|-|Not stated|#N/A"),
    ],
)
def test_a_code_is_understood_however_it_is_written(key: str, meant: str | None, spellings: str) -> None:
    assert {text: code(7, key, text) for text in spellings.split("|")} == dict.fromkeys(spellings.split("|"), meant)


@pytest.mark.parametrize(
    ("key", "text", "meant"),
    [
        ("legal_status", "Interim Care Order", "C1"),
        ("legal_status", "V2", "V2"),
        ("legal_status", "f) Detained on child protection grounds in LA accomodation", "L2"),
        ("placement", "f) Residential Accomodation", "H5"),
        ("placement", "U4", "U4"),
        ("placement", "g) Secure Children’s Homes", "K1"),
        ("ceased", "E4B", "E4B"),
        ("location", "Out of County", "N"),
        ("provider", "own provision", "PR1"),
        ("need", "N1", "N1"),
    ],
)
def test_codes_of_the_returns_and_local_words_are_understood(key: str, text: str, meant: str) -> None:
    assert code(8, key, text) == meant


def test_every_code_is_understood_as_the_format_writes_it_and_as_the_records_have_it() -> None:
    columns = {c.codes: (n, c) for n, one in LISTS.items() for c in one.columns if c.kind == "code"}
    for name, codes in CODES.items():
        words = Spellings().codes(*columns[name])
        for one in codes.codes:
            for text in (
                one.written,
                one.written.upper(),
                f" {one.written} ",
                one.written.partition(") ")[2] or one.code,
            ):
                understood = words.understand(text)
                assert understood is not None, text
                assert understood.code == (one.code or None), text
        for record, written in codes.by_code.items():
            again = words.understand(written)
            assert again is not None
            assert again.code is None or codes.by_code[again.code] == written, record


@pytest.mark.parametrize(
    "text", ["Something else", "z) Neglect?", "a) Sexual exploitation by others", "?", "x" * 5_000]
)
def test_a_code_that_nobody_explained_is_not_guessed(text: str) -> None:
    assert Spellings().codes(7, LISTS[7].by_key["initial_category"]).understand(text) is None


LOCAL = [
    "Mosaic ID",
    "Sex",
    "Ethnic Origin",
    "DOB",
    "Age",
    "Disabled",
    "LAC start date",
    "Primary need",
    "Legal status",
    "Legal status start date",
    "Placement start date",
    "Type of placement",
    "Provider",
    "In or out of area",
    "Our own column",
]


def local(**other: Any) -> list[list[Any]]:
    """List 8 as a council might write it."""
    said = {
        "Mosaic ID": 7.0,
        "Sex": "Female",
        "Ethnic Origin": "Dual heritage",
        "DOB": BORN,
        "Age": "=YEAR(1)",
        "Disabled": "N",
        "LAC start date": DAY,
        "Primary need": "N5",
        "Legal status": "Section 20",
        "Legal status start date": DAY,
        "Placement start date": DAY,
        "Type of placement": "Foster care",
        "Provider": "IFA",
        "In or out of area": "out of borough",
        "Our own column": "x",
    } | other
    return [list(said), list(said.values())]


def test_local_headings_and_codes_are_understood_without_a_mapping(tmp_path: Path) -> None:
    parts = loaded(book(tmp_path / "a.xlsx", {"CLA": local()}))
    assert errors(parts) == []
    assert said(parts["ssd_person"]) == [
        {"pers_person_id": "7", "pers_sex": "F", "pers_ethnicity": "Mixed", "pers_dob": BORN}
    ]
    (placement,) = said(parts["ssd_cla_placement"])
    assert placement["clap_cla_placement_type"] == "U6"
    assert placement["clap_cla_placement_provider"] == "PR4"
    assert said(parts["ssd_legal_status"])[0]["lega_legal_status"] == "V2"
    assert said(parts["ext_placement_location"])[0]["inside_boundary"] == "N"
    extra = [i for i in told(parts) if "not part of List 8" in i.what]
    assert [i.what for i in extra] == ["1 columns are not part of List 8 and were left out: Our own column"]


MAPPING = "list,column,what is written,what is meant\n"


def test_an_unknown_spelling_is_told_once_with_a_suggestion_and_the_row_that_explains_it(tmp_path: Path) -> None:
    rows = rows_of(
        7, *({**CHILD, "child": n, "start_on": DAY, "initial_category": "Neglectful home"} for n in range(5))
    )
    path = book(tmp_path / "a.xlsx", {"CP": rows})
    (issue,) = [i for i in told(loaded(path)) if i.kind == "error"]
    row = "7,Initial Category of Abuse,Neglectful home,a) Neglect"
    assert str(issue) == (
        "a.xlsx, sheet CP, row 2, column Initial Category of Abuse: 'Neglectful home' is not understood (5 rows); "
        "the cells are taken as missing; put this row into the mapping file beside the file if it means 'a) Neglect': "
        f"{row}."
    )
    (tmp_path / "our words.csv").write_text(f"{MAPPING}{row}\n", encoding="utf-8")
    for paths in ([path], [tmp_path]):
        parts = loaded(*paths)
        assert errors(parts) == []
        assert {r["cppl_cp_plan_initial_category"] for r in said(parts["ssd_cp_plans"])} == {"NEG"}


def test_a_spelling_of_a_column_of_all_lists_is_told_once(tmp_path: Path) -> None:
    sheets = {
        str(n): rows_of(n, CHILD | {"ethnicity": "Whyte Brit", key: DAY})
        for n, key in ((1, "contact_on"), (2, "start_on"), (3, "referred_on"))
    }
    (issue,) = [i for i in told(loaded(book(tmp_path / "a.xlsx", sheets))) if i.kind == "error"]
    assert "'Whyte Brit' is not understood (3 rows)" in issue.what
    assert "*,Ethnicity,Whyte Brit," in issue.mend


def test_a_mapping_explains_headings_and_overrules_what_is_shipped(tmp_path: Path) -> None:
    rows = local()
    rows[0][rows[0].index("Mosaic ID")] = "Kennung"
    rows[0][rows[0].index("Legal status start date")] = "Status from"
    path = book(tmp_path / "a.xlsx", {"CLA": rows})
    with pytest.raises(Refused, match="is a list that is known"):
        plan([path], "Kent")
    (tmp_path / "m.csv").write_text(
        f"{MAPPING}*,,Kennung,Child Unique ID\nList 8,,Status from,Start date of current legal status\n"
        "8,Placement Type,Foster care,h) Children's Homes\n8,Placement Provider,IFA,(empty)\n8,Case,,\n"
        "8,Placement Type,x,\n",
        encoding="utf-8",
    )
    parts = loaded(path)
    assert errors(parts) == []
    assert said(parts["ssd_legal_status"])[0]["lega_legal_status_start_date"] == DAY
    (placement,) = said(parts["ssd_cla_placement"])
    assert placement["clap_cla_placement_type"] == "K2"
    assert "clap_cla_placement_provider" not in placement


def test_a_heading_nearly_right_is_told_with_what_it_may_be(tmp_path: Path) -> None:
    rows = local()
    rows[0][rows[0].index("Type of placement")] = "Placement Typ"
    (found,) = errors(loaded(book(tmp_path / "a.xlsx", {"CLA": rows})))
    assert "the heading 'Placement Typ' is not understood" in found
    assert "8,,Placement Typ,Placement Type" in found


def test_two_columns_of_one_meaning_are_refused_but_the_exact_heading_goes_first(tmp_path: Path) -> None:
    rows = local()
    rows[0][-1] = "Child Unique ID"
    rows[1][-1] = "9"
    assert said(loaded(book(tmp_path / "a.xlsx", {"x": rows}))["ssd_person"])[0]["pers_person_id"] == "9"
    rows[0][-1] = "Child ID"
    with pytest.raises(Refused, match=r"two columns are Child Unique ID: 'Mosaic ID' and 'Child ID'"):
        loaded(book(tmp_path / "b.xlsx", {"x": rows}))


def test_a_mapping_that_means_nothing_of_the_format_is_told(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(f"{MAPPING}8,Placement Type,Foster care,Castle\n", encoding="utf-8")
    (found,) = errors(loaded(book(tmp_path / "a.xlsx", {"CLA": local()})))
    assert found.startswith("m.csv, row 2, column Placement Type: 'Castle' is nothing that the format has")


def test_a_mapping_file_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(MAPPING + "1,Gender,X,a) Male\n", encoding="utf-8")
    with pytest.raises(Refused, match="no list stands beside it"):
        plan([tmp_path], "Kent")


def test_a_mapping_file_is_written_by_the_load_and_read_by_the_next(tmp_path: Path) -> None:
    """What the analyst had filled in stays; suggestions are used as they are."""
    folder, mapping = tmp_path / "in", tmp_path / "in" / "mapping.csv"
    folder.mkdir()
    rows = rows_of(7, CHILD | {"start_on": DAY, "initial_category": "Emotional harm", "latest_category": "=A1"[1:]})
    book(folder / "a.xlsx", {"CP": rows})
    mapping.write_text(f"{MAPPING}7,Latest Category of Abuse,A1,b) Physical Abuse\n", encoding="utf-8")
    first = load([folder], tmp_path / "s", date(2026, 10, 31), dry_run=True, mapping=mapping)
    assert first.must_be_read
    with mapping.open(encoding="utf-8-sig", newline="") as opened:
        assert list(csv.reader(opened))[1:] == [
            ["7", "Latest Category of Abuse", "A1", "b) Physical Abuse"],
            ["7", "Initial Category of Abuse", "Emotional harm", "d) Emotional Abuse"],
        ]
    assert not load([folder], tmp_path / "s", date(2026, 10, 31), dry_run=True, mapping=mapping).must_be_read


def test_a_column_of_anything_is_summed_up_after_a_thousand_spellings(tmp_path: Path) -> None:
    rows = rows_of(1, *({"child": str(n), "contact_on": DAY, "source": f"call {n}"} for n in range(1_004)))
    found = [issue for issue in told(loaded(book(tmp_path / "a.xlsx", {"1": rows}))) if issue.kind == "error"]
    assert len(found) == 1_001
    assert found[-1].what == "4 more spellings like the 1,000 listed one by one are not understood"
