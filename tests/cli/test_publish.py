"""Publish, load again, look at the history: revised figures with each of the causes; supplied figures verified."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from commands import Done, contents, run

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from aggregates_help import GOOD, csv_file

from trigpoint.cases import Referral
from trigpoint.language.amendment import Amendment
from trigpoint.measures import MEASURES
from trigpoint.store import Store
from trigpoint.tasks import library
from trigpoint.tasks.periods import month_end

MEASURE = "referrals_received"
REFERRALS = {"a": "2024-04-02", "b": "2024-04-30", "c": "2024-03-03", "d": "2024-03-04", "e": "2024-02-05"}


def loaded(home: Path, referrals: Mapping[str, str], as_at: str, sources: Mapping[str, str] | None = None) -> None:
    """Load the records of authority A: a referral a child, from the police (6) unless `sources` says otherwise."""
    files = home / f"records{len(list(home.iterdir()))}" / "A"
    files.mkdir(parents=True)
    (files / "ssd_person.csv").write_text("\n".join(["pers_person_id", *referrals]) + "\n", encoding="utf-8")
    head = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_referral_source_code"
    rows = [f"R{child},{child},{day},N,{(sources or {}).get(child, '6')}" for child, day in referrals.items()]
    (files / "ssd_cin_episodes.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    done = run("load", files, "--store", home / "store", "--as-at", as_at, "--quiet")
    assert done.code == 0, done


def published(home: Path, *more: object) -> Done:
    return run("publish", "--store", home / "store", "--to", "2024-04", "--measure", MEASURE, "--quiet", *more)


def history(home: Path, *more: object, measure: str = MEASURE) -> dict[str, dict[str, str]]:
    """The lines of the series by the month in which each period ends."""
    common = ("--store", home / "store", "--measure", measure, "--period-type", "month", "--to", "2024-05")
    done = run("history", *common, "--periods", 5, *more, "--out", home / "series.csv", "--quiet")
    assert done.code == 0, done
    return {line["period_end"][:7]: line for line in rows_of(home / "series.csv")}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """February to April were published with the first snapshot, and the records loaded again a month later."""
    home = tmp_path_factory.mktemp("publish")
    loaded(home, REFERRALS, "2024-05-01")
    done = published(home, "--periods", 3, "--title", "Scorecard", "--by", "sex")
    assert done.code == 0, done
    loaded(home, {**REFERRALS, "d": "2024-01-04", "f": "2024-04-11", "g": "2024-05-02"}, "2024-05-31")
    return home


@pytest.fixture
def home(begun: Path, tmp_path: Path) -> Path:
    shutil.copytree(begun / "store", tmp_path / "store")
    return tmp_path


def test_a_release_says_what_it_holds_and_what_proves_it(home: Path) -> None:
    (release,) = Store(home / "store").releases()
    said = release.manifest
    assert sorted(release.files) == ["figures.csv", "figures.parquet"]
    assert release.changed() == []
    assert (said["title"], said["to"], said["periods"], said["by"]) == ("Scorecard", "2024-04", 3, ["sex"])
    assert (said["snapshot"], said["as_at"]) == (Store(home / "store").snapshots()[0].id, "2024-05-01")
    csv_rows = rows_of(release.files["figures.csv"])
    assert said["figures"] == len(csv_rows)
    assert said["hashes"] == {MEASURE: sorted({row["definition"] for row in csv_rows})}
    heading, line = run("releases", "--store", home / "store").out.splitlines()
    assert heading.split() == ["id", "created", "to", "periods", "figures", "snapshot", "definitions", "title"]
    assert line.split()[0] == release.id
    assert line.endswith("Scorecard")


def test_late_recording_and_correction_are_told_apart(home: Path) -> None:
    as_published = history(home)
    told = {month: (line["value"], line["today"], line["mark"], line["cause"]) for month, line in as_published.items()}
    assert told == {
        "2024-01": ("1", "1", "", ""),
        "2024-02": ("1", "1", "", ""),
        "2024-03": ("2", "1", "r", "correction: 1 gone"),
        "2024-04": ("2", "3", "r", "late recording: 1 new"),
        "2024-05": ("1", "1", "p", "the records end in this month, on 2024-05-31"),
    }
    (release,) = Store(home / "store").releases()
    assert [line["published_in"] for line in as_published.values()] == ["", *[release.id] * 3, ""]
    assert {line["history"] for line in as_published.values()} == {"as_published"}
    restated = history(home, "--history", "restated")
    assert [line["value"] for line in restated.values()] == ["1", "1", "1", "3", "1"]
    assert [line["published_value"] for line in restated.values()] == ["", "1", "2", "2", ""]
    assert [line["mark"] for line in restated.values()] == ["", "", "r", "r", "p"]


def test_a_row_that_moves_between_categories_revises_both(tmp_path: Path) -> None:
    loaded(tmp_path, REFERRALS, "2024-05-01")
    measure = "referrals_by_source_dist"
    asked = ("--store", tmp_path / "store", "--to", "2024-04", "--quiet", "--measure", measure)
    assert run("publish", *asked).code == 0
    loaded(tmp_path, REFERRALS, "2024-05-31", {"b": "7"})
    done = run("history", *asked, "--period-type", "month", "--periods", 1, "--out", tmp_path / "series.csv")
    assert done.code == 0, done
    lines = [(line["value"], line["today"], line["cause"]) for line in rows_of(tmp_path / "series.csv")]
    assert ("100", "50", "correction: 1 in another class") in lines


def test_rows_that_were_deleted_can_no_longer_tell_the_cause(home: Path) -> None:
    old = Store(home / "store").snapshots()[0]
    with Store(home / "store").writing() as writer:
        writer.delete_records(old)
    line = history(home)["2024-04"]
    assert (line["value"], line["today"], line["mark"]) == ("2", "3", "r")
    assert line["cause"].endswith(f"the records of snapshot {old.id} were deleted.")


def test_a_change_of_definition_is_told_as_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    amendment = Amendment(
        measure=MEASURES[MEASURE],
        definitions="national",
        effective=date(2024, 4, 1),
        because="Agreed anew",
        agreed="A board",
        clauses={"exclude": {"Before the 30th": Referral.referred_on <= date(2024, 4, 29)}},
    )
    monkeypatch.setattr(library, "AMENDMENTS", [amendment])
    lines = history(home)
    assert lines["2024-04"]["cause"].startswith("definition: national:")
    assert (lines["2024-04"]["value"], lines["2024-04"]["today"]) == ("2", "1")
    assert lines["2024-03"]["cause"] == "correction: 1 gone"
    restated = history(home, "--history", "restated")
    assert [line["value"] for line in restated.values()] == ["0", "0", "0", "1", "1"]
    assert len({line["definition"] for line in restated.values()}) == 1
    assert restated["2024-02"]["cause"].startswith("definition: ")


@pytest.mark.parametrize(
    ("assessed", "as_at", "mark", "cause"),
    [
        ("2024-05-02", "2024-05-05", "p", "1 of its limits had not passed on 2024-05-05"),
        ("", "2024-05-05", "p", "1 pending on 2024-05-05"),
        ("2024-05-02", "2024-05-24", "p", "1 of its limits had not passed on 2024-05-24"),
        ("2024-05-02", "2024-05-25", "", ""),
    ],
)
def test_a_month_is_provisional_until_its_limits_have_passed(
    tmp_path: Path, assessed: str, as_at: str, mark: str, cause: str
) -> None:
    files = tmp_path / "A"
    files.mkdir()
    tables = {
        "ssd_person": ("pers_person_id,pers_dob", "a,2015-01-01"),
        "ssd_cla_episodes": (
            "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
            "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_legal_status,"
            "clae_cla_id,clae_cla_placement_id,clae_entered_care_date",
            "e,a,2024-04-25,S,N1,,,C2,,,",
        ),
        "ssd_cla_health": (
            "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status",
            f"h,a,initial health assessment,{assessed},completed" if assessed else "",
        ),
    }
    for name, lines in tables.items():
        (files / f"{name}.csv").write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")
    assert run("load", files, "--store", tmp_path / "store", "--as-at", as_at, "--quiet").code == 0
    line = history(tmp_path, measure="iha_20wd_pct")["2024-04"]
    assert (line["mark"], line["cause"]) == (mark, cause)


def test_the_published_figures_are_given_again_as_asked(home: Path) -> None:
    (release,) = Store(home / "store").releases()
    common = ("figures", "--store", home / "store", "--out", home / "f.csv")
    assert run(*common, "--release", release.id).code == 0
    whole = rows_of(release.files["figures.csv"])
    assert rows_of(home / "f.csv") == [row for row in whole if not row["breakdown"]]
    asked = (
        "--period-type",
        "month",
        "--variant",
        "nfa=include",
        "--by",
        "sex",
        "--to",
        "2024-04",
        "--measure",
        MEASURE,
    )
    assert run(*common, "--release", "0001", *asked).code == 0
    found = rows_of(home / "f.csv")
    assert found == [
        row for row in whole if (row["period_type"], row["variant"], row["period_end"]) == ("month", "", "2024-04-30")
    ]
    assert {row["breakdown"] for row in found} == {"", "sex"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--release", "0009"), "No release is named '0009': there are 0001-"),
        (("--release", "0001", "--by", "team"), "was not published by 'team'; its breakdowns are: sex."),
        (("--release", "0001", "--to", "2024-05"), "holds none of these figures"),
        (("--release", "0001", "--measure", "nothing"), "There is no measure 'nothing'."),
        (("--release", "0001", "--snapshot", "0001"), "a release has its own definitions and snapshot."),
        ((), "name the last month, or a --release."),
    ],
)
def test_figures_that_no_release_holds_are_refused_in_a_sentence(
    begun: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("figures", "--store", begun / "store", "--out", begun / "none.csv", *arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert not (begun / "none.csv").exists()


def test_a_release_whose_figures_were_changed_is_refused(home: Path) -> None:
    (release,) = Store(home / "store").releases()
    shutil.copy(release.files["figures.csv"], release.files["figures.parquet"])
    done = run("figures", "--store", home / "store", "--release", release.id, "--out", home / "f.csv")
    assert (done.code, "are not as they were published" in done.err) == (3, True)


def test_a_later_release_changes_the_history_only_when_it_says_why(home: Path) -> None:
    assert "0001-" in published(home).out
    assert history(home)["2024-04"]["published_in"].startswith("0001-")
    assert published(home, "--replaces", "A referral came late").code == 0
    line = history(home)["2024-04"]
    assert (line["value"], line["mark"], line["published_in"][:5]) == ("3", "", "0003-")
    said = json.loads((Store(home / "store").releases()[-1].path / "manifest.json").read_text(encoding="utf-8"))
    assert said["replaces"]["why"] == "A referral came late"
    assert [name[:4] for name in said["replaces"]["releases"]] == ["0001", "0002"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "2030-01"), "There is no figure to publish up to 2030-01"),
        (("--to", "2020-01", "--replaces", "why"), "There is nothing to replace"),
        (("--to", "2024-04", "--definitions", "nobody"), "There is no definition set 'nobody'"),
    ],
)
def test_what_cannot_be_published_leaves_the_store_as_it_was(
    begun: Path, arguments: tuple[str, ...], says: str
) -> None:
    before = contents(begun / "store" / "releases")
    done = run("publish", "--store", begun / "store", "--measure", MEASURE, "--quiet", *arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert contents(begun / "store" / "releases") == before


def test_figures_from_before_begin_the_history(home: Path) -> None:
    row = GOOD | {
        "measure": MEASURE,
        "area": "A",
        "period_type": "month",
        "denominator": "",
        "unit": "",
        "lag_months": "",
        "published_on": "2024-04-10",
    }
    months = {"2023-12": "7", "2024-01": "1", "2024-02": "9"}
    rows = [
        row | {"period_start": f"{m}-01", "period_end": str(month_end(m)), "numerator": n, "value": n}
        for m, n in months.items()
    ]
    done = run("supply", csv_file(home, *rows), "--store", home / "store")
    assert done.code == 0, done
    lines = history(home, "--periods", 6)
    told = {m: (line["value"], line["mark"], line["published_in"].split(":")[0]) for m, line in lines.items()}
    assert [told[month] for month in months] == [("7", "s", "supplied"), ("1", "s", "supplied"), ("9", "s", "supplied")]
    assert told["2024-03"][2].startswith("0001-")
    before = "published before Trigpoint: Proven reoffending table 3, 2024-04-10"
    assert [lines[month]["cause"] for month in months] == [
        f"{before}; the records give 0",
        before,
        f"{before}; the records give 1",
    ]


def test_a_supplied_figure_is_verified_from_its_entry(tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert run("supply", csv_file(tmp_path, GOOD), "--store", store).code == 0
    asked = ("--measure", GOOD["measure"], "--to", "2017-06", "--variant", "headline", "--quiet")
    assert run("figures", "--store", store, *asked, "--out", tmp_path / "f.csv").code == 0
    (row,) = rows_of(tmp_path / "f.csv")
    done = run("verify", row["trace"], "--store", store)
    assert (done.code, done.err) == (0, "")
    assert "36.5" in done.out
    assert done.out.endswith("The figure is as it was supplied.\n")
    wrong = row["trace"].replace("2017-06-30", "2017-07-31")
    assert run("verify", wrong, "--store", store).err.endswith("has no such figure.\n")
    unknown = row["trace"].replace(row["definition"], "supplied:0000000000000000")
    assert "no entry 0000000000000000" in run("verify", unknown, "--store", store).err
    later = GOOD | {"numerator": "396", "value": "36.6"}
    assert run("supply", csv_file(tmp_path, later), "--store", store).code == 0
    done = run("verify", row["trace"], "--store", store)
    assert (done.code, "supplied later, now gives 36.5988" in done.err) == (1, True)
    first = Store(store).entries("supplied")[0].path
    shutil.copy(Store(store).entries("supplied")[1].path, first)
    done = run("verify", row["trace"], "--store", store)
    assert (done.code, "was changed after it was made" in done.err) == (1, True)


def test_a_figure_that_nobody_supplied_is_verified_as_that(tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert run("supply", csv_file(tmp_path, GOOD), "--store", store).code == 0
    trace = "supplied/yj_reoffending_pct/supplied:none/headline/rolling12/2016-06-30/Borderfield"
    done = run("verify", trace, "--store", store)
    assert (done.code, "not collected" in done.out) == (0, True)
    done = run("verify", trace.replace("2016", "2017"), "--store", store)
    assert (done.code, "supplied later" in done.err) == (1, True)
