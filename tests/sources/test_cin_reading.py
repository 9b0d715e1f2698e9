"""What each element of a census becomes in the record tables, and in the return as it was given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from census_help import census, child, details, given, read_parts, records, told

from trigpoint.sources import plan

WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="urn:invented">
<Header>
  <CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>
  </CollectionDetails>
  <Source><SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>x</SoftwareCode><SerialNo>001</SerialNo></Source>
</Header>
<Children>
<Child>
  <ChildIdentifiers>
    <LAchildID>A1</LAchildID><UPN>A123456789012</UPN><FormerUPN>B123456789012</FormerUPN>
    <PersonBirthDate>2015-05-20</PersonBirthDate><Sex>f</Sex><PersonDeathDate>2026-02-01</PersonDeathDate>
  </ChildIdentifiers>
  <ChildCharacteristics>
    <Ethnicity>WBRI</Ethnicity>
    <Disabilities><Disability>LD</Disability><Disability>AUT</Disability></Disabilities>
  </ChildCharacteristics>
  <CINdetails>
    <CINreferralDate>2025-04-10</CINreferralDate><ReferralSource>1a</ReferralSource>
    <PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2026-02-02</CINclosureDate>
    <ReasonForClosure>RC2</ReasonForClosure><DateOfInitialCPC>2025-12-01</DateOfInitialCPC>
    <Assessments>
      <AssessmentActualStartDate>2025-04-11</AssessmentActualStartDate>
      <AssessmentInternalReviewDate>2025-04-25</AssessmentInternalReviewDate>
      <AssessmentAuthorisationDate>2025-05-30</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment>
        <AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors>
      </FactorsIdentifiedAtAssessment>
    </Assessments>
    <CINPlanDates>
      <CINPlanStartDate>2025-06-02</CINPlanStartDate><CINPlanEndDate>2025-09-01</CINPlanEndDate>
    </CINPlanDates>
    <Section47>
      <S47ActualStartDate>2025-08-11</S47ActualStartDate><InitialCPCtarget>2025-09-02</InitialCPCtarget>
      <DateOfInitialCPC>2025-09-01</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired>
    </Section47>
    <ReferralNFA>false</ReferralNFA>
    <ChildProtectionPlans>
      <CPPstartDate>2025-09-01</CPPstartDate><CPPendDate>2026-02-01</CPPendDate>
      <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
      <NumberOfPreviousCPP>2</NumberOfPreviousCPP>
      <Reviews><CPPreviewDate>2025-11-20</CPPreviewDate></Reviews>
    </ChildProtectionPlans>
  </CINdetails>
</Child>
</Children>
</Message>
"""

RECORDS = {
    "ssd_person": [
        {
            "pers_person_id": "A1",
            "pers_upn": "A123456789012",
            "pers_sex": "F",
            "pers_ethnicity": "WBRI",
            "pers_dob": date(2015, 5, 20),
            "pers_death_date": date(2026, 2, 1),
        }
    ],
    "ssd_linked_identifiers": [
        {
            "link_table_id": "A1-formerupn",
            "link_person_id": "A1",
            "link_identifier_type": "Former Unique Pupil Number",
            "link_identifier_value": "B123456789012",
        }
    ],
    "ssd_disability": [
        {"disa_table_id": f"A1-disability{code}", "disa_person_id": "A1", "disa_disability_code": code}
        for code in ("LD", "AUT")
    ],
    "ssd_cin_episodes": [
        {
            "cine_referral_id": "A1-referral20250410",
            "cine_person_id": "A1",
            "cine_referral_date": date(2025, 4, 10),
            "cine_cin_primary_need_code": "N1",
            "cine_referral_source_code": "1A",
            "cine_referral_nfa": "N",
            "cine_close_reason": "RC2",
            "cine_close_date": date(2026, 2, 2),
        }
    ],
    "ssd_cin_assessments": [
        {
            "cina_assessment_id": "A1-assessment20250411",
            "cina_person_id": "A1",
            "cina_referral_id": "A1-referral20250410",
            "cina_assessment_start_date": date(2025, 4, 11),
            "cina_assessment_auth_date": date(2025, 5, 30),
        }
    ],
    "ssd_assessment_factors": [
        {
            "cinf_table_id": "A1-assessment20250411-factors",
            "cinf_assessment_id": "A1-assessment20250411",
            "cinf_assessment_factors_factors": "3B;16A",
        }
    ],
    "ssd_cin_plans": [
        {
            "cinp_cin_plan_id": "A1-need20250602",
            "cinp_referral_id": "A1-referral20250410",
            "cinp_person_id": "A1",
            "cinp_cin_plan_start_date": date(2025, 6, 2),
            "cinp_cin_plan_end_date": date(2025, 9, 1),
        }
    ],
    "ssd_s47_enquiry": [
        {
            "s47e_s47_enquiry_id": "A1-enquiry20250811",
            "s47e_referral_id": "A1-referral20250410",
            "s47e_person_id": "A1",
            "s47e_s47_start_date": date(2025, 8, 11),
            "s47e_s47_outcome_cp_conference_flag": "Y",
        }
    ],
    "ssd_initial_cp_conference": [
        {
            "icpc_icpc_id": "A1-conference20250901",
            "icpc_s47_enquiry_id": "A1-enquiry20250811",
            "icpc_person_id": "A1",
            "icpc_cp_plan_id": "A1-protection20250901",
            "icpc_referral_id": "A1-referral20250410",
            "icpc_icpc_target_date": date(2025, 9, 2),
            "icpc_icpc_date": date(2025, 9, 1),
            "icpc_icpc_outcome_cp_flag": "Y",
        },
        {
            "icpc_icpc_id": "A1-conference20251201",
            "icpc_person_id": "A1",
            "icpc_referral_id": "A1-referral20250410",
            "icpc_icpc_date": date(2025, 12, 1),
            "icpc_icpc_outcome_cp_flag": "N",
        },
    ],
    "ssd_cp_plans": [
        {
            "cppl_cp_plan_id": "A1-protection20250901",
            "cppl_referral_id": "A1-referral20250410",
            "cppl_icpc_id": "A1-conference20250901",
            "cppl_person_id": "A1",
            "cppl_cp_plan_start_date": date(2025, 9, 1),
            "cppl_cp_plan_end_date": date(2026, 2, 1),
            "cppl_cp_plan_initial_category": "NEG",
            "cppl_cp_plan_latest_category": "EMO",
        }
    ],
    "ssd_cp_reviews": [
        {
            "cppr_cp_review_id": "A1-planreview20251120",
            "cppr_person_id": "A1",
            "cppr_cp_plan_id": "A1-protection20250901",
            "cppr_cp_review_date": date(2025, 11, 20),
        }
    ],
}


