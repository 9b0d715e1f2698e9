"""What is wrong in a census is told with its line, and a file that cannot be taken is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from census_help import census, child, details, given, read_parts, records, told

from trigpoint.sources import Refused, plan

COPY = "<CINPlanDates><CINPlanStartDate>2025-05-01</CINPlanStartDate></CINPlanDates>"


def test_cells_that_cannot_be_read_are_missing_and_told_by_line(tmp_path: Path) -> None:
    plans = "<ChildProtectionPlans>\n<NumberOfPreviousCPP>two</NumberOfPreviousCPP></ChildProtectionPlans>"
    parts = read_parts(tmp_path, census(child("A", details(f"\n{plans}", referred="10/04/2025"))))
    assert told(parts) == [
        (2, "CINreferralDate", "error", "'10/04/2025' is not a date; the cell is taken as missing"),
        (4, "NumberOfPreviousCPP", "error", "'two' is not a whole number; the cell is taken as missing"),
    ]
    assert records(parts, "ssd_cin_episodes") == [{"cine_referral_id": "A-referral", "cine_person_id": "A"}]
    assert given(parts, "CINdetails")[0]["CINreferralDate"] == "10/04/2025"
    assert given(parts, "ChildProtectionPlans")[0]["NumberOfPreviousCPP"] == "two"


def test_a_date_may_have_a_time_or_a_zone(tmp_path: Path) -> None:
    days = ["2025-04-10T00:00:00", "2025-04-10Z", "2025-04-10+01:00"]
    parts = read_parts(tmp_path, census(child("A", "".join(details("", day) for day in days))))
    assert {row["CINreferralDate"] for row in given(parts, "CINdetails")} == {"2025-04-10"}


def test_codes_of_no_set_are_kept_and_told_once(tmp_path: Path) -> None:
    inside = "<PrimaryNeedCode>N12</PrimaryNeedCode><ReferralNFA>maybe</ReferralNFA>"
    parts = read_parts(tmp_path, census("\n".join(child(name, details(inside)) for name in "AB")))
    assert told(parts) == [
        (
            2,
            "PrimaryNeedCode",
            "warning",
            "'N12' is not in the code set PRIMARY_NEED of 2025/26 (2 rows); it is kept as it stands",
        ),
        (2, "ReferralNFA", "warning", "'MAYBE' is not in 0, 1, true and false (2 rows); it is kept as it stands"),
    ]
    first = records(parts, "ssd_cin_episodes")[0]
    assert (first["cine_cin_primary_need_code"], first["cine_referral_nfa"]) == ("N12", "maybe")


OTHER_YEARS = {
    2024: ("<Sex>F</Sex>", "Sex", "Sex is collected from 2024/25, and this census is of 2023/24"),
    2025: (
        "<GenderCurrent>2</GenderCurrent>",
        "GenderCurrent",
        "GenderCurrent is collected up to 2023/24, and this census is of 2024/25",
    ),
}


@pytest.mark.parametrize("year", OTHER_YEARS)
def test_an_item_of_other_years_is_taken_and_told(tmp_path: Path, year: int) -> None:
    sex, column, what = OTHER_YEARS[year]
    parts = read_parts(tmp_path, census(child("A", sex=sex), year))
    assert told(parts) == [(None, column, "warning", what)]
    assert records(parts, "ssd_person")[0]["pers_sex"] == "F"


def test_elements_that_the_census_does_not_have_are_told_once_a_name(tmp_path: Path) -> None:
    strange = "<Shoe>7</Shoe><Shoe>8</Shoe><CINclosureDate><Day>1</Day></CINclosureDate>"
    again = "<ReferralSource>6</ReferralSource><ReferralSource>9</ReferralSource>"
    parts = read_parts(tmp_path, census(child("A", details(strange + again) + "<Shoe>9</Shoe>")))
    assert told(parts) == [
        (2, "Day", "warning", "the census has no such element here; 1 were left out"),
        (2, "Shoe", "warning", "the census has no such element here; 3 were left out"),
        (2, "ReferralSource", "warning", "the group has this item already; 1 more were left out"),
    ]
    assert records(parts, "ssd_cin_episodes")[0]["cine_referral_source_code"] == "6"


def test_a_child_without_id_is_refused_and_stays_in_the_return_as_given(tmp_path: Path) -> None:
    parts = read_parts(tmp_path, census("\n".join([child("A", details()), child("", details(COPY))])))
    counts = {name: (parts[name].rows_in, parts[name].refused) for name in ("ssd_person", "ssd_cin_plans")}
    assert counts == {"ssd_person": (2, 1), "ssd_cin_plans": (1, 1)}
    assert told(parts) == [(3, "LAchildID", "error", "the child has no id, so everything about it was left out")]
    assert [row["child_key"] for row in given(parts, "CINdetails")] == ["A", "(line 3)"]


def test_what_is_told_twice_is_counted_once(tmp_path: Path) -> None:
    """Plans of two episodes are two, though their dates agree; all stay in the return as given."""
    twice = details(COPY + COPY) + details(COPY + COPY) + details(COPY, referred="2025-05-01")
    parts = read_parts(tmp_path, census(child("A", twice)))
    episodes, plans = parts["ssd_cin_episodes"], parts["ssd_cin_plans"]
    assert (episodes.rows_in, episodes.repeated, episodes.data.num_rows) == (3, 1, 2)
    assert (plans.rows_in, plans.repeated, plans.data.num_rows) == (5, 3, 2)
    assert told(parts) == [
        (
            2,
            "",
            "warning",
            f"{count} rows of {module} say what another of the same child says and were counted once; the first is "
            "line 2",
        )
        for count, module in ((1, "CINdetails"), (1, "CINplanDates"))
    ]
    assert len(given(parts, "CINplanDates")) == 5


def test_a_child_given_twice_is_told_and_its_episodes_are_put_together(tmp_path: Path) -> None:
    other = child("A", details(referred="2025-06-01"), sex="<Sex>M</Sex>")
    parts = read_parts(tmp_path, census("\n".join([child("A", details()), other, child("A", details())])))
    person, episodes = parts["ssd_person"], parts["ssd_cin_episodes"]
    assert (person.data.num_rows, person.repeated) == (2, 1)
    assert (episodes.data.num_rows, episodes.repeated) == (2, 1)
    what = "another Child has this LAchildID too; both are taken as one child"
    assert told(parts)[:2] == [(line, "LAchildID", "warning", what) for line in (3, 4)]


def test_a_group_with_nothing_in_it_is_refused_and_told(tmp_path: Path) -> None:
    factors = "<FactorsIdentifiedAtAssessment><AssessmentFactors/></FactorsIdentifiedAtAssessment>"
    inside = f"<Assessments>{factors}</Assessments>\n<Section47> </Section47>"
    parts = read_parts(tmp_path, census(child("A", details(inside))))
    assert told(parts) == [
        (2, "", "error", "there is nothing in Assessments, so it was left out"),
        (3, "", "error", "there is nothing in Section47, so it was left out"),
    ]
    assert (parts["ssd_s47_enquiry"].rows_in, parts["ssd_s47_enquiry"].refused) == (1, 1)
    assert len(given(parts, "Assessments")) == 1


def test_a_reference_date_of_another_year_is_told(tmp_path: Path) -> None:
    header = "<CollectionDetails><Year>2025</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>"
    parts = read_parts(tmp_path, census(child("A"), header=header))
    what = "the reference date is 2024-03-31 and the census is taken as that of 2024/25"
    assert told(parts) == [(1, "ReferenceDate", "warning", what)]


def _year(year: str) -> str:
    return f"<CollectionDetails><Collection>CIN</Collection>{year}</CollectionDetails>"


REFUSED = {
    "cut off": (census(child("A"))[:-40], "row 2: the file is not well-formed XML"),
    "document type": (f"<!DOCTYPE Message>{census(child('A'))}", "row 1: the file declares a document type"),
    "entity": (f'<!DOCTYPE x [<!ENTITY a "b">]>{census(child("&a;"))}', "row 1: the file declares a document type"),
    "other root": (census(child("A")).replace("Message", "Letter"), "XML or HTML, not CSV or Parquet, and no return"),
    "other collection": (
        census(child("A"), header=_year("").replace("CIN<", "SC<")),
        "XML or HTML, not CSV or Parquet, and no return",
    ),
    "no year": (census(child("A"), header=_year("<Year>soon</Year>")), "row 1, column Year: the file does not say of"),
    "year before": (census(child("A"), 2016), "row 1, column Year: the file is of the year 2016, and the census is"),
    "year after": (census(child("A"), 2027), "row 1, column Year: the file is of the year 2027, and the census is"),
    "nobody": (census(""), "the census has no Child in it"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=list(REFUSED))
def test_a_file_that_cannot_be_taken(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_parts(tmp_path, text)
    (issue,) = refusal.value.issues
    assert why in str(issue)


@pytest.mark.parametrize("cut", [40, 200])
def test_a_census_that_is_cut_off_is_not_left_out_of_a_folder(tmp_path: Path, cut: int) -> None:
    (tmp_path / "census.xml").write_text(census(child("A"))[:-cut])
    (tmp_path / "ssd_family.csv").write_text("fami_table_id,fami_family_id,fami_person_id\n1,F,A\n")
    with pytest.raises(Refused, match=r"census\.xml, row \d: the file is not well-formed XML"):
        plan([tmp_path], "Kent")
