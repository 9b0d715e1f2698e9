"""What each module of a return becomes in the record tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from returns_help import Return, episodes, write_return

from trigpoint.sources import Refused, plan

BORN = {"DOB": "2010-05-20"}


def records(folder: Path, modules: Return) -> dict[str, list[dict[str, Any]]]:
    """Rows of each record table, without authority and what is missing."""
    write_return(folder, modules)
    return {
        part.table: [
            {k: v for k, v in row.items() if v is not None and k != "authority"} for row in part.data.to_pylist()
        ]
        for part in plan([folder], "Kent").parts()
    }


def test_episodes_are_chained_into_periods_placements_and_statuses(tmp_path: Path) -> None:
    rows = episodes(
        "A 2020-04-13 S 2020-05-01 X1 V2 U6",
        "A 2020-05-01 L 2020-06-01 X1 C2 U6",
        "A 2020-06-01 P 2020-07-01 E4A C2 K2",
        "A 2020-09-01 S - - C2 K2",
    )
    found = records(tmp_path, {"Episodes": rows[::-1]})
    assert [e["clae_cla_id"] for e in found["ssd_cla_episodes"]] == ["A-care20200413"] * 3 + ["A-care20200901"]
    assert {e["clae_entered_care_date"] for e in found["ssd_cla_episodes"]} == {date(2020, 4, 13), date(2020, 9, 1)}
    places = [e["clae_cla_placement_id"] for e in found["ssd_cla_episodes"]]
    assert places == ["A-place20200413", "A-place20200413", "A-place20200601", "A-place20200901"]
    spells = [
        (p["clap_cla_placement_type"], p["clap_cla_placement_start_date"].month, p.get("clap_cla_placement_end_date"))
        for p in found["ssd_cla_placement"]
    ]
    assert spells == [("U6", 4, date(2020, 6, 1)), ("K2", 6, date(2020, 7, 1)), ("K2", 9, None)]
    statuses = [(s["lega_legal_status"], s.get("lega_legal_status_end_date")) for s in found["ssd_legal_status"]]
    assert statuses == [("V2", date(2020, 5, 1)), ("C2", date(2020, 7, 1)), ("C2", None)]


def test_entry_is_unknown_where_care_began_before_the_return(tmp_path: Path) -> None:
    found = records(tmp_path, {"Episodes": episodes("A 2018-04-13 P - -", "B 2020-04-13 S - -")})
    assert [e.get("clae_entered_care_date") for e in found["ssd_cla_episodes"]] == [None, date(2020, 4, 13)]


def test_two_periods_that_begin_on_one_day_have_two_ids(tmp_path: Path) -> None:
    rows = episodes("A 2020-04-13 S 2020-04-13 E4A", "A 2020-04-13 S - -")
    found = records(tmp_path, {"Episodes": rows})
    assert [e["clae_cla_id"] for e in found["ssd_cla_episodes"]] == ["A-care20200413", "A-care20200413-2"]


def test_a_start_begins_a_period_even_where_the_one_before_did_not_end(tmp_path: Path) -> None:
    rows = episodes("A 2020-04-13 S 2020-05-13 X1", "A 2020-05-13 S - -")
    found = records(tmp_path, {"Episodes": rows})
    assert len({e["clae_cla_id"] for e in found["ssd_cla_episodes"]}) == 2
    assert len(found["ssd_cla_placement"]) == 2


def test_a_placement_that_differs_is_another_whatever_the_reason_says(tmp_path: Path) -> None:
    rows = episodes("A 2020-04-13 S 2020-05-13 X1 C2 U4", "A 2020-05-13 L - - C2 K2")
    assert len(records(tmp_path, {"Episodes": rows})["ssd_cla_placement"]) == 2


def test_reviews_belong_to_the_period_that_holds_them(tmp_path: Path) -> None:
    rows = episodes("A 2020-04-13 S 2020-07-01 E4A", "A 2020-09-01 S - -")
    days = ["2020-07-01", "2020-08-01", "2020-09-30"]
    reviews = [{"CHILD": "A", "REVIEW": day, "REVIEW_CODE": "PN1"} for day in days]
    found = records(tmp_path, {"Episodes": rows, "Reviews": reviews})
    assert [r.get("clar_cla_id") for r in found["ssd_cla_reviews"]] == ["A-care20200413", None, "A-care20200901"]


def test_children_come_from_the_header_and_from_wherever_else_they_stand(tmp_path: Path) -> None:
    header = {**BORN, "CHILD": "A", "SEX": "1", "ETHNIC": "WBRI", "UPN": "un3", "MOTHER": "1.0", "MC_DOB": "2024-05-01"}
    uasc = {"CHILD": "B", "SEX": "2", "DOB": "2009-02-13", "DUC": "2027-02-13"}
    found = records(tmp_path, {"Header": [header], "UASC": [uasc], "Episodes": episodes("A 2023-04-13 S - -")})
    first = {"pers_sex": "M", "pers_ethnicity": "WBRI", "pers_dob": date(2010, 5, 20), "pers_is_mother": "Y"}
    assert found["ssd_person"] == [
        {"pers_person_id": "A", "pers_upn_unknown": "UN3", **first},
        {"pers_person_id": "B", "pers_sex": "F", "pers_dob": date(2009, 2, 13)},
    ]
    assert found["ssd_mother"][0]["moth_childs_dob"] == date(2024, 5, 1)
    assert found["ssd_immigration_status"] == [
        {
            "immi_immigration_status_id": "B-uasc20270213",
            "immi_person_id": "B",
            "immi_immigration_status": "UASC",
            "immi_immigration_status_end_date": date(2027, 2, 13),
        }
    ]


def test_adoption_joins_decision_match_order_and_placement(tmp_path: Path) -> None:
    rows = episodes("A 2019-04-13 S 2019-09-01 X1 E1 U4", "A 2019-09-01 P 2020-03-01 E12 E1 A5")
    decision = {"CHILD": "A", "DATE_PLACED": "2019-06-13"}
    older = {
        "CHILD": "A",
        "DATE_PLACED": "2018-06-13",
        "DATE_PLACED_CEASED": "2018-07-13",
        "REASON_PLACED_CEASED": "RD1",
    }
    match = {"CHILD": "A", "DATE_INT": "2019-06-13", "DATE_MATCH": "2019-08-01", "FOSTER_CARE": "0", "NB_ADOPTR": "2"}
    other = episodes("B 2019-04-13 S 2019-09-01 E46")
    modules = {"Episodes": rows + other, "PlacedAdoption": [decision, older], "AD1": [match]}
    reversed_way, way, guardianship = records(tmp_path, modules)["ssd_permanence"]
    assert reversed_way["perm_decision_reversed_date"] == date(2018, 7, 13)
    assert "perm_placed_for_adoption_date" not in reversed_way
    expected = {
        "perm_adm_decision_date": date(2019, 6, 13),
        "perm_matched_date": date(2019, 8, 1),
        "perm_placed_for_adoption_date": date(2019, 9, 1),
        "perm_permanence_order_date": date(2020, 3, 1),
        "perm_permanence_order_type": "Adoption",
        "perm_adopted_by_carer_flag": "N",
        "perm_number_of_adopters": 2,
        "perm_cla_id": "A-care20190413",
    }
    assert expected.items() <= way.items()
    assert guardianship["perm_permanence_order_type"] == "Special guardianship order"


def test_outcomes_of_the_year_are_dated_31_march(tmp_path: Path) -> None:
    flags = dict.fromkeys(("CONVICTED", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "TEETH_CHECK"), "1")
    row = {"CHILD": "A", **BORN, "SDQ_SCORE": "12", **flags, "IMMUNISATIONS": "0", "INTERVENTION_RECEIVED": "0"}
    young = {"CHILD": "B", "DOB": "2015-04-20", "HEALTH_ASSESSMENT": "1", "SDQ_REASON": "SDQ1"}
    found = records(tmp_path, {"OC2": [row, young], "Episodes": episodes("A 2019-04-13 S 2020-03-31 E4A")})
    end = date(2020, 3, 31)
    checks = [
        (c["clah_person_id"], c["clah_health_check_type"], c["clah_health_check_date"]) for c in found["ssd_cla_health"]
    ]
    assert checks == [
        ("A", "Health assessment", end),
        ("A", "Dental check", end),
        ("B", "Health assessment", end),
        ("B", "Health assessment", end),
    ]
    assert found["ssd_sdq_scores"][0]["csdq_sdq_score"] == 12
    assert found["ssd_cla_immunisations"][0]["clai_immunisations_status"] == "N"
    assert found["ssd_cla_convictions"][0]["clac_cla_conviction_date"] == end
    assert found["ssd_cla_substance_misuse"][0]["clas_intervention_received"] == "N"


@pytest.mark.parametrize(
    ("born", "birthday"),
    [("2001-04-01", date(2018, 4, 1)), ("2001-03-31", date(2019, 3, 31)), ("2000-02-29", date(2019, 3, 1))],
)
def test_care_leavers_at_the_birthday_in_the_year(tmp_path: Path, born: str, birthday: date) -> None:
    leaver = {"CHILD": "A", "DOB": born, "IN_TOUCH": "YES", "ACTIV": "F2", "ACCOM": "U2"}
    found = records(tmp_path, {"OC3": [leaver], "Episodes": episodes("B 2018-04-13 S - -")})
    assert found["ext_care_leaver_birthday"] == [
        {
            "person_id": "A",
            "birthday_on": birthday,
            "in_touch": "YES",
            "accommodation": "U2",
            "suitable": "2",
            "activity": "F2",
        }
    ]


def test_workers_and_orders(tmp_path: Path) -> None:
    worker = {"CHILD": "A", "SW_ID": "SW7", "SW_DECOM": "2026-04-13", "SW_DEC": "2026-05-13", "SW_REASON": "MANAGE"}
    order = {"CHILD": "A", "DOLO_START": "2026-04-13", "DOLO_END": ""}
    found = records(tmp_path, {"SWEpisodes": [worker, {**worker, "SW_DEC": ""}], "DoLo": [order]})
    assert [i["invo_involvements_id"] for i in found["ssd_involvements"]] == ["A-worker20260413", "A-worker20260413-2"]
    assert found["ssd_professionals"] == [{"prof_professional_id": "SW7", "prof_social_worker_registration_no": "SW7"}]
    assert found["ext_deprivation_of_liberty"][0]["start_date"] == date(2026, 4, 13)


def test_cells_that_cannot_be_read_and_rows_without_child_are_told(tmp_path: Path) -> None:
    rows = episodes("A 2019-04-13 S - -", "A 2019-04-13 S - -")
    rows += [{**rows[0], "DECOM": "soon"}, {**rows[0], "CHILD": ""}]
    write_return(tmp_path, {"Episodes": rows})
    parts = {part.table: part for part in plan([tmp_path], "Kent").parts()}
    found = parts["ssd_cla_episodes"]
    assert (found.rows_in, found.refused, found.repeated, found.data.num_rows) == (4, 1, 1, 2)
    told = [(issue.row, issue.column, issue.kind) for issue in found.issues]
    assert told[:3] == [(5, "CHILD", "error"), (4, "DECOM", "error"), (3, "", "warning")]


def test_columns_that_the_return_does_not_have_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,SHOE_SIZE\nA,,YES,F2,B1,7\n")
    parts = {part.table: part for part in plan([tmp_path], "Kent").parts()}
    found = parts["ext_care_leaver_birthday"]
    assert found.data["birthday_on"].to_pylist() == [None]
    assert [issue.what for issue in found.issues] == ["1 columns are not part of OC3 and were left out: shoe_size"]


def test_a_return_that_lacks_a_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC\n")
    with pytest.raises(Refused, match="looks like Episodes of the SSDA903 return and lacks the column REC, REASON"):
        plan([tmp_path])
