"""Which columns a source says it carries: all that it ever fills, and no others."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from trigpoint import synthetic
from trigpoint.sources import annex_a, cin_census, dfe_api, plan, ssda903
from trigpoint.sources.part import Part

AS_AT = date(2026, 3, 31)
Write = Callable[[Mapping[str, pa.Table], Path], object]
WRITE: Mapping[str, Write] = {
    "annex_a": partial(annex_a.write, as_at=AS_AT),
    "cin_census": partial(cin_census.write, year=2026),
    "dfe_api": dfe_api.write,
    "ssda903": partial(ssda903.write, year=2026),
}
NOT_ASKED = {
    "annex_a": ("ssd_contacts", "cont_contact_outcome_nfa_flag"),
    "cin_census": ("ssd_cin_assessments", "cina_assessment_child_seen"),
    "dfe_api": ("ssd_cp_plans", "cppl_cp_plan_latest_category"),
    "ssda903": ("ssd_cla_placement", "clap_cla_placement_distance"),
}


def parts(*folders: Path) -> dict[str, Part]:
    return {part.table: part for part in plan(folders, "Kent").parts() if not part.is_return}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, pa.Table]:
    home = tmp_path_factory.mktemp("records")
    synthetic.synthesize(20, 2, 5, AS_AT, home, errors=0.0, form="parquet")
    return {name: part.data for name, part in parts(home).items()}


@pytest.mark.parametrize("form", WRITE)
def test_what_is_filled_is_carried(form: str, records: Mapping[str, pa.Table], tmp_path: Path) -> None:
    WRITE[form](records, tmp_path / "given")
    found = parts(tmp_path / "given")
    for name, part in found.items():
        filled = {c for c in part.data.column_names if part.data[c].null_count < part.data.num_rows}
        assert filled - {"authority"} <= part.columns <= set(part.data.column_names), name
    table, column = NOT_ASKED[form]
    assert column not in found[table].columns


def test_a_return_without_its_header_tells_no_ethnicity(records: Mapping[str, pa.Table], tmp_path: Path) -> None:
    ssda903.write(records, tmp_path, year=2026)
    assert "pers_ethnicity" in parts(tmp_path)["ssd_person"].columns
    next(path for path in tmp_path.iterdir() if "header" in path.name.lower()).unlink()
    assert "pers_ethnicity" not in parts(tmp_path)["ssd_person"].columns


def test_a_list_without_a_heading_does_not_carry_what_hangs_on_it(tmp_path: Path) -> None:
    form = annex_a.lists.LISTS[4]
    for name, left_out in (("whole", ""), ("less", "seen")):
        names = [column.name for column in form.columns if column.key != left_out]
        (tmp_path / name).mkdir()
        with (tmp_path / name / "list 4.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([names, ["1" if n == form.identity.name else "" for n in names]])
    whole, less = (parts(tmp_path / name)["ssd_cin_assessments"].columns for name in ("whole", "less"))
    assert whole - less == {"cina_assessment_child_seen"}


def test_a_file_carries_the_columns_that_it_has(tmp_path: Path) -> None:
    heads = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_outcome_json"
    (tmp_path / "ssd_cin_episodes.csv").write_text(f"{heads}\n1,2,2025-05-01,\n", encoding="utf-8")
    columns = parts(tmp_path)["ssd_cin_episodes"].columns
    assert {"cine_referral_date", "cine_referral_outcome_nfa_flag"} <= columns
    assert "cine_referral_nfa" not in columns
