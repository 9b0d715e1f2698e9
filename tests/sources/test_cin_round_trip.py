"""An invented authority written as its census and read back: the same rows, as far as a census goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from trigpoint import synthetic
from trigpoint.sources import Part, cin_census, plan

YEAR, FIRST, LAST = 2026, date(2025, 4, 1), date(2026, 3, 31)
Tables = dict[str, pa.Table]
Row = dict[str, Any]


def tables_of(folder: Path) -> Tables:
    return {part.table: part.data for part in plan([folder], "Kent").parts()}


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Records in which nothing was recorded badly."""
    folder = tmp_path_factory.mktemp("extract")
    synthetic.synthesize(40, 3, 11, LAST, folder, errors=0.0, form="parquet")
    return tables_of(folder)


@pytest.fixture(scope="module")
def written(extract: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("census")
    cin_census.write(extract, folder, year=YEAR, lea="999")
    return folder


@pytest.fixture(scope="module")
def again(written: Path) -> list[Part]:
    return list(plan([written], "Kent").parts())


@pytest.fixture(scope="module")
def back(again: list[Part]) -> Tables:
    return {part.table: part.data for part in again}


def test_nothing_is_told_of_what_was_written(again: list[Part]) -> None:
    assert [str(issue) for part in again for issue in part.issues] == []


def test_the_same_records_give_the_same_bytes(extract: Tables, written: Path, tmp_path: Path) -> None:
    (file,) = cin_census.write(extract, tmp_path, year=YEAR, lea="999")
    assert file.read_bytes() == (written / file.name).read_bytes()


def test_what_was_read_is_written_and_read_the_same(back: Tables, tmp_path: Path) -> None:
    records = {name: table for name, table in back.items() if not name.startswith("return_")}
    cin_census.write(records, tmp_path, year=YEAR, lea="999")
    found = tables_of(tmp_path)
    assert [name for name, table in records.items() if not found[name].equals(table)] == []


def test_the_rows_for_the_rules_are_those_of_the_file(extract: Tables, again: list[Part]) -> None:
    made = list(cin_census.made_from(extract, "Kent", YEAR, "999"))
    given = [part for part in again if part.is_return]
    assert [part.table for part in made] == [part.table for part in given]
    assert all(part.data.num_rows for part in made)
    for one, other in zip(made, given, strict=True):
        assert one.data.drop_columns(["file", "file_row"]).equals(other.data.drop_columns(["file", "file_row"])), (
            one.table
        )
        assert one.data["file_row"].null_count == one.data.num_rows


def in_year(day: date | None) -> bool:
    return day is not None and FIRST <= day <= LAST


def since(day: date | None) -> bool:
    return day is None or day >= FIRST


def rows(tables: Tables, table: str) -> list[Row]:
    found: list[Row] = tables[table].to_pylist()
    return found


def belonging(extract: Tables) -> dict[str, Row]:
    """Referrals of the year, and those whose episode has a day in it."""
    return {
        row["cine_referral_id"]: row
        for row in rows(extract, "ssd_cin_episodes")
        if in_year(row["cine_referral_date"]) or (row["cine_referral_nfa"] == "N" and since(row["cine_close_date"]))
    }


def said(found: list[Row], columns: str) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row[column] for column in columns.split()) for row in found)


CARRIED: Mapping[str, tuple[str, str, Callable[[Row], bool]]] = {
    "ssd_cin_episodes": (
        "cine_person_id cine_referral_date cine_cin_primary_need_code cine_referral_source_code cine_referral_nfa "
        "cine_close_reason cine_close_date",
        "cine",
        lambda row: row["cine_person_id"] is not None,
    ),
    "ssd_cin_assessments": (
        "cina_person_id cina_assessment_start_date cina_assessment_auth_date",
        "cina",
        lambda row: since(row["cina_assessment_auth_date"]),
    ),
    "ssd_cin_plans": (
        "cinp_person_id cinp_cin_plan_start_date cinp_cin_plan_end_date",
        "cinp",
        lambda row: since(row["cinp_cin_plan_end_date"]),
    ),
    "ssd_initial_cp_conference": (
        "icpc_person_id icpc_icpc_date icpc_icpc_outcome_cp_flag",
        "icpc",
        lambda row: in_year(row["icpc_icpc_date"]),
    ),
    "ssd_cp_plans": (
        "cppl_person_id cppl_cp_plan_start_date cppl_cp_plan_end_date cppl_cp_plan_initial_category "
        "cppl_cp_plan_latest_category",
        "cppl",
        lambda row: since(row["cppl_cp_plan_end_date"]) and row["cppl_cp_plan_ola"] == "N",
    ),
}
"""Columns that the census carries of a table, how its columns begin, and which of its rows the year holds."""


