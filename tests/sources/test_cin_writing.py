"""What a census of one year holds of record tables, and the order in which it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from census_help import census, child, details, read_parts
from sources_help import record_rows

from trigpoint.sources import cin_census
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.synthesize import synthesize

Rows = list[dict[str, Any]]


def tables(**rows: Rows) -> dict[str, pa.Table]:
    return {name: record_rows(name, found) for name, found in rows.items()}


def referral(identity: str = "R", referred: date | None = date(2025, 5, 1), **more: Any) -> dict[str, Any]:
    return {"cine_referral_id": identity, "cine_person_id": "A", "cine_referral_date": referred, **more}


def written(folder: Path, found: dict[str, pa.Table], year: int = 2026) -> str:
    (path,) = cin_census.write(found, folder, year=year)
    return path.read_text("utf-8")


def items(text: str, tag: str) -> list[str]:
    """The texts of every element of this name."""
    return [piece.partition(f"</{tag}>")[0] for piece in text.split(f"<{tag}>")[1:]]


WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Collection>CIN</Collection>
      <Year>2026</Year>
      <ReferenceDate>2026-03-31</ReferenceDate>
    </CollectionDetails>
    <Source>
      <SourceLevel>L</SourceLevel>
      <LEA>999</LEA>
      <SoftwareCode>Trigpoint</SoftwareCode>
      <SerialNo>001</SerialNo>
      <DateTime>2026-03-31T00:00:00</DateTime>
    </Source>
  </Header>
  <Children>
    <Child>
      <ChildIdentifiers>
        <LAchildID>A&amp;B</LAchildID>
        <UPN>A123456789012</UPN>
        <FormerUPN>B123456789012</FormerUPN>
        <PersonBirthDate>2015-05-20</PersonBirthDate>
        <Sex>F</Sex>
        <PersonDeathDate>2026-02-01</PersonDeathDate>
      </ChildIdentifiers>
      <ChildCharacteristics>
        <Ethnicity>WBRI</Ethnicity>
        <Disabilities>
          <Disability>LD</Disability>
          <Disability>AUT</Disability>
        </Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>2025-04-10</CINreferralDate>
        <ReferralSource>1A</ReferralSource>
        <PrimaryNeedCode>N1</PrimaryNeedCode>
        <CINclosureDate>2026-02-02</CINclosureDate>
        <ReasonForClosure>RC2</ReasonForClosure>
        <DateOfInitialCPC>2025-12-01</DateOfInitialCPC>
        <Assessments>
          <AssessmentActualStartDate>2025-04-11</AssessmentActualStartDate>
          <AssessmentAuthorisationDate>2025-05-30</AssessmentAuthorisationDate>
          <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>3B</AssessmentFactors>
            <AssessmentFactors>16A</AssessmentFactors>
          </FactorsIdentifiedAtAssessment>
        </Assessments>
        <CINPlanDates>
          <CINPlanStartDate>2025-06-02</CINPlanStartDate>
          <CINPlanEndDate>2025-09-01</CINPlanEndDate>
        </CINPlanDates>
        <Section47>
          <S47ActualStartDate>2025-08-11</S47ActualStartDate>
          <InitialCPCtarget>2025-09-02</InitialCPCtarget>
          <DateOfInitialCPC>2025-09-01</DateOfInitialCPC>
          <ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
        <ReferralNFA>0</ReferralNFA>
        <ChildProtectionPlans>
          <CPPstartDate>2025-09-01</CPPstartDate>
          <CPPendDate>2026-02-01</CPPendDate>
          <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
          <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
          <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
          <Reviews>
            <CPPreviewDate>2025-11-20</CPPreviewDate>
          </Reviews>
        </ChildProtectionPlans>
      </CINdetails>
    </Child>
  </Children>
</Message>
"""


def test_every_element_stands_in_the_order_of_the_census(tmp_path: Path) -> None:
    given = read_parts(tmp_path, WHOLE)
    found = {name: part.data for name, part in given.items() if not part.is_return}
    (path,) = cin_census.write(found, tmp_path / "out", year=2026, lea="999")
    assert path.read_text("utf-8") == WHOLE


BELONG: dict[str, tuple[dict[str, Any], bool]] = {
    "referred in the year": (referral(), True),
    "referred on the first day": (referral(referred=date(2025, 4, 1)), True),
    "referred on the last day": (referral(referred=date(2026, 3, 31)), True),
    "referred after the year": (referral(referred=date(2026, 4, 1)), False),
    "open since before": (referral(referred=date(2020, 4, 1), cine_referral_nfa="N"), True),
    "closed on the first day": (referral(referred=date(2020, 4, 1), cine_close_date=date(2025, 4, 1)), True),
    "closed before": (referral(referred=date(2020, 4, 1), cine_close_date=date(2025, 3, 31)), False),
    "no further action before, never closed": (referral(referred=date(2020, 4, 1), cine_referral_nfa="Y"), False),
    "without a date, open": (referral(referred=None), True),
}


@pytest.mark.parametrize(("row", "belongs"), BELONG.values(), ids=list(BELONG))
def test_which_episodes_belong(tmp_path: Path, row: dict[str, Any], belongs: bool) -> None:
    text = written(tmp_path, tables(ssd_cin_episodes=[row]))
    assert items(text, "LAchildID") == (["A"] if belongs else [])


