"""What stays fixed at the edges: exit codes, columns, endings of files, one sentence for every mistake."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
import pytest
from commands import Done, contents, people, random_store, run

FIGURES = [
    *("measure", "definition", "variant", "period_type", "period_start", "period_end", "authority", "breakdown"),
    *("group", "numerator", "denominator", "value", "excluded", "unknown", "pending", "reason", "lower", "upper"),
    *("snapshot", "trace"),
]
CASES = [
    *("measure", "definition", "variant", "period_type", "period_end", "record_id", "child_id", "dated", "result"),
    *("reason", "value"),
]
LIBRARY = [
    *("measure", "title", "domain", "kind", "good", "unit", "decimals", "needs", "period_types", "variants", "seeds")
]


class Ground(NamedTuple):
    store: Path
    as_at: date

    @property
    def month(self) -> str:
        return f"{self.as_at:%Y-%m}"


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(*random_store(tmp_path_factory.mktemp("contract")))


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def one_sentence(done: Done) -> str:
    """The one line that was said, and it is no trace."""
    lines = done.err.strip().splitlines()
    said = [line for line in lines if line and not line.startswith(("Usage:", "Try "))]
    assert len(said) == 1, done.err
    assert said[0].endswith(".") or said[0].startswith("Error: Invalid value for ")
    assert done.out == ""
    return said[0]


def test_figures_have_the_columns_promised_in_every_form(ground: Ground, tmp_path: Path) -> None:
    common = ("figures", "--store", ground.store, "--measure", "icpc_15wd_pct", "--to", ground.month, "--periods", 3)
    for ending in ("csv", "parquet", "json"):
        done = run(*common, "--by", "sex", "--out", tmp_path / f"figures.{ending}")
        assert done.code == 0, done.err
        assert "calculating" in done.err
    assert header(tmp_path / "figures.csv") == FIGURES
    table = pq.read_table(tmp_path / "figures.parquet")
    assert table.column_names == FIGURES
    rows = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert [list(row) for row in rows] == [FIGURES] * table.num_rows
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as lines:
        traces = [row["trace"] for row in csv.DictReader(lines)]
    assert traces == table["trace"].to_pylist() == [row["trace"] for row in rows]
    assert len(set(traces)) == len(traces)


def test_without_a_period_type_every_type_and_without_a_variant_every_variant(ground: Ground, tmp_path: Path) -> None:
    common = ("figures", "--store", ground.store, "--measure", "icpc_15wd_pct", "--to", "2024-03", "--quiet")
    run(*common, "--out", tmp_path / "all.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"))))
    assert {row["period_type"] for row in rows} == {"month", "quarter", "ytd", "rolling12", "financial_year"}
    assert {row["variant"] for row in rows} == {"", "level=meeting", "transfer_in=only"}
    run(*common, "--variant", "headline", "--out", tmp_path / "one.csv")
    assert {row["variant"] for row in csv.DictReader((tmp_path / "one.csv").open(encoding="utf-8"))} == {""}
    run(*common, "--variant", "transfer_in=only; level=meeting", "--out", tmp_path / "two.csv")
    names = {row["variant"] for row in csv.DictReader((tmp_path / "two.csv").open(encoding="utf-8"))}
    assert names == {"level=meeting;transfer_in=only"}


def test_cases_begin_with_the_columns_promised(ground: Ground, tmp_path: Path) -> None:
    common = ("cases", "--store", ground.store, "--measure", "icpc_15wd_pct", "--period-type", "rolling12")
    done = run(*common, "--period-end", ground.as_at, "--out", tmp_path / "cases.csv")
    assert done.code == 0, done.err
    assert header(tmp_path / "cases.csv")[: len(CASES)] == CASES
    assert "held_on" in header(tmp_path / "cases.csv")[len(CASES) :]
    every = list(csv.DictReader((tmp_path / "cases.csv").open(encoding="utf-8")))
    run(*common, "--period-end", ground.as_at, "--result", "not_met,unknown", "--out", tmp_path / "some.csv")
    some = list(csv.DictReader((tmp_path / "some.csv").open(encoding="utf-8")))
    assert some == [row for row in every if row["result"] in {"not_met", "unknown"}]
    assert some


def test_a_snapshot_is_taken_on_any_day(ground: Ground, tmp_path: Path) -> None:
    day = ground.as_at - timedelta(days=16)
    done = run(
        *("cases", "--store", ground.store, "--measure", "cla_at_period_end", "--period-type", "snapshot"),
        *("--period-end", day, "--out", tmp_path / "cases.csv"),
    )
    assert done.code == 0, done.err
    rows = list(csv.DictReader((tmp_path / "cases.csv").open(encoding="utf-8")))
    assert rows
    assert {(row["period_end"], row["dated"]) for row in rows} == {(str(day), str(day))}
    assert all(row["entered_on"] <= str(day) for row in rows)


def test_quiet_says_nothing_on_stderr(ground: Ground, tmp_path: Path) -> None:
    files = people(tmp_path / "A")
    for command in (
        ("load", files, "--store", tmp_path / "store", "--as-at", "2024-03-31"),
        ("figures", "--store", ground.store, "--to", ground.month, "--measure", "cpp_at_period_end", "--out", "f.csv"),
        ("synthesize", "--children", 1, "--years", 1, "--as-at", "2024-03-31", "--out", tmp_path / "invented"),
    ):
        placed = [tmp_path / part if part == "f.csv" else part for part in command]
        done = run(*placed, "--quiet")
        assert (done.code, done.err) == (0, ""), command


def test_load_says_1_when_a_cell_was_lost_and_writes_every_issue(tmp_path: Path) -> None:
    folder = people(tmp_path / "A")
    with (folder / "ssd_person.csv").open("a", encoding="utf-8") as file:
        file.write("C9,F,not a day\n")
    done = run("load", folder, "--store", tmp_path / "store", "--as-at", "2024-03-31", "--issues", tmp_path / "i.csv")
    assert done.code == 1
    assert "ssd_person.csv, row 4, column pers_dob: " in done.err
    rows = list(csv.DictReader((tmp_path / "i.csv").open(encoding="utf-8")))
    assert header(tmp_path / "i.csv") == ["kind", "file", "row", "column", "what", "mend"]
    assert ("error", "4", "pers_dob") in [(row["kind"], row["row"], row["column"]) for row in rows]
    assert all(row["mend"] for row in rows)


def test_a_dry_run_makes_no_store(tmp_path: Path) -> None:
    done = run(
        *("load", people(tmp_path / "A"), "--store", tmp_path / "store", "--as-at", "2024-03-31", "--dry-run"),
    )
    assert done.code == 0
    assert not (tmp_path / "store").exists()


def test_a_refused_load_says_3_changes_nothing_and_writes_its_issues(tmp_path: Path) -> None:
    run("load", people(tmp_path / "A"), "--store", tmp_path / "store", "--as-at", "2024-03-31")
    before = contents(tmp_path / "store")
    (tmp_path / "A" / "ssd_person.csv").write_text("pers_person_id,pers_person_id\nA,B\n", encoding="utf-8")
    done = run(
        *("load", tmp_path / "A", "--store", tmp_path / "store", "--as-at", "2024-03-31", "--quiet"),
        *("--issues", tmp_path / "issues.csv"),
    )
    assert done.code == 3
    first, last = done.err.splitlines()
    assert "ssd_person.csv" in first.partition(":")[0]
    assert last == "Nothing was loaded; the store is as it was before."
    assert contents(tmp_path / "store") == before
    assert header(tmp_path / "issues.csv") == ["kind", "file", "row", "column", "what", "mend"]


def test_issues_are_written_where_a_folder_is_missing(tmp_path: Path) -> None:
    done = run(
        *("load", people(tmp_path / "A"), "--store", tmp_path / "store", "--as-at", "2024-03-31"),
        *("--issues", tmp_path / "new" / "folder" / "issues.csv"),
    )
    assert done.code == 0
    assert header(tmp_path / "new" / "folder" / "issues.csv")[0] == "kind"


FIGURE = ("figures", "--measure", "icpc_15wd_pct", "--to", "2024-03", "--out", "OUT.csv")
CASE = ("cases", "--period-type", "month", "--period-end", "2024-03-31", "--out", "OUT.csv")
WRONG = {
    "measure": (*FIGURE, "--measure", "icpc_15wd"),
    "measure among known ones": (*FIGURE, "--measure", "icpc_15wd_pct,nope"),
    "variant": (*FIGURE, "--variant", "level=street"),
    "variant without a value": (*FIGURE, "--variant", "level"),
    "two values of one variant": (*FIGURE, "--variant", "level=meeting;level=child"),
    "variants that exclude each other": (
        *FIGURE,
        *("--measure", "cla_reviews_in_timescale_pct", "--variant", "basis=meeting;basis=meeting_due"),
    ),
    "period type": (*FIGURE, "--period-type", "fortnight"),
    "period type not taken": (*FIGURE, "--period-type", "snapshot"),
    "month": (*FIGURE, "--to", "2024-13"),
    "month as a day": (*FIGURE, "--to", "2024-03-31"),
    "month before any calendar": (*FIGURE, "--to", "0001-01"),
    "breakdown": (*FIGURE, "--by", "postcode"),
    "crossed breakdown": (*FIGURE, "--by", "sex+postcode"),
    "definition set": (*FIGURE, "--definitions", "atlantis"),
    "ending of the output": (*FIGURE[:-1], "OUT.txt"),
    "no period": (*FIGURE, "--periods", "0"),
    "measure of cases": (*CASE, "--measure", "nope"),
    "variant of cases": (*CASE, "--measure", "icpc_15wd_pct", "--variant", "level=street"),
    "period type not taken by cases": (*CASE, "--measure", "cpp_at_period_end"),
    "no quarter ends there": (
        *CASE,
        "--measure",
        "icpc_15wd_pct",
        "--period-type",
        "quarter",
        "--period-end",
        "2024-02-29",
    ),
    "a month ends on its last day": (*CASE, "--measure", "icpc_15wd_pct", "--period-end", "2024-02-15"),
    "a day": (*CASE, "--measure", "icpc_15wd_pct", "--period-end", "31/03/2024"),
    "a day after every calendar": (*CASE, "--measure", "icpc_15wd_pct", "--period-end", "9999-12-31"),
    "a period that has not begun": (
        *(*CASE, "--measure", "cla_at_period_end", "--period-type", "snapshot", "--period-end", "2040-01-31"),
    ),
    "result": (*CASE, "--measure", "icpc_15wd_pct", "--result", "lost"),
    "two period types": (*CASE, "--measure", "icpc_15wd_pct", "--period-type", "month,ytd"),
    "group without a name": (*CASE, "--measure", "icpc_15wd_pct", "--by", "sex"),
    "breakdown of cases": (*CASE, "--measure", "icpc_15wd_pct", "--by", "postcode=AB1"),
    "a column that is no breakdown": (*CASE, "--measure", "icpc_15wd_pct", "--by", "held_on=2024-01-01"),
    "a breakdown that the view lacks": (
        *(*CASE, "--measure", "caseload_average_sw", "--period-type", "snapshot", "--by", "sex=F"),
    ),
}


@pytest.mark.parametrize("command", WRONG.values(), ids=WRONG)
def test_a_wrong_request_says_2_and_one_sentence(command: tuple[str, ...], ground: Ground, tmp_path: Path) -> None:
    placed = [tmp_path / part if part.startswith("OUT.") else part for part in command]
    done = run(*placed, "--store", ground.store, *(["--quiet"] if command[0] == "figures" else []))
    assert done.code == 2, done.err
    one_sentence(done)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", ["measures show nope", "measures --definitions atlantis", "dance"])
def test_a_wrong_word_says_2(words: str) -> None:
    done = run(*words.split())
    assert (done.code, done.out) == (2, "")


def test_twice_named_gives_each_figure_once(ground: Ground, tmp_path: Path) -> None:
    done = run(
        *(
            "figures",
            "--store",
            ground.store,
            "--measure",
            "cpp_at_period_end,cpp_at_period_end",
            "--by",
            "sex,sex,sex+sex",
        ),
        *("--to", ground.month, "--out", tmp_path / "figures.csv"),
    )
    assert done.code == 0
    traces = [row["trace"] for row in csv.DictReader((tmp_path / "figures.csv").open(encoding="utf-8"))]
    assert len(set(traces)) == len(traces)


def test_an_empty_store_says_3_and_how_to_mend(tmp_path: Path) -> None:
    done = run("figures", "--store", tmp_path / "none", "--to", "2024-03", "--out", tmp_path / "f.csv", "--quiet")
    assert done.code == 3
    assert "load files first" in one_sentence(done)
    assert not (tmp_path / "none").exists()


def test_the_library_is_listed_with_the_columns_promised() -> None:
    done = run("measures", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert list(rows[0])[: len(LIBRARY)] == LIBRARY
    assert "icpc_15wd_pct" in {row["measure"] for row in rows}
    assert len(run("measures").out.splitlines()) == len(rows)


def test_what_changed_says_because_and_who_agreed() -> None:
    said = run("measures", "diff", "2018-03-31", "2018-04-01", "--definitions", "kent").out
    assert "iha_20wd_pct" in said
    assert "Refused in the last three months" in said
    assert "Because: A young person's refusal is outside the authority's control" in said
    assert "Agreed: Divisional Management Team, 6 February 2018" in said
    for days in (("2018-04-01", "2019-04-01", "--definitions", "kent"), ("2018-03-31", "2018-04-01")):
        assert run("measures", "diff", *days).out.startswith("No definition of the set")


def test_one_definition_is_shown_as_in_force_on_a_day() -> None:
    before, after = (
        " ".join(run("measures", "show", "iha_20wd_pct", "--on", day, "--definitions", "kent").out.split())
        for day in ("2018-03-31", "2018-04-01")
    )
    refused = "Left out Refused in the last three months"
    assert refused not in before
    assert refused in after


def test_snapshots_are_listed_oldest_first(tmp_path: Path) -> None:
    for rows in (2, 3):
        run("load", people(tmp_path / "A", rows), "--store", tmp_path / "store", "--as-at", f"2024-0{rows}-28")
    heading, *lines = run("snapshots", "--store", tmp_path / "store").out.splitlines()
    assert heading.split() == ["id", "as", "at", "created", "files", "rows", "hash"]
    assert [line.split()[1] for line in lines] == ["2024-02-28", "2024-03-28"]
    assert [line.split()[3] for line in lines] == ["1", "1"]
    assert [line.split()[4] for line in lines] == ["2", "3"]


@pytest.mark.parametrize("command", ["synthesize", "load", "figures", "cases", "pack"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"Example: trigpoint {command}" in " ".join(done.out.split())


def test_it_runs_as_a_process_of_its_own(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trigpoint.cli", "load", str(tmp_path), "--store", str(tmp_path / "s"), "--as-at", "x"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Invalid value for '--as-at': 'x' is not a day" in done.stderr