def test_every_element_as_records(tmp_path: Path) -> None:
    parts = read_parts(tmp_path, WHOLE)
    assert {name: records(parts, name) for name in RECORDS} == RECORDS
    assert told(parts) == []


GIVEN = {
    "Header": [
        {"file_row": 3, "row_key": 1, "Collection": "CIN", "Year": "2026", "ReferenceDate": "2026-03-31", "LEA": "999"}
    ],
    "ChildIdentifiers": [
        {
            "file_row": 10,
            "child_key": "A1",
            "row_key": 2,
            "LAchildID": "A1",
            "UPN": "A123456789012",
            "FormerUPN": "B123456789012",
            "PersonBirthDate": "2015-05-20",
            "Sex": "F",
            "PersonDeathDate": "2026-02-01",
        }
    ],
    "ChildCharacteristics": [{"file_row": 14, "child_key": "A1", "row_key": 3, "Ethnicity": "WBRI"}],
    "Disabilities": [
        {"file_row": 16, "child_key": "A1", "row_key": 4, "Disability": "LD"},
        {"file_row": 16, "child_key": "A1", "row_key": 5, "Disability": "AUT"},
    ],
    "CINdetails": [
        {
            "file_row": 18,
            "child_key": "A1",
            "row_key": 6,
            "CINreferralDate": "2025-04-10",
            "ReferralSource": "1A",
            "PrimaryNeedCode": "N1",
            "CINclosureDate": "2026-02-02",
            "ReasonForClosure": "RC2",
            "DateOfInitialCPC": "2025-12-01",
            "ReferralNFA": "false",
        }
    ],
    "Assessments": [
        {
            "file_row": 22,
            "child_key": "A1",
            "row_key": 7,
            "within_key": 6,
            "AssessmentActualStartDate": "2025-04-11",
            "AssessmentInternalReviewDate": "2025-04-25",
            "AssessmentAuthorisationDate": "2025-05-30",
        }
    ],
    "AssessmentFactorsList": [
        {"file_row": 27, "child_key": "A1", "row_key": 8, "within_key": 7, "AssessmentFactors": "3B"},
        {"file_row": 27, "child_key": "A1", "row_key": 9, "within_key": 7, "AssessmentFactors": "16A"},
    ],
    "CINplanDates": [
        {
            "file_row": 30,
            "child_key": "A1",
            "row_key": 10,
            "within_key": 6,
            "CINPlanStartDate": "2025-06-02",
            "CINPlanEndDate": "2025-09-01",
        }
    ],
    "Section47": [
        {
            "file_row": 33,
            "child_key": "A1",
            "row_key": 11,
            "within_key": 6,
            "S47ActualStartDate": "2025-08-11",
            "InitialCPCtarget": "2025-09-02",
            "DateOfInitialCPC": "2025-09-01",
            "ICPCnotRequired": "0",
        }
    ],
    "ChildProtectionPlans": [
        {
            "file_row": 38,
            "child_key": "A1",
            "row_key": 12,
            "within_key": 6,
            "CPPstartDate": "2025-09-01",
            "CPPendDate": "2026-02-01",
            "InitialCategoryOfAbuse": "NEG",
            "LatestCategoryOfAbuse": "EMO",
            "NumberOfPreviousCPP": "2",
        }
    ],
    "Reviews": [{"file_row": 42, "child_key": "A1", "row_key": 13, "within_key": 12, "CPPreviewDate": "2025-11-20"}],
}


