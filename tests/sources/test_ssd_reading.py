"""What is told of a dataset file, and what is taken from it: rows as Excel shows them, cells, ids, JSON, codes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sources_help import load, text_file

from trigpoint.sources import Part
from trigpoint.sources.issue import LISTED


def part(folder: Path, name: str, text: str) -> Part:
    text_file(folder, f"{name}.csv", text)
    return load(folder)[name]


def told(part: Part, kind: str) -> list[tuple[int | None, str, str]]:
    return [(issue.row, issue.column, issue.what) for issue in part.issues if issue.kind == kind]


def test_rows_are_numbered_as_excel_shows_them(tmp_path: Path) -> None:
    rows = 'P1,2000-01-01,"two\nlines"\n\nP2,31/01/2000,x\n,,\n,2001-01-01,no id\nP4,2001-01-01,ok,too wide\nP5,,ok\n'
    found = part(tmp_path, "ssd_person", "pers_person_id,PERS_DOB,pers_forename\n" + rows)
    assert found.data["pers_person_id"].to_pylist() == ["P1", "P2", "P5"]
    assert (found.rows_in, found.refused, found.repeated) == (5, 2, 0)
    assert told(found, "error") == [
        (7, "", "the row has 4 cells and the header 3; it was left out"),
        (6, "pers_person_id", "the cell is empty, so the row was left out"),
        (4, "pers_dob", "'31/01/2000' is not a date; the cell is taken as missing"),
    ]


def test_an_issue_is_one_sentence_of_what_where_and_how_to_mend(tmp_path: Path) -> None:
    found = part(tmp_path, "ssd_person", "pers_person_id,pers_dob\nP1,soon\n")
    assert str(found.issues[-1]) == (
        "ssd_person.csv, row 2, column pers_dob: 'soon' is not a date; the cell is taken as missing; "
        "write dates as 2024-03-20."
    )


def test_equal_rows_are_one_and_rows_that_share_an_id_are_kept(tmp_path: Path) -> None:
    found = part(
        tmp_path, "ssd_family", "fami_table_id,fami_family_id,fami_person_id\n1,F,P\n1,F,P\n 1 ,F,P\n1,F,Q\n2,G,R\n"
    )
    assert found.data["fami_person_id"].to_pylist() == ["P", "Q", "R"]
    assert (found.rows_in, found.repeated) == (5, 2)
    assert [(row, column) for row, column, _ in told(found, "warning")] == [(3, ""), (2, "fami_table_id")]


def test_rows_are_not_equal_because_neither_was_understood(tmp_path: Path) -> None:
    found = part(tmp_path, "ext_health_passport", "person_id,issued_on\nP,soon\nP,late\nP,soon\n")
    assert (found.data.num_rows, found.repeated) == (2, 1)


def test_headings_are_compared_without_case_and_others_reported_once(tmp_path: Path) -> None:
    found = part(tmp_path, "ssd_disability", " DISA_Table_ID ,disa_person_id,Colour,,Notes\n1,P,red,,\n2,Q,,,x\n")
    assert found.data["disa_table_id"].to_pylist() == ["1", "2"]
    assert [what for _, _, what in told(found, "warning")] == [
        "2 columns are not part of ssd_disability and were left out: Colour, Notes",
        "1 columns of ssd_disability are not in the file and are taken as missing: disa_disability_code",
    ]


def test_json_is_unpacked(tmp_path: Path) -> None:
    rows = [
        '1,"{""nfa_flag"": ""Y"", ""ADVICE_FLAG"": true, ""Number_Of_Outcomes"": 2, ""COMMENTS"": "" ""}"',
        '2,"{""NEW"": 1}"',
        "3,{broken",
        "4,",
        '5,"{""COMMENTS"": [""seen"", ""heard""]}"',
        "6,null",
        "7,12",
    ]
    found = part(tmp_path, "ssd_contacts", "cont_contact_id,cont_contact_outcome_json\n" + "\n".join(rows) + "\n")
    assert found.data["cont_contact_outcome_nfa_flag"].to_pylist()[:2] == ["Y", None]
    assert found.data["cont_contact_outcome_advice_flag"].to_pylist()[:2] == ["Y", None]
    assert found.data["cont_contact_outcome_number_of_outcomes"].to_pylist()[:2] == ["2", None]
    assert found.data["cont_contact_outcome_comments"].to_pylist() == [None] * 4 + ['["seen", "heard"]', None, None]
    column = "cont_contact_outcome_json"
    what = "is not the JSON expected; the cell is taken as missing"
    assert told(found, "error") == [(4, column, f"'{{broken' {what}"), (8, column, f"'12' {what}")]
    assert (None, column, "keys that are not part of the standard were left out: NEW") in told(found, "warning")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ('["2B", "1A", "2B"]', "1A;2B"),
        ('{"FACTORS": ["3c"]}', "3C"),
        ('{"1A": "Yes", "2B": "No", "4A": 1, "5A": null}', "1A;4A"),
        ('{"factors": "2B, 1A"}', "1A;2B"),
        ('{" 1A ": "Y", "1A": "N", "2b": "Y", "2B": ""}', "1A;2B"),
        ("[]", None),
        ("null", None),
        ("7", None),
    ],
)
def test_factors_are_sorted_and_joined(tmp_path: Path, text: str, stored: str | None) -> None:
    cell = text.replace('"', '""')
    found = part(tmp_path, "ssd_assessment_factors", f'cinf_table_id,cinf_assessment_factors_json\n1,"{cell}"\n')
    assert found.data["cinf_assessment_factors_factors"].to_pylist() == [stored]


def test_numbers_with_too_many_decimals_are_rounded_and_told(tmp_path: Path) -> None:
    text = "prof_professional_id,prof_full_time_equivalency\na,0.5\nb,0.555\nc,half\nd,1\n"
    found = part(tmp_path, "ssd_professionals", text)
    assert found.data["prof_full_time_equivalency"].to_pylist() == [50, 56, None, 100]
    assert [row for row, column, _ in told(found, "warning") if column] == [3]
    assert [row for row, _, _ in told(found, "error")] == [4]


def test_unknown_codes_are_kept_and_told_once_each(tmp_path: Path) -> None:
    text = "lega_legal_status_id,lega_legal_status\n1,C2\n2,Q9\n3,Q9\n"
    found = part(tmp_path, "ssd_legal_status", text)
    assert found.data["lega_legal_status"].to_pylist() == ["C2", "Q9", "Q9"]
    assert (3, "lega_legal_status", "'Q9' is not in the code set LEGAL_STATUS (2 rows); it is kept as it stands") in (
        told(found, "warning")
    )


def test_the_word_null_is_a_missing_value(tmp_path: Path) -> None:
    found = part(tmp_path, "ssd_family", "fami_table_id,fami_family_id,fami_person_id\n1,NULL,Null\n")
    assert found.data.to_pylist()[0]["fami_family_id"] is None
    assert found.data.to_pylist()[0]["fami_person_id"] == "Null"
    assert (None, "fami_family_id") in [(row, column) for row, column, _ in told(found, "warning")]


def test_rows_without_a_value_that_the_table_needs_are_kept_and_told(tmp_path: Path) -> None:
    found = part(tmp_path, "ext_core_group", "core_group_id,cp_plan_id,held_on\n1,,2024-01-01\n2,P,\n")
    assert found.data.num_rows == 2
    assert [(row, column) for row, column, _ in told(found, "warning")] == [(2, "cp_plan_id"), (3, "held_on")]


def test_in_a_table_without_key_the_ids_needed_stand_for_it(tmp_path: Path) -> None:
    found = part(tmp_path, "ext_assessment_seen", "assessment_id,seen_on\n,2024-01-01\nA,2024-01-02\n")
    assert (found.data.num_rows, found.refused) == (1, 1)


def test_after_a_thousand_issues_of_a_kind_one_more_says_how_many(tmp_path: Path) -> None:
    rows = "".join(f"{n},never\n" for n in range(LISTED + 25))
    found = part(tmp_path, "ssd_person", "pers_person_id,pers_dob\n" + rows)
    errors = told(found, "error")
    assert len(errors) == LISTED + 1
    assert errors[-1] == (None, "pers_dob", "25 more like the 1,000 listed one by one")


def test_a_table_with_headings_only_is_there_and_empty(tmp_path: Path) -> None:
    assert part(tmp_path, "ext_health_passport", "person_id,issued_on").data.num_rows == 0


def test_parquet_of_other_types_is_taken(tmp_path: Path) -> None:
    table = pa.table(
        {
            "Prof_Professional_ID": pa.array([1.0, 2.0, 3.0]),
            "prof_agency_worker_flag": pa.array([True, False, None]),
            "prof_full_time_equivalency": pa.array([0.1, float("nan"), 1.125]),
            "prof_professional_caseload": pa.array([Decimal("3.0"), None, Decimal("4.5")]),
            "prof_professional_job_title": pa.array(["SW", "SW", " TM "]).dictionary_encode(),
            "prof_professional_department": pa.nulls(3),
        }
    )
    pq.write_table(table, tmp_path / "ssd_professionals.parquet")
    found = load(tmp_path)["ssd_professionals"]
    assert found.data["prof_professional_id"].to_pylist() == ["1", "2", "3"]
    assert found.data["prof_agency_worker_flag"].to_pylist() == ["Y", "N", None]
    assert found.data["prof_full_time_equivalency"].to_pylist() == [10, None, 113]
    assert found.data["prof_professional_caseload"].to_pylist() == [3, None, None]
    assert found.data["prof_professional_job_title"].to_pylist() == ["SW", "SW", "TM"]
    assert told(found, "error") == [
        (4, "prof_professional_caseload", "'4.5' is not a whole number; the cell is taken as missing")
    ]


def test_days_come_from_dates_with_time(tmp_path: Path) -> None:
    text = "pers_person_id,pers_dob\n1,2010-05-06\n2,2010-05-06 00:00:00.0000000\n3,2010-05-06T23:59\n"
    found = part(tmp_path, "ssd_person", text)
    assert set(found.data["pers_dob"].to_pylist()) == {date(2010, 5, 6)}