@pytest.mark.parametrize("table", CARRIED)
def test_rows_of_the_year_come_back(extract: Tables, back: Tables, table: str) -> None:
    columns, stem, holds = CARRIED[table]
    referrals = belonging(extract)
    expected = [row for row in rows(extract, table) if row[f"{stem}_referral_id"] in referrals and holds(row)]
    assert said(rows(back, table), columns) == said(expected, columns)
    assert len(expected) > 10


def test_enquiries_come_back_with_their_conferences(extract: Tables, back: Tables) -> None:
    """An enquiry that began before the year is told where it led to a conference in it, or had not ended before it."""
    referrals = belonging(extract)
    held = {row["icpc_s47_enquiry_id"]: row["icpc_icpc_date"] for row in rows(extract, "ssd_initial_cp_conference")}
    expected: Counter[tuple[Any, ...]] = Counter()
    for row in rows(extract, "ssd_s47_enquiry"):
        day, start = held.get(row["s47e_s47_enquiry_id"]), row["s47e_s47_start_date"]
        ended = day or row["s47e_s47_end_date"]
        if row["s47e_referral_id"] in referrals and (in_year(start) or since(ended)):
            expected[row["s47e_person_id"], start, day] += 1
    linked = {row["icpc_s47_enquiry_id"]: row["icpc_icpc_date"] for row in rows(back, "ssd_initial_cp_conference")}
    found = rows(back, "ssd_s47_enquiry")
    got = Counter(
        (row["s47e_person_id"], row["s47e_s47_start_date"], linked.get(row["s47e_s47_enquiry_id"])) for row in found
    )
    assert got == expected


def test_factors_reviews_and_links_come_back(extract: Tables, back: Tables) -> None:
    def told(tables: Tables) -> tuple[Counter[Any], Counter[Any], Counter[Any]]:
        referred = {row["cine_referral_id"]: row["cine_referral_date"] for row in rows(tables, "ssd_cin_episodes")}
        assessed = {row["cina_assessment_id"]: row for row in rows(tables, "ssd_cin_assessments")}
        planned = {row["cppl_cp_plan_id"]: row for row in rows(tables, "ssd_cp_plans")}
        factors = Counter(
            (
                assessed[row["cinf_assessment_id"]]["cina_person_id"],
                assessed[row["cinf_assessment_id"]]["cina_assessment_start_date"],
                row["cinf_assessment_factors_factors"],
            )
            for row in rows(tables, "ssd_assessment_factors")
            if in_year(assessed[row["cinf_assessment_id"]]["cina_assessment_auth_date"])
        )
        reviews = Counter(
            (plan["cppl_person_id"], plan["cppl_cp_plan_start_date"], row["cppr_cp_review_date"])
            for row in rows(tables, "ssd_cp_reviews")
            if since((plan := planned[row["cppr_cp_plan_id"]])["cppl_cp_plan_end_date"])
            and plan["cppl_cp_plan_ola"] != "Y"
        )
        links = Counter(
            (row["cppl_person_id"], row["cppl_cp_plan_start_date"], referred[row["cppl_referral_id"]])
            for row in planned.values()
            if since(row["cppl_cp_plan_end_date"]) and row["cppl_cp_plan_ola"] != "Y"
        )
        return factors, reviews, links

    assert told(back) == told(extract)


def test_children_come_back_with_their_disabilities(extract: Tables, back: Tables) -> None:
    """A child not yet born has no sex in the records, and U in a census."""
    children = {row["cine_person_id"] for row in belonging(extract).values()}
    columns = "pers_person_id pers_upn pers_upn_unknown pers_ethnicity pers_dob pers_expected_dob pers_death_date"
    mine = [row for row in rows(extract, "ssd_person") if row["pers_person_id"] in children]
    assert said(rows(back, "ssd_person"), columns) == said(mine, columns)
    sexes = {row["pers_person_id"]: row["pers_sex"] or ("U" if row["pers_expected_dob"] else None) for row in mine}
    assert {row["pers_person_id"]: row["pers_sex"] for row in rows(back, "ssd_person")} == sexes
    codes = "disa_person_id disa_disability_code"
    known = [row for row in rows(extract, "ssd_disability") if row["disa_person_id"] in children]
    assert set(said(rows(back, "ssd_disability"), codes)) == set(said(known, codes))
