"""`trigpoint quality` and `trigpoint accept`: the worklist, what was skipped, what is known from before."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from commands import run

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
GOOD = "1,01/05/2025,S,C1,N1,U1,PR1,01/06/2025,X1,PLACE,,,\n1,01/06/2025,P,C1,N1,U1,PR1,,,,,,\n"
NO_REASON = "1,01/05/2025,S,C1,N1,U1,PR1,01/06/2025,,,,,\n1,01/06/2025,P,C1,N1,U1,PR1,,,,,,\n"


def load(home: Path, episodes: str, as_at: str) -> None:
    files = home / as_at
    files.mkdir()
    (files / "header.csv").write_text(HEADER + "1,F,14/02/2012,WBRI,UN1,,\n")
    (files / "episodes.csv").write_text(EPISODES + episodes)
    done = run("load", files, "--store", home / "store", "--as-at", as_at, "--authority", "Anyshire", "--quiet")
    assert done.code == 0, done.err


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def check(home: Path, *more: object) -> list[dict[str, str]]:
    run("quality", "--store", home / "store", "--out", home / "worklist.csv", "--quiet", *more)
    return [row for row in rows(home / "worklist.csv") if row["rule"] == "142"]


def test_a_finding_says_what_is_wrong_where_and_who_can_mend_it(tmp_path: Path) -> None:
    load(tmp_path, NO_REASON, "2026-03-31")
    (found,) = check(tmp_path)
    assert (found["authority"], found["child"], found["table"], found["record"]) == (
        "Anyshire",
        "1",
        "Episodes",
        "01/05/2025",
    )
    assert (found["file"], found["row"]) == ("episodes.csv", "2")
    assert found["values"].startswith("DEC 01/06/2025, REC (blank)")
    assert (found["severity"], found["who"], found["status"]) == ("error", "worker", "open")
    assert "cla_rate_per_10000" in found["measures"]


def test_what_was_not_run_is_said_with_its_reason(tmp_path: Path) -> None:
    load(tmp_path, GOOD, "2026-03-31")
    done = run(
        "quality",
        "--store",
        tmp_path / "store",
        "--out",
        tmp_path / "w.csv",
        "--outcomes",
        tmp_path / "o.csv",
        "--quiet",
    )
    assert "the return has no OC2" in done.out
    outcomes = {row["rule"]: row for row in rows(tmp_path / "o.csv") if row["family"] == "ssda903"}
    assert outcomes["142"]["outcome"] == "ran"
    assert {row["reason"] for row in outcomes.values() if row["outcome"] == "skipped"} != {""}
    assert {row["reason"] for row in outcomes.values() if row["outcome"] == "broken"} == set()


def test_a_finding_keeps_the_day_on_which_it_was_first_seen_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    load(tmp_path, NO_REASON, "2026-02-28")
    assert [row["first_seen"] for row in check(tmp_path)] == ["2026-02-28"]
    load(tmp_path, NO_REASON, "2026-03-31")
    assert [row["first_seen"] for row in check(tmp_path)] == ["2026-02-28"]
    load(tmp_path, GOOD, "2026-04-30")
    assert check(tmp_path) == []


def test_an_accepted_finding_stays_listed_with_its_reason_until_its_day(tmp_path: Path) -> None:
    load(tmp_path, NO_REASON, "2026-02-28")
    (found,) = check(tmp_path)
    said = {"accepted_reason": "ended by another authority", "accepted_until": "2026-03-15", "accepted_by": "Data lead"}
    with (tmp_path / "agreed.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, found)
        writer.writeheader()
        writer.writerow(found | said)
    assert run("accept", tmp_path / "agreed.csv", "--store", tmp_path / "store").code == 0
    assert [(row["status"], row["accepted_reason"]) for row in check(tmp_path)] == [
        ("accepted", "ended by another authority")
    ]
    load(tmp_path, NO_REASON, "2026-03-31")
    assert [row["status"] for row in check(tmp_path)] == ["accepted until a day that has passed"]


@pytest.mark.parametrize(
    ("accepted", "said"),
    [
        (",,", "no row is accepted"),
        ("why,2026-13-01,Lead", "row 2, column accepted_until: '2026-13-01' is not a day"),
        ("why,,Lead", "row 2, column accepted_until: the cell is empty"),
    ],
)
def test_a_worklist_that_accepts_nothing_or_badly_is_refused(tmp_path: Path, accepted: str, said: str) -> None:
    load(tmp_path, GOOD, "2026-03-31")
    columns = "authority,family,rule,table,child,record,accepted_reason,accepted_until,accepted_by"
    (tmp_path / "w.csv").write_text(f"{columns}\nA,ssda903,142,Episodes,1,01/05/2025,{accepted}\n")
    done = run("accept", tmp_path / "w.csv", "--store", tmp_path / "store")
    assert done.code == 3
    assert said in done.err


def test_a_rule_that_there_is_not_is_a_usage_error(tmp_path: Path) -> None:
    load(tmp_path, GOOD, "2026-03-31")
    done = run("quality", "--store", tmp_path / "store", "--out", tmp_path / "w.csv", "--rule", "0815")
    assert done.code == 2
    assert "There is no rule '0815'" in done.err


def test_the_rules_of_another_year_can_be_tried(tmp_path: Path) -> None:
    load(tmp_path, GOOD, "2026-03-31")
    run("quality", "--store", tmp_path / "store", "--out", tmp_path / "w.csv", "--rule", "101", "--rules-of", 2024)
    assert [row["values"] for row in rows(tmp_path / "w.csv")] == ["SEX F"]


def test_look_up_lists_that_cannot_be_read_say_where(tmp_path: Path) -> None:
    load(tmp_path, GOOD, "2026-03-31")
    (tmp_path / "codes.csv").write_text("postcode,easting,northing,authority\nAB1 1AA,north,1,999\n")
    done = run(
        "quality", "--store", tmp_path / "store", "--out", tmp_path / "w.csv", "--postcodes", tmp_path / "codes.csv"
    )
    assert done.code == 3
    assert "codes.csv, row 2" in done.err


def test_an_extract_is_checked_as_the_return_that_it_would_become(tmp_path: Path) -> None:
    files = tmp_path / "extract"
    files.mkdir()
    (files / "ssd_person.csv").write_text("pers_person_id,pers_sex,pers_dob\n1,X,2012-02-14\n")
    (files / "ssd_cla_episodes.csv").write_text(
        "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason\nE,1,2025-05-01,S\n"
    )
    (files / "ssd_cla_placement.csv").write_text("clap_cla_placement_id\nP\n")
    (files / "ssd_legal_status.csv").write_text("lega_legal_status_id,lega_person_id\nL,1\n")
    run("load", files, "--store", tmp_path / "store", "--as-at", "2026-03-31", "--authority", "Anyshire", "--quiet")
    done = run(
        *("quality", "--store", tmp_path / "store", "--out", tmp_path / "w.csv", "--rule", "ssda903,cin_census"),
        *("--outcomes", tmp_path / "o.csv", "--quiet"),
    )
    assert "the ssda903 of Anyshire was made from the records" in done.out
    assert ("101", "1", "") in {(row["rule"], row["child"], row["row"]) for row in rows(tmp_path / "w.csv")}
    census = {row["reason"] for row in rows(tmp_path / "o.csv") if row["family"] == "cin_census"}
    assert census == {"no return was loaded, and none can be made without ssd_cin_episodes"}