def test_what_came_after_the_reference_date_was_not_known(tmp_path: Path) -> None:
    late = date(2026, 4, 1)
    text = written(
        tmp_path,
        tables(
            ssd_person=[
                {
                    "pers_person_id": "A",
                    "pers_dob": late,
                    "pers_expected_dob": date(2026, 4, 5),
                    "pers_death_date": late,
                }
            ],
            ssd_cin_episodes=[referral(cine_close_date=late, cine_close_reason="RC7")],
            ssd_cin_assessments=[
                {
                    "cina_assessment_id": "S",
                    "cina_person_id": "A",
                    "cina_referral_id": "R",
                    "cina_assessment_start_date": date(2026, 3, 2),
                    "cina_assessment_auth_date": late,
                },
                {
                    "cina_assessment_id": "T",
                    "cina_person_id": "A",
                    "cina_referral_id": "R",
                    "cina_assessment_start_date": late,
                },
            ],
            ssd_assessment_factors=[
                {"cinf_table_id": "F", "cinf_assessment_id": "S", "cinf_assessment_factors_factors": "3B"}
            ],
        ),
    )
    assert items(text, "AssessmentActualStartDate") == ["2026-03-02"]
    assert items(text, "ExpectedPersonBirthDate") == ["2026-04-05"]
    assert items(text, "Sex") == ["U"]
    for tag in ("PersonBirthDate", "PersonDeathDate", "CINclosureDate", "ReasonForClosure", "AssessmentFactors"):
        assert items(text, tag) == []


def test_rows_without_a_referral_belong_to_the_episode_begun_last(tmp_path: Path) -> None:
    plans = [
        {
            "cinp_cin_plan_id": str(day),
            "cinp_person_id": "A",
            "cinp_referral_id": "nowhere",
            "cinp_cin_plan_start_date": day,
        }
        for day in (date(2025, 4, 30), date(2025, 5, 1), date(2025, 9, 2))
    ]
    referrals = [referral(), referral("Q", date(2025, 9, 1))]
    text = written(tmp_path, tables(ssd_cin_episodes=referrals, ssd_cin_plans=plans))
    assert [items(found, "CINPlanStartDate") for found in items(text, "CINdetails")] == [["2025-05-01"], ["2025-09-02"]]


def plan(start: date, end: date | None = None, ours: str = "N") -> dict[str, Any]:
    dates = {"cppl_cp_plan_start_date": start, "cppl_cp_plan_end_date": end}
    return {
        "cppl_cp_plan_id": str(start),
        "cppl_person_id": "A",
        "cppl_referral_id": "R",
        "cppl_cp_plan_ola": ours,
        **dates,
    }


def test_plans_before_are_counted_and_those_of_other_authorities_are_theirs(tmp_path: Path) -> None:
    plans = [
        plan(date(2020, 1, 6), date(2020, 9, 1)),
        plan(date(2023, 1, 6), date(2025, 3, 31)),
        plan(date(2024, 1, 6), None, "Y"),
        plan(date(2025, 6, 2), date(2025, 9, 1)),
        plan(date(2026, 1, 5)),
    ]
    text = written(tmp_path, tables(ssd_cin_episodes=[referral(referred=date(2019, 1, 7))], ssd_cp_plans=plans))
    assert items(text, "CPPstartDate") == ["2025-06-02", "2026-01-05"]
    assert items(text, "NumberOfPreviousCPP") == ["2", "3"]


SEX: dict[str, tuple[dict[str, str], str]] = {
    "from the sex": ({"pers_sex": "F"}, "2"),
    "from the gender, where it is a code": ({"pers_sex": "U", "pers_gender": "9"}, "9"),
    "from the sex, where the gender is a word": ({"pers_sex": "M", "pers_gender": "Male"}, "1"),
}


@pytest.mark.parametrize(("who", "code"), SEX.values(), ids=list(SEX))
def test_sex_up_to_2024_is_a_number(tmp_path: Path, who: dict[str, str], code: str) -> None:
    rows = tables(ssd_cin_episodes=[referral(referred=date(2023, 9, 1))], ssd_person=[{"pers_person_id": "A", **who}])
    assert items(written(tmp_path, rows, 2024), "GenderCurrent") == [code]
    assert "<Sex>" not in written(tmp_path, rows, 2024)


@pytest.mark.parametrize("year", [2016, 2027])
def test_only_years_of_the_census_are_written(tmp_path: Path, year: int) -> None:
    with pytest.raises(ValueError, match=f"no census of {year}: use a year from 2017 to 2026"):
        cin_census.write({}, tmp_path, year=year)
    with pytest.raises(ValueError, match="no census of"):
        list(cin_census.made_from({}, "Kent", year))


def test_what_no_xml_can_hold_is_left_out_of_a_text(tmp_path: Path) -> None:
    row = {**referral(), "cine_person_id": "A\x01\ufffe<B>"}
    text = written(tmp_path, tables(ssd_cin_episodes=[row]))
    assert items(text, "LAchildID") == ["A&lt;B&gt;"]


def test_rows_for_the_rules_have_no_line(tmp_path: Path) -> None:
    found = read_parts(tmp_path, census(child("A", details())))
    records = {name: part.data for name, part in found.items() if not part.is_return}
    made = {part.table: part.data for part in cin_census.made_from(records, "Kent", 2026)}
    assert made["return_cin_census_cindetails"]["file_row"].to_pylist() == [None]
    assert made["return_cin_census_header"]["ReferenceDate"].to_pylist() == ["2026-03-31"]


def test_an_invented_census_is_of_a_year_that_has_one(tmp_path: Path) -> None:
    synthesize(3, 1, 5, date(2026, 2, 28), tmp_path / "one", form="cin")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["cin_census.xml"]
    with pytest.raises(LibraryError, match="no census of 2027: choose an as-at date from 2016-04-01 to 2026-03-31"):
        synthesize(3, 1, 5, date(2026, 4, 1), tmp_path / "two", form="cin")
