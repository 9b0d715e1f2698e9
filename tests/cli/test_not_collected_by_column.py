"""A table can be there and lack a column: a measure that needs it says so, wherever it is asked for."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from commands import people, run

SEEN = "ssd_cin_assessments.cina_assessment_child_seen"
MEASURE = "assessment_child_seen_pct"
ASSESSMENTS = [
    ["cina_assessment_id", "cina_person_id", "cina_referral_id", "cina_assessment_start_date"],
    ["A1", "C1", "R1", "2026-01-05"],
]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def figures(store: Path, measure: str, *more: str) -> tuple[list[dict[str, str]], str]:
    out = store.parent / "figures.csv"
    asked = ("--measure", measure, "--variant", "headline", "--to", "2026-03", "--period-type", "rolling12")
    done = run("figures", "--store", store, "--out", out, *asked, *more)
    return rows(out), done.out


@pytest.fixture(scope="module")
def census(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("census")
    given = ("--children", 8, "--years", 2, "--seed", 7, "--as-at", "2026-03-31")
    assert run("synthesize", *given, "--format", "cin", "--out", home / "cin").code == 0
    run("load", home / "cin", "--store", home / "s", "--as-at", "2026-03-31", "--authority", "A", "--quiet")
    return home / "s"


def test_a_census_does_not_ask_whether_the_child_was_seen(census: Path) -> None:
    (figure,), said = figures(census, MEASURE)
    assert (figure["reason"], figure["denominator"], figure["value"]) == ("not collected", "", "")
    assert f"{MEASURE} is not collected: the records lack {SEEN}." in said
    (figure,), said = figures(census, "assessments_completed")
    assert int(figure["numerator"]) > 0
    assert "not collected" not in said


def test_cases_and_explain_name_the_column(census: Path) -> None:
    of = ("--store", census, "--measure", MEASURE, "--period-type", "rolling12", "--out", census.parent / "out.csv")
    done = run("cases", *of, "--period-end", "2026-03-31")
    assert done.code
    assert SEEN in done.err
    done = run("explain", *of, "--from", "2026-02", "--to", "2026-03")
    assert done.code
    assert SEEN in done.err


def test_feeds_name_the_column(census: Path) -> None:
    run("feeds", "--store", census, "--out", census.parent / "feeds.csv")
    found = {row["measure"]: row for row in rows(census.parent / "feeds.csv")}
    assert (found[MEASURE]["can_be_calculated"], found[MEASURE]["lacks"]) == ("false", SEEN)
    assert found["assessments_completed"]["can_be_calculated"] == "true"


def extract(home: Path, *more: str) -> Path:
    """A store of one assessment whose file has these columns too, all of them empty but the day."""
    folder = people(home / "files")
    columns = [*ASSESSMENTS[0], *more]
    cells = [*ASSESSMENTS[1], *("2026-01-30" if name.endswith("_date") else "" for name in more)]
    (folder / "ssd_cin_assessments.csv").write_text(f"{','.join(columns)}\n{','.join(cells)}\n", encoding="utf-8")
    run("load", folder, "--store", home / "s", "--as-at", "2026-03-31", "--authority", "A", "--quiet")
    return home / "s"


def test_a_column_that_is_not_in_the_file_is_not_an_empty_one(tmp_path: Path) -> None:
    lacking = extract(tmp_path / "1", "cina_assessment_auth_date")
    assert figures(lacking, MEASURE)[0][0]["reason"] == "not collected"
    assert figures(lacking, "assessments_completed")[0][0]["numerator"] == "1"
    given = ("cina_assessment_auth_date", "cina_assessment_child_seen")
    empty = figures(extract(tmp_path / "2", *given), MEASURE)[0][0]
    assert empty["reason"] == "not collected"  # nor is it known who was unborn
    assert "pers_expected_dob" in figures(tmp_path / "2" / "s", MEASURE)[1]


def test_a_breakdown_lacks_its_own_column(tmp_path: Path) -> None:
    store = extract(tmp_path, "cina_assessment_auth_date")
    found, said = figures(store, "assessments_completed", "--by", "team")
    reasons = {(row["breakdown"], row["group"]): row["reason"] for row in found}
    assert reasons == {("", ""): "", ("team", ""): "not collected"}
    assert "by team is not collected: the records lack ssd_cin_assessments.cina_assessment_team" in said


def test_a_snapshot_that_does_not_tell_its_columns_has_all(tmp_path: Path) -> None:
    store = extract(tmp_path, "cina_assessment_auth_date")
    (manifest,) = (store / "snapshots").glob("*/manifest.json")
    told = json.loads(manifest.read_text("utf-8"))
    del told["columns"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert figures(store, MEASURE)[0][0]["denominator"] == "1"
