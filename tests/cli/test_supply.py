"""`trigpoint supply`: templates filled in, taken, and answered by `figures`; refusals that change nothing."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commands import contents, people, run

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from aggregates_help import GOOD, csv_file, figure, table

from trigpoint.language.period import Period, PeriodType, month_of
from trigpoint.language.reading import combinations, reading
from trigpoint.measures import EVERY, SUPPLIED
from trigpoint.measures.suppliers import SUPPLIERS
from trigpoint.sources import aggregates
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.library import LibraryError, all_periods
from trigpoint.tasks.supply import asked_of

MARCH = date(2025, 3, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one authority, Borderfield, and nothing supplied."""
    home = tmp_path_factory.mktemp("supply")
    done = run(
        "load", people(home / "files"), "--store", home / "store", "--as-at", MARCH, "--authority", "Borderfield"
    )
    assert done.code == 0, done
    return home / "store"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def given(supplier: str) -> list[dict[str, Any]]:
    """A figure of every measure, variant and period type of a supplier."""
    own = [measure for measure in SUPPLIED.values() if measure.supplier == supplier]
    asked = [(m, v, kind) for m in own for v in combinations(m) for kind in all_periods(m)]
    return [figure(m, v, kind, place) for place, (m, v, kind) in enumerate(asked)]


@pytest.mark.parametrize("supplier", sorted({measure.supplier for measure in SUPPLIED.values()}))
def test_every_measure_and_variant_of_a_filled_template_gives_a_value(
    supplier: str, tmp_path: Path, store: Path
) -> None:
    rows = given(supplier)
    aggregates.template(asked_of(supplier), SUPPLIERS[supplier].title, tmp_path / "filled.xlsx", table(rows))
    done = run("supply", tmp_path / "filled.xlsx", "--store", store)
    assert (done.code, done.err) == (0, "")
    assert f"{len(rows):,} figures" in done.out
    for row in rows:
        kind = PeriodType(row["period_type"])
        found = figures(store, [row["measure"]], [kind], MARCH, 1, variant=row["variant"] or "headline").to_pylist()
        now = reading(EVERY[row["measure"]], row["variant"], kind)
        (figure_of,) = [f for f in found if f["group"] == row["group"]]
        assert figure_of["reason"] is None
        assert figure_of["value"] == pytest.approx(float(row["value"]), abs=1e-9)
        period = Period(kind, month_of(MARCH))
        assert (figure_of["period_start"], figure_of["period_end"]) == (period.start, period.end)
        assert figure_of["definition"].startswith("supplied:")
        assert figure_of["trace"].startswith(f"supplied/{row['measure']}/supplied:")
        assert (figure_of["lower"] is None) == (now.form not in {"ratio", "rate"})


def test_the_command_answers_for_supplied_measures_beside_counted_ones(store: Path, tmp_path: Path) -> None:
    common = ("figures", "--store", store, "--to", "2017-06", "--quiet", "--out", tmp_path / "f.csv")
    asked = ("--measure", "yj_reoffending_pct,cla_at_period_end", "--variant", "headline")
    run(*common, *asked)
    before = {(r["measure"], r["period_type"]): r for r in rows_of(tmp_path / "f.csv")}
    assert before["yj_reoffending_pct", "rolling12"]["reason"] == "not collected"
    assert before["yj_reoffending_pct", "rolling12"]["authority"] == "Borderfield"
    assert run("supply", csv_file(tmp_path, GOOD), "--store", store).code == 0
    run(*common, *asked, "--by", "sex")
    after = {(r["measure"], r["breakdown"]): r for r in rows_of(tmp_path / "f.csv")}
    assert (after["yj_reoffending_pct", ""]["numerator"], after["yj_reoffending_pct", ""]["denominator"]) == (
        "395",
        "1082",
    )
    assert after["yj_reoffending_pct", "sex"]["reason"] == "not collected"
    assert after["cla_at_period_end", ""]["reason"] == before["cla_at_period_end", "snapshot"]["reason"]


def test_figures_are_asked_by_whatever_they_were_supplied_by(store: Path, tmp_path: Path) -> None:
    split = GOOD | {"period_end": "2019-06-30", "period_start": "", "published_on": "2021-04-25"}
    rows = [split | {"breakdown": "offence", "group": group} for group in ("theft", "other")]
    asked: dict[str, Any] = {"to": date(2019, 6, 30), "variant": "headline", "by": ["offence"]}
    with pytest.raises(LibraryError, match="There is no breakdown 'offence'"):
        figures(store, ["yj_reoffending_pct"], **asked)
    assert run("supply", csv_file(tmp_path, *rows), "--store", store).code == 0
    found = figures(store, ["yj_reoffending_pct", "cla_at_period_end"], **asked).to_pylist()
    assert [(row["group"], row["numerator"]) for row in found if row["breakdown"] == "offence" and row["value"]] == [
        ("other", 395),
        ("theft", 395),
    ]
    assert {row["reason"] for row in found if row["measure"] == "cla_at_period_end" and row["breakdown"]} == {
        "not applicable"
    }


