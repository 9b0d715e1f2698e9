"""What each of the eleven lists becomes, wherever it stands and whatever its sheet is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from aggregates_help import ods_file
from annex_a_help import BORN, CHILD, book, errors, loaded, rows_of, said, told
from annex_a_lists import DAY, EXPECTED, LATER, PERSON, ROWS

from trigpoint.sources import Refused, plan
from trigpoint.sources.annex_a.lists import CODES, LISTS


@pytest.mark.parametrize("number", ROWS)
def test_a_list_becomes_records(tmp_path: Path, number: int) -> None:
    """The sheet has any name, and its headings stand below a title."""
    rows: list[list[Any]] = [["Our council"], [], ["as at", LATER], *rows_of(number, CHILD | ROWS[number])]
    parts = loaded(book(tmp_path / "a.xlsx", {"Some sheet": rows}))
    assert {name: said(part) for name, part in parts.items()} == EXPECTED[number] | {"ssd_person": [PERSON]}
    assert errors(parts) == []


def test_the_format_is_declared_whole() -> None:
    assert [len(one.columns) for one in LISTS.values()] == [7, 8, 11, 12, 14, 14, 17, 34, 17, 16, 19]
    assert {c.codes for one in LISTS.values() for c in one.columns if c.kind == "code"} == set(CODES)


def test_adopters_are_counted_and_have_no_place(tmp_path: Path) -> None:
    parts = loaded(book(tmp_path / "a.xlsx", {"x": rows_of(11, {"adopter": "A1", "enquired_on": DAY})}))
    assert said(parts["ssd_person"]) == []
    assert "no place for adopters: 1 rows" in " ".join(map(str, told(parts)))


def test_a_whole_workbook_links_what_belongs_together(tmp_path: Path) -> None:
    """A referral of list 3 is the episode of need of list 6; assessment, enquiry, conference and plan hang on it."""
    rows = {n: rows_of(n, CHILD | row) for n, row in ROWS.items()}
    rows[7] = rows_of(7, CHILD | ROWS[7] | {"start_on": LATER, "end_on": None})
    rows[6] = rows_of(6, CHILD | ROWS[6] | {"closed_on": None, "closure": None})
    parts = loaded(book(tmp_path / "a.xlsx", {f"List {n}": cells for n, cells in rows.items()}))
    (episode,) = said(parts["ssd_cin_episodes"])
    referral = episode["cine_referral_id"]
    assert (episode["cine_referral_source_code"], episode["cine_cin_primary_need_code"]) == ("2A", "N1")
    assert episode["cine_referral_outcome_single_assessment_flag"] == "Y"
    assert said(parts["ssd_cin_assessments"])[0]["cina_referral_id"] == referral
    assert said(parts["ssd_s47_enquiry"])[0]["s47e_referral_id"] == referral
    (conference,), (made,) = said(parts["ssd_initial_cp_conference"]), said(parts["ssd_cp_plans"])
    assert (conference["icpc_cp_plan_id"], made["cppl_icpc_id"]) == (
        made["cppl_cp_plan_id"],
        conference["icpc_icpc_id"],
    )
    assert said(parts["ssd_permanence"])[0]["perm_cla_id"] == said(parts["ssd_cla_episodes"])[0]["clae_cla_id"]
    assert said(parts["ssd_person"]) == [PERSON]


def test_a_conference_without_an_enquiry_is_no_enquiry(tmp_path: Path) -> None:
    parts = loaded(book(tmp_path / "a.xlsx", {"x": rows_of(5, CHILD | {"icpc_on": LATER, "plan_made": "b) No"})}))
    assert parts["ssd_s47_enquiry"].data.num_rows == 0
    assert "icpc_s47_enquiry_id" not in said(parts["ssd_initial_cp_conference"])[0]


def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    rows = rows_of(1, *(CHILD | {"contact_on": DAY, "source": source} for source in ("g) Police", "b) Schools")))
    found = []
    for name, cells in (("a", rows), ("b", [rows[0], rows[2], rows[1]])):
        (tmp_path / name).mkdir()
        found.append(said(loaded(book(tmp_path / name / "a.xlsx", {"x": cells}))["ssd_contacts"]))
    assert found[0] == found[1]
    assert [row["cont_contact_id"] for row in found[0]] == ["7-contact20260803", "7-contact20260803-2"]


def test_a_single_list_is_read_from_csv_and_opendocument(tmp_path: Path) -> None:
    texts = [
        ["" if c is None else f"{c:%d/%m/%Y}" if isinstance(c, date) else str(c) for c in row]
        for row in rows_of(1, CHILD | ROWS[1])
    ]
    (tmp_path / "list.csv").write_text("\n".join(",".join(row) for row in texts), encoding="utf-8")
    folder = tmp_path / "ods"
    folder.mkdir()
    for path in (tmp_path / "list.csv", ods_file(folder / "list.ods", texts)):
        parts = loaded(path)
        assert said(parts["ssd_contacts"]) == EXPECTED[1]["ssd_contacts"]
        assert errors(parts) == []


@pytest.mark.parametrize(
    "written",
    [
        "03/08/2026",
        "2026-08-03",
        "3.8.26",
        "03-Aug-2026",
        "3 August 2026",
        "03/08/2026 14:30",
        "2026-08-03 09:15:00",
        46237,
    ],
)
def test_a_day_may_be_written_in_many_ways(tmp_path: Path, written: object) -> None:
    parts = loaded(book(tmp_path / "a.xlsx", {"x": rows_of(1, CHILD | {"contact_on": written})}))
    assert said(parts["ssd_contacts"])[0]["cont_contact_date"] == DAY
    assert errors(parts) == []


def test_month_first_only_where_the_dates_say_so(tmp_path: Path) -> None:
    rows = rows_of(1, *(CHILD | {"contact_on": text} for text in ("08/03/2026", "08/25/2026")))
    parts = loaded(book(tmp_path / "a.xlsx", {"x": rows}))
    assert said(parts["ssd_contacts"])[0]["cont_contact_date"] == DAY
    mixed = book(tmp_path / "b.xlsx", {"x": [*rows, rows_of(1, CHILD | {"contact_on": "25/08/2026"})[1]]})
    with pytest.raises(Refused, match="dates are mixed"):
        loaded(mixed)


def test_what_is_wrong_is_told_by_sheet_and_row_as_excel_shows_it(tmp_path: Path) -> None:
    rows = rows_of(1, CHILD | ROWS[1], {}, {"gender": "a) Male"}, CHILD | {"contact_on": "soon"}, CHILD | ROWS[1])
    parts = loaded(book(tmp_path / "a.xlsx", {"List 1": [["title"], *rows]}))
    part = parts["ssd_contacts"]
    assert (part.rows_in, part.refused, part.repeated) == (4, 1, 1)
    assert errors(parts) == [
        "a.xlsx, sheet List 1, row 5, column Child Unique ID: the cell is empty, so the row was left out; "
        "give every row its id.",
        "a.xlsx, sheet List 1, row 6, column Date of Contact: 'soon' is not a date; the cell is taken as missing; "
        "write dates as 31/12/2024.",
    ]


def test_a_list_given_twice_is_refused_and_other_sheets_are_told(tmp_path: Path) -> None:
    rows = rows_of(1, CHILD | ROWS[1])
    guidance: list[list[Any]] = [["How to fill this in"]]
    parts = loaded(book(tmp_path / "a.xlsx", {"Guidance": guidance, "Empty": [], "1": rows}))
    assert [i.file for i in told(parts) if "none of the eleven lists" in i.what] == ["a.xlsx, sheet Guidance"]
    with pytest.raises(Refused, match=r"sheet old: List 1 is given twice: here and in b.xlsx, sheet 1"):
        loaded(book(tmp_path / "b.xlsx", {"1": rows, "old": rows}))


def test_lists_that_differ_about_a_child_are_told(tmp_path: Path) -> None:
    other = CHILD | {"gender": "a) Male", "born": BORN}
    sheets = {"1": rows_of(1, CHILD | ROWS[1]), "2": rows_of(2, other | ROWS[2])}
    parts = loaded(book(tmp_path / "a.xlsx", sheets))
    assert said(parts["ssd_person"]) == [PERSON]
    assert [i.column for i in told(parts) if "lists differ about 1 children, such as '7'" in i.what] == ["Gender"]


def test_a_coarser_code_and_the_scope_are_told(tmp_path: Path) -> None:
    rows = rows_of(8, CHILD | ROWS[8] | {"placement": "a) Foster placement"})
    words = " ".join(map(str, told(loaded(book(tmp_path / "a.xlsx", {"x": rows})))))
    assert "take a) Foster placement as U6 (1 rows)" in words
    assert "List 8 say who is there on one day" in words


def test_a_workbook_of_something_else_is_not_ours(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a list that is known"):
        plan([book(tmp_path / "a.xlsx", {"x": [["Team", "Budget"], ["North", 5]]})], "Kent")
