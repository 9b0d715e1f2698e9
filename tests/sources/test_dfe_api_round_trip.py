"""The synthetic authority written as a payload and read again: what a payload can carry comes back as it was."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources_help import load, record_rows

from trigpoint.sources import Refused, dfe_api, plan
from trigpoint.sources.dfe_api.shape import CHILD, TABLES, Group
from trigpoint.synthetic import synthesize

Tables = dict[str, pa.Table]


@pytest.fixture(scope="module")
def there_and_back(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tables, Tables]:
    home = tmp_path_factory.mktemp("authority")
    synthesize(30, 3, 7, date(2026, 3, 31), home / "files", form="parquet")
    before = {part.table: part.data for part in plan([home / "files"], "Kent").parts()}
    dfe_api.write(before, home / "payload")
    return before, {name: part.data for name, part in load(home / "payload").items()}


CARRIED = {
    "ssd_person": "pers_person_id pers_legacy_id pers_upn pers_forename pers_surname pers_sex pers_ethnicity pers_dob",
    "ssd_disability": "disa_person_id disa_disability_code",
    "ssd_sdq_scores": "csdq_person_id csdq_sdq_completed_date csdq_sdq_score",
    "ssd_cin_episodes": "cine_referral_id cine_person_id cine_referral_date cine_referral_source_code "
    "cine_referral_nfa cine_close_date cine_close_reason",
    "ssd_involvements": "invo_person_id invo_referral_id invo_involvement_start_date invo_involvement_end_date",
    "ssd_cin_assessments": "cina_assessment_id cina_person_id cina_assessment_start_date cina_assessment_auth_date",
    "ssd_assessment_factors": "cinf_assessment_id cinf_assessment_factors_factors",
    "ssd_cin_plans": "cinp_cin_plan_id cinp_person_id cinp_cin_plan_start_date cinp_cin_plan_end_date",
    "ssd_s47_enquiry": "s47e_s47_enquiry_id s47e_s47_start_date s47e_s47_end_date s47e_s47_outcome_cp_conference_flag",
    "ssd_cp_plans": "cppl_cp_plan_id cppl_person_id cppl_cp_plan_start_date cppl_cp_plan_end_date",
    "ssd_cla_placement": "clap_cla_placement_id clap_person_id clap_cla_placement_start_date clap_cla_placement_type "
    "clap_cla_placement_postcode clap_cla_placement_end_date clap_cla_placement_change_reason",
}


@pytest.mark.parametrize("table", CARRIED)
def test_a_table_comes_back(there_and_back: tuple[Tables, Tables], table: str) -> None:
    before, after = (_rows(tables[table], CARRIED[table].split()) for tables in there_and_back)
    assert len(before) > 50
    assert after == before


def _rows(table: pa.Table, columns: list[str]) -> Counter[tuple[Any, ...]]:
    """Rows with a different one of the same codes, sorted, each once: a payload lists a code once."""
    once = "factors" in columns[-1] or "disa" in columns[-1]
    found = Counter(
        tuple(";".join(sorted(set(v.split(";")))) if isinstance(v, str) and once else v for v in row.values())
        for row in table.select(columns).to_pylist()
        if row[columns[-1]] is not None or not once
    )
    return Counter(set(found)) if once else found


def test_the_payload_of_a_payload_is_the_same(there_and_back: tuple[Tables, Tables], tmp_path: Path) -> None:
    (first,) = dfe_api.write(there_and_back[0], tmp_path / "first")
    (again,) = dfe_api.write(there_and_back[1], tmp_path / "again")
    assert first.read_bytes() == again.read_bytes()


def test_what_has_no_referral_lies_in_the_one_that_had_begun(tmp_path: Path) -> None:
    tables = {
        "ssd_person": record_rows("ssd_person", [{"pers_person_id": "A"}, {"pers_person_id": "B"}]),
        "ssd_cin_episodes": record_rows(
            "ssd_cin_episodes",
            [
                {"cine_referral_id": name, "cine_person_id": "A", "cine_referral_date": date(year, 1, 1)}
                for name, year in (("R3", 2024), ("R1", 2020), ("R2", 2022))
            ],
        ),
        "ssd_cin_plans": record_rows(
            "ssd_cin_plans",
            [
                {"cinp_cin_plan_id": str(year), "cinp_person_id": child, "cinp_cin_plan_start_date": date(year, 5, 1)}
                for year, child in ((2019, "A"), (2023, "A"), (2023, "B"))
            ],
        ),
    }
    (path,) = dfe_api.write(tables, tmp_path)
    first, second = json.loads(path.read_text())
    found = {
        e["social_care_episode_id"]: [p["child_in_need_plan_id"] for p in e["child_in_need_plans"]]
        for e in first["social_care_episodes"]
    }
    assert found == {"R1": ["2019"], "R2": ["2023"], "R3": []}
    assert second["social_care_episodes"] == []


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2024-02-30"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _like(group: Group) -> st.SearchStrategy[Any]:
    """Something that is nearly what the group declares."""
    named: dict[str, st.SearchStrategy[Any]] = {name: _JSON | st.just("A1") for name in [*group.items, "purge"]}
    named |= {name: _like(inner) | st.lists(_like(inner), max_size=2) | _JSON for name, inner in group.groups.items()}
    return st.fixed_dictionaries({}, optional=named)


@settings(max_examples=150, deadline=None)
@given(st.lists(_like(CHILD) | _JSON, max_size=3), st.binary(max_size=6), st.integers(0, 10_000))
def test_whatever_is_in_it_the_answer_is_records_or_a_refusal(payload: list[Any], noise: bytes, place: int) -> None:
    data = json.dumps([{"la_child_id": "Z"}, *payload]).encode()
    place %= len(data)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "payload.json").write_bytes(data[:place] + noise + data[place:] if len(noise) > 3 else data)
        try:
            parts = load(Path(folder))
        except Refused:
            return
    assert not parts or set(parts) == set(TABLES)
    for part in parts.values():
        assert part.rows_in == part.data.num_rows + part.refused + part.repeated
        part.data.validate(full=True)