def test_history_fills_only_what_the_records_do_not_say(tmp_path: Path) -> None:
    loaded = run(
        "load", people(tmp_path / "files"), "--store", tmp_path / "store", "--as-at", MARCH, "--authority", "A"
    )
    assert loaded.code == 0
    kind = PeriodType.SNAPSHOT
    rows = [figure(EVERY[name], "", kind, 5, "A") for name in ("cla_at_period_end", "cpp_at_period_end")]
    aggregates.write(table(rows), tmp_path / "history.csv")
    before = figures(tmp_path / "store", ["cla_at_period_end"], [kind], MARCH, 2).to_pylist()
    assert {row["reason"] for row in before} == {"not collected"}
    assert run("supply", tmp_path / "history.csv", "--store", tmp_path / "store").code == 0
    after = figures(tmp_path / "store", ["cla_at_period_end"], [kind], MARCH, 2, variant="headline").to_pylist()
    assert [(row["period_end"], row["value"]) for row in after] == [(date(2025, 2, 28), None), (MARCH, 8)]


def test_a_store_of_supplied_figures_alone_answers(tmp_path: Path) -> None:
    assert run("supply", csv_file(tmp_path, GOOD), "--store", tmp_path / "store").code == 0
    common = ("figures", "--store", tmp_path / "store", "--to", "2017-06", "--quiet", "--out", tmp_path / "f.csv")
    done = run(*common, "--measure", "yj_reoffending_pct", "--variant", "headline")
    assert done.code == 0, done
    (row,) = rows_of(tmp_path / "f.csv")
    assert (row["authority"], row["period_end"], round(float(row["value"]), 1)) == ("Borderfield", "2017-06-30", 36.5)
    assert run(*common, "--measure", "cla_at_period_end").code == 3


def test_areas_are_spelled_as_the_store_spells_them_and_strangers_are_told(store: Path, tmp_path: Path) -> None:
    other = GOOD | {"period_end": "2018-06-30", "period_start": ""}
    rows = [other | {"area": "BORDERFIELD"}, other | {"area": "", "variant": "ages=10-14"}, GOOD | {"area": "England"}]
    done = run("supply", csv_file(tmp_path, *rows), "--store", store)
    assert done.code == 1
    assert "column area: 'England' is no authority of the store" in done.err
    for variant in ("headline", "ages=10-14"):
        found = figures(store, ["yj_reoffending_pct"], to=date(2018, 6, 30), variant=variant).to_pylist()
        assert [(row["authority"], row["numerator"]) for row in found] == [("Borderfield", 395)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 but no workbook",
        b"PAR1",
        b"name,price\nbread,1.20\n",
        (",".join(GOOD) + "\n").encode(),
        (",".join(GOOD) + "\n" + ",".join(GOOD.values()) + ",,,\n").encode(),
        (",".join(GOOD) + "\n" + ",".join((GOOD | {"value": "40"}).values()) + "\n").encode(),
    ],
)
def test_a_refused_file_leaves_the_store_as_it_was(store: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "figures.csv").write_bytes(content)
    before = contents(store)
    done = run("supply", tmp_path / "figures.csv", "--store", store)
    assert (done.code, done.out) == (3, "")
    assert contents(store) == before
    said, last = done.err.splitlines()
    assert said.startswith("figures.csv")
    assert "; " in said
    assert last == "Nothing was loaded; the store is as it was before."


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_every_template_is_written_and_its_example_refused(
    supplier: str, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if not asked_of(supplier):
        pytest.skip(f"the library has no measure for {supplier} yet")
    done = run("supply", "--template", supplier, "--out", "blank.xlsx")
    assert done.code == 0, done
    refusal = run("supply", "blank.xlsx", "--store", store)
    assert refusal.code == 3
    assert refusal.err.startswith("blank.xlsx, row 2, column area: this is the example row")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--template", "nobody", "--out", "t.xlsx"), "There is no supplier 'nobody'; there are: cafcass, education"),
        (("--template", "hr", "--out", "t.csv"), "end it in .xlsx"),
        (("--template", "hr"), "--template takes --out"),
        (("figures.csv",), "give a FILE and --store"),
        ((), "give a FILE and --store"),
    ],
)
def test_a_wrong_request_is_told_in_a_sentence(arguments: tuple[str, ...], says: str) -> None:
    done = run("supply", *arguments)
    assert done.code == 2
    assert says in done.err


def test_the_library_lists_and_shows_what_is_supplied() -> None:
    lines = {row["measure"]: row for row in csv.DictReader(run("measures", "--format", "csv").out.splitlines())}
    assert set(lines) == set(EVERY)
    row = lines["sw_workforce_counts"]
    assert (row["kind"], row["needs"], row["period_types"]) == ("supplied", "hr", "financial_year;snapshot")
    assert "by=headcount" in row["variants"].split(";")
    shown = run("measures", "show", "sw_workforce_counts").out
    assert "supplied: template hr" in shown
    assert "Variant numerator=starters\nAbout               Started in the year to 30 September" in shown


def test_there_are_no_cases_behind_a_supplied_figure(store: Path, tmp_path: Path) -> None:
    done = run(
        *("cases", "--store", store, "--measure", "yj_reoffending_pct", "--period-type", "rolling12"),
        *("--period-end", "2017-06-30", "--out", tmp_path / "cases.csv"),
    )
    assert done.code == 2
    assert (
        done.err == "yj_reoffending_pct comes as figures from elsewhere: there are no records behind it to look into.\n"
    )
