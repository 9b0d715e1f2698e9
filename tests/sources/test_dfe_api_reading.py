"""A payload of DfE's API is taken child by child; what does not fit is told with the child's number and the path."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sources_help import load

from trigpoint.sources import Part, Refused, plan

DETAILS = {
    "unique_pupil_number": "A123456789012",
    "former_unique_pupil_number": "B123456789012",
    "first_name": " Perry ",
    "date_of_birth": "2012-03-04",
    "sex": "M",
    "disabilities": ["mob", "AUT", "MOB"],
    "postcode": "XA1 2BC",
    "uasc_flag": True,
    "uasc_end_date": "2030-03-04",
}
PLACED = {
    "child_looked_after_placement_id": "PL1",
    "start_date": "2023-01-10",
    "start_reason": "S",
    "placement_type": "U4",
    "end_date": "2023-05-01",
    "end_reason": "X1",
    "change_reason": "CARPL",
}
MOVED = {"child_looked_after_placement_id": "PL2", "start_date": "2023-05-01", "start_reason": "P", "end_reason": None}
LEAVER = {"contact_date": "2024-02-03", "activity": "F2", "accommodation": "D"}
EPISODE = {
    "social_care_episode_id": "R1",
    "referral_date": "2023-01-05",
    "referral_source": "1A",
    "referral_no_further_action_flag": False,
    "care_worker_details": [{"worker_id": "SW1", "start_date": "2023-01-06"}],
    "child_and_family_assessments": [{"child_and_family_assessment_id": "A1", "factors": ["4a", "1C"]}],
    "section_47_assessments": [
        {
            "section_47_assessment_id": "E1",
            "start_date": "2023-01-07",
            "icpc_required_flag": 1,
            "icpc_date": "2023-01-20",
        }
    ],
    "child_protection_plans": [{"child_protection_plan_id": "CP1", "start_date": "2023-01-20"}],
    "child_looked_after_placements": [MOVED, PLACED],
    "adoption": {"initial_decision_date": "2023-06-01"},
    "care_leavers": LEAVER,
}


def child(identity: str = "C1", **more: Any) -> dict[str, Any]:
    return {"la_child_id": identity, **more}


def read(folder: Path, payload: Any) -> dict[str, Part]:
    text = payload if isinstance(payload, str) else json.dumps(payload)
    (folder / "anything.txt").write_text(text, "utf-8")
    return load(folder)


def told(parts: dict[str, Part]) -> list[str]:
    return [str(issue) for part in parts.values() for issue in part.issues]


def rows(parts: dict[str, Part], table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in parts[table].data.to_pylist()]


def test_what_a_child_says_lands_in_the_record_tables(tmp_path: Path) -> None:
    sdq = {"sdq_assessments": [{"date": "2023-07-01", "score": 14}]}
    parts = read(tmp_path, [child(child_details=DETAILS, health_and_wellbeing=sdq, social_care_episodes=[EPISODE])])
    assert told(parts) == []
    assert rows(parts, "ssd_person", "pers_forename", "pers_dob", "pers_upn") == [
        ("Perry", date(2012, 3, 4), "A123456789012")
    ]
    assert rows(parts, "ssd_linked_identifiers", "link_identifier_value") == [("B123456789012",)]
    assert rows(parts, "ssd_disability", "disa_table_id") == [("C1-disability-AUT",), ("C1-disability-MOB",)]
    assert rows(parts, "ssd_immigration_status", "immi_immigration_status_end_date") == [(date(2030, 3, 4),)]
    assert rows(parts, "ssd_sdq_scores", "csdq_table_id", "csdq_sdq_score") == [("C1-sdq20230701", 14)]
    assert rows(parts, "ssd_cin_episodes", "cine_referral_id", "cine_referral_nfa") == [("R1", "N")]
    assert rows(parts, "ssd_involvements", "invo_referral_id", "invo_professional_id") == [("R1", "SW1")]
    assert rows(parts, "ssd_assessment_factors", "cinf_assessment_factors_factors") == [("1C;4A",)]
    assert rows(parts, "ssd_s47_enquiry", "s47e_s47_outcome_cp_conference_flag") == [("Y",)]
    assert rows(parts, "ssd_initial_cp_conference", "icpc_s47_enquiry_id", "icpc_icpc_date") == [
        ("E1", date(2023, 1, 20))
    ]
    assert rows(parts, "ssd_cp_plans", "cppl_referral_id", "cppl_person_id") == [("R1", "C1")]


def test_placements_make_episodes_and_periods_of_care(tmp_path: Path) -> None:
    again = {**MOVED, "child_looked_after_placement_id": "PL3", "start_date": "2024-09-01", "start_reason": "S"}
    ended = {**MOVED, "end_date": "2023-08-01", "end_reason": "E4A"}
    parts = read(
        tmp_path, [child(social_care_episodes=[{**EPISODE, "child_looked_after_placements": [again, ended, PLACED]}])]
    )
    columns = ("clae_cla_placement_id", "clae_cla_id", "clae_cla_episode_ceased_reason", "clae_entered_care_date")
    assert rows(parts, "ssd_cla_episodes", *columns) == [
        ("PL1", "C1-care20230110", "X1", date(2023, 1, 10)),
        ("PL2", "C1-care20230110", "E4A", date(2023, 1, 10)),
        ("PL3", "C1-care20240901", None, date(2024, 9, 1)),
    ]
    assert rows(parts, "ssd_cla_placement", "clap_cla_id", "clap_cla_placement_change_reason")[0] == (
        "C1-care20230110",
        "CARPL",
    )


def test_orders_that_ended_care_are_known(tmp_path: Path) -> None:
    """An adoption order belongs to the newest decision; another order stands by itself."""
    first = {**EPISODE, "child_looked_after_placements": [{**PLACED, "end_reason": "E45"}]}
    second = {**EPISODE, "social_care_episode_id": "R2", "adoption": {"initial_decision_date": "2021-06-01"}}
    second["child_looked_after_placements"] = [{**MOVED, "end_date": "2024-02-01", "end_reason": "E11"}]
    parts = read(tmp_path, [child(social_care_episodes=[first, second])])
    columns = ("perm_adm_decision_date", "perm_permanence_order_date", "perm_permanence_order_type")
    assert set(rows(parts, "ssd_permanence", *columns)) == {
        (date(2023, 6, 1), date(2024, 2, 1), "Adoption"),
        (date(2021, 6, 1), None, None),
        (None, date(2023, 5, 1), "Special guardianship order"),
    }


def test_what_each_episode_repeats_of_the_child_is_taken_once(tmp_path: Path) -> None:
    """Extracts repeat adoption, care leaver and placements in every episode of a child."""
    second = {**EPISODE, "social_care_episode_id": "R2", "care_worker_details": [], "section_47_assessments": []}
    second |= {"child_and_family_assessments": [], "child_protection_plans": []}
    parts = read(tmp_path, [child(social_care_episodes=[EPISODE, second])])
    assert told(parts) == []
    assert [parts[f"ssd_{t}"].data.num_rows for t in ("permanence", "care_leavers", "cla_placement")] == [1, 1, 2]


def test_what_is_purged_is_left_out_and_counted(tmp_path: Path) -> None:
    plans = [{"child_in_need_plan_id": "N1", "purge": True}, {"child_in_need_plan_id": "N2", "purge": False}]
    gone = {**EPISODE, "social_care_episode_id": "R2", "purge": True}
    parts = read(
        tmp_path,
        [
            child("A", purge=True, social_care_episodes=[EPISODE]),
            child("B", social_care_episodes=[gone, {**EPISODE, "child_in_need_plans": plans}]),
        ],
    )
    assert rows(parts, "ssd_person", "pers_person_id") == [("B",)]
    assert rows(parts, "ssd_cin_plans", "cinp_cin_plan_id") == [("N2",)]
    counted = {name: (part.rows_in, part.refused) for name, part in parts.items() if part.refused}
    assert counted == {"ssd_person": (2, 1), "ssd_cin_episodes": (2, 1), "ssd_cin_plans": (2, 1)}
    kinds = {(issue.row, issue.column, issue.kind) for part in parts.values() for issue in part.issues}
    assert kinds == {
        (1, "child", "warning"),
        (2, "social_care_episodes[]", "warning"),
        (2, "social_care_episodes[].child_in_need_plans[]", "warning"),
    }


MISFITS: dict[str, tuple[Any, str]] = {
    "no date": (
        {"referral_date": "05/01/2023"},
        "row 2, column social_care_episodes[0].referral_date: '05/01/2023' is not a date",
    ),
    "an object for a text": ({"closure_reason": {}}, "closure_reason: 'an object' is not a text"),
    "no flag": ({"referral_no_further_action_flag": "perhaps"}, "'perhaps' is neither true nor false"),
    "codes that are none": (
        {"child_and_family_assessments": [{"child_and_family_assessment_id": "A", "factors": "1A"}]},
        "child_and_family_assessments[0].factors: '1A' is not a list of codes",
    ),
    "an episode without id": (
        {"social_care_episode_id": " "},
        "social_care_episodes[0].social_care_episode_id: there is no id",
    ),
    "no object": ({"child_in_need_plans": ["N1"]}, "child_in_need_plans[0]: 'N1' is no JSON object"),
    "an unknown key": (
        {"refferal_date": "2023-01-05"},
        "column social_care_episodes[0]: keys that are not part of the payload were left out: 'refferal_date'",
    ),
    "too long": (
        {"care_worker_details": {"worker_id": "W" * 13}},
        "care_worker_details.worker_id: 'WWWWWWWWWWWWW' has more than the 12 characters that the API takes",
    ),
    "half a character": ({"closure_reason": "\ud800"}, "closure_reason: '?' is not a text"),
    "a strange code": (
        {"closure_reason": "RC0"},
        "column social_care_episodes[].closure_reason: 'RC0' is not in the code set",
    ),
}


@pytest.mark.parametrize("name", MISFITS)
def test_what_does_not_fit_is_told_with_its_path(tmp_path: Path, name: str) -> None:
    cells, sentence = MISFITS[name]
    parts = read(tmp_path, [child("A"), child("B", social_care_episodes=[{"social_care_episode_id": "R", **cells}])])
    found = told(parts)
    assert len(found) == 1, found
    assert sentence in found[0]
    assert found[0].startswith("anything.txt, row 2")


def test_a_key_given_twice_is_told(tmp_path: Path) -> None:
    parts = read(tmp_path, '[{"la_child_id": "A", "child_details": {"sex": "M", "sex": "F"}}]')
    assert "column child_details: keys are given more than once, of which the last was taken: 'sex'" in told(parts)[0]
    assert rows(parts, "ssd_person", "pers_sex") == [("F",)]


def test_a_child_given_twice_is_counted_once(tmp_path: Path) -> None:
    parts = read(tmp_path, [child("A"), child("B"), child("A", social_care_episodes=[EPISODE])])
    assert (parts["ssd_person"].rows_in, parts["ssd_person"].refused) == (3, 1)
    assert parts["ssd_cin_episodes"].data.num_rows == 0
    assert told(parts)[0].startswith("anything.txt, row 3, column la_child_id: 'A' is child 1 too")


REFUSED = {
    "cut short": ('[{"la_child_id": "A"}, {"la_child_', "child 2 is not JSON"),
    "cut after a child": ('[{"la_child_id": "A"}', "cut short or no JSON after child 1"),
    "not a number": ('[{"la_child_id": "A", "x": NaN}]', "child 1 holds NaN"),
    "endless": ('[{"la_child_id": "A", "x": -Infinity}]', "child 1 holds -Infinity"),
    "more after it": ('{"la_child_id": "A"}{}', "something stands after the end"),
    "deep": ('[{"la_child_id": "A", "x": ' + "[" * 41 + "]" * 41 + "}]", "more than 40 values within each other"),
    "bottomless": ('[{"la_child_id": "A", "x": ' + "[" * 100_000, "more than 40 values within each other"),
    "a long text": ('[{"la_child_id": "' + "A" * 40_000 + '"}]', "a text is longer than 32,767 characters"),
    "a child without end": (
        '[{"la_child_id": "A", "x": [' + "[]," * 700_000,
        "child 1 has more than 1,000,000 characters",
    ),
    "a text without end": ('[{"la_child_id": "A"}, "' + "x" * 2_100_000, "child 2 has more than 1,000,000 characters"),
    "cut far down": ("[" + '{"la_child_id": "A"},\n' * 120_000 + "{", "child 120001 is not JSON"),
    "no text": ('[{"la_child_id": "A"}, \udcff]', "not UTF-8 text from byte 23"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_whole(tmp_path: Path, name: str) -> None:
    text, sentence = REFUSED[name]
    (tmp_path / "payload.json").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Refused) as refusal:
        load(tmp_path)
    assert sentence in str(refusal.value)
    assert len(refusal.value.issues) == 1


def test_a_number_of_any_length_is_a_text_and_never_a_sum(tmp_path: Path) -> None:
    score = {"sdq_assessments": [{"date": "2023-07-01", "score": 10}]}
    text = json.dumps([child("A", health_and_wellbeing=score)]).replace(": 10", ": 1" + "0" * 6_000)
    parts = read(tmp_path, text)
    assert "health_and_wellbeing.sdq_assessments[0].score" in told(parts)[0]
    assert rows(parts, "ssd_sdq_scores", "csdq_sdq_score") == [(None,)]


def test_a_payload_longer_than_one_window_is_read_whole(tmp_path: Path) -> None:
    many = [child(f"C{number}", child_details={"first_name": "x" * (number % 997)}) for number in range(7_000)]
    (tmp_path / "payload.json").write_text(json.dumps(many, indent=3))
    assert (tmp_path / "payload.json").stat().st_size > 4_000_000
    part = load(tmp_path)["ssd_person"]
    assert [len(row["pers_forename"] or "") for row in part.data.to_pylist()] == [n % 997 for n in range(7_000)]


def test_two_payloads_of_one_authority_are_refused(tmp_path: Path) -> None:
    for name in ("monday.json", "tuesday.json"):
        (tmp_path / name).write_text(json.dumps([child()]))
    with pytest.raises(Refused, match="payload is given twice"):
        plan([tmp_path], "Kent")


def test_a_payload_and_an_extract_of_the_same_tables_are_refused(tmp_path: Path) -> None:
    (tmp_path / "payload.json").write_text(json.dumps([child()]))
    (tmp_path / "ssd_cin_plans.csv").write_text("cinp_cin_plan_id\nN1\n")
    with pytest.raises(Refused, match="ssd_cin_plans of Kent would come twice"):
        plan([tmp_path], "Kent")


def test_other_json_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark"}')
    with pytest.raises(Refused, match="the file is JSON, not CSV or Parquet, and no payload that is known"):
        plan([tmp_path / "settings.json"], "Kent")