def test_every_element_as_it_was_given(tmp_path: Path) -> None:
    parts = read_parts(tmp_path, WHOLE)
    assert {module: given(parts, module) for module in GIVEN} == GIVEN
    table = parts["return_cin_census_reviews"].data
    assert (table["collection_year"].to_pylist(), table["file"].to_pylist()) == ([2026], ["whatever.dat"])


@pytest.mark.parametrize("year", range(2017, 2027))
def test_each_year_with_its_own_codes_of_sex(tmp_path: Path, year: int) -> None:
    sexes = {"M": "M", "F": "F", "U": "U"} if year >= 2025 else {"1": "M", "2": "F", "0": "U", "9": "U"}
    tag = "Sex" if year >= 2025 else "GenderCurrent"
    children = "\n".join(child(f"C{code}", sex=f"<{tag}>{code}</{tag}>") for code in sexes)
    (tmp_path / "census.xml").write_text(census(children, year))
    planned = plan([tmp_path], "Kent")
    assert [(file.format, file.year) for file in planned.files] == [("cin_census", year)]
    parts = {part.table: part for part in planned.parts()}
    assert parts["ssd_person"].data["pers_sex"].to_pylist() == list(sexes.values())
    assert told(parts) == []


def test_the_year_is_that_of_the_reference_date_where_no_year_is_given(tmp_path: Path) -> None:
    only = "<CollectionDetails><ReferenceDate>2019-03-31</ReferenceDate></CollectionDetails>"
    parts = read_parts(tmp_path, census(child(sex=""), header=only))
    assert parts["return_cin_census_cindetails"].table == "return_cin_census_cindetails"
    assert parts["return_cin_census_childidentifiers"].data["collection_year"].to_pylist() == [2019]


CONFERENCES = {
    "told by the enquiry and by the episode": (
        "<DateOfInitialCPC>2025-05-01</DateOfInitialCPC><Section47><S47ActualStartDate>2025-04-14</S47ActualStartDate>"
        "<DateOfInitialCPC>2025-05-01</DateOfInitialCPC></Section47>",
        [("A-conference20250501", "A-enquiry20250414")],
    ),
    "told by two enquiries, the nearer one is linked": (
        "<Section47><S47ActualStartDate>2025-04-14</S47ActualStartDate><DateOfInitialCPC>2025-05-01</DateOfInitialCPC>"
        "</Section47><Section47><S47ActualStartDate>2025-04-20</S47ActualStartDate>"
        "<DateOfInitialCPC>2025-05-01</DateOfInitialCPC></Section47>",
        [("A-conference20250501", "A-enquiry20250420")],
    ),
    "only planned": (
        "<Section47><S47ActualStartDate>2025-04-14</S47ActualStartDate><InitialCPCtarget>2025-05-06</InitialCPCtarget>"
        "<ICPCnotRequired>0</ICPCnotRequired></Section47>",
        [],
    ),
}


@pytest.mark.parametrize(("inside", "expected"), CONFERENCES.values(), ids=list(CONFERENCES))
def test_a_conference_is_one_however_often_it_is_told(
    tmp_path: Path, inside: str, expected: list[tuple[str, str]]
) -> None:
    found = records(read_parts(tmp_path, census(child("A", details(inside)))), "ssd_initial_cp_conference")
    assert [(row["icpc_icpc_id"], row.get("icpc_s47_enquiry_id")) for row in found] == expected


def test_an_enquiry_that_needs_no_conference_says_so(tmp_path: Path) -> None:
    inside = "".join(
        f"<Section47><S47ActualStartDate>2025-04-1{at}</S47ActualStartDate><ICPCnotRequired>{text}</ICPCnotRequired>"
        "</Section47>"
        for at, text in enumerate(("1", "true", "0", "false"))
    )
    found = records(read_parts(tmp_path, census(child("A", details(inside)))), "ssd_s47_enquiry")
    assert [row.get("s47e_s47_outcome_cp_conference_flag") for row in found] == ["N", "N", None, None]


def test_two_things_of_one_day_have_two_ids_and_their_own_links(tmp_path: Path) -> None:
    episodes = details("<ReferralNFA>1</ReferralNFA>") + details(
        "<CINPlanDates><CINPlanStartDate>2025-05-01</CINPlanStartDate></CINPlanDates>"
    )
    parts = read_parts(tmp_path, census(child("A", episodes)))
    assert [row["cine_referral_id"] for row in records(parts, "ssd_cin_episodes")] == [
        "A-referral20250410",
        "A-referral20250410-2",
    ]
    assert [row["cinp_referral_id"] for row in records(parts, "ssd_cin_plans")] == ["A-referral20250410-2"]
