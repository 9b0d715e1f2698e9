"""What the loaded records can feed is said after every load, and listed measure by measure."""

from __future__ import annotations

import csv
from pathlib import Path

from commands import people, run

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


def test_a_return_feeds_its_year_and_the_rest_is_said_to_be_lacking(tmp_path: Path) -> None:
    (tmp_path / "return").mkdir()
    (tmp_path / "return" / "a.csv").write_text(f"{EPISODES}1,01/05/2025,S,C2,N1,U4,PR1,30/03/2026,X1,PLACE,,,\n")
    done = run("load", tmp_path / "return", "--store", tmp_path / "s", "--as-at", "2026-06-30", "--quiet")
    assert "From ssda903 alone" in done.out
    assert "the first from 2025-04-01 to 2026-03-31" in done.out
    assert "need ssd_cp_plans (a child protection plan)" in done.out
    run("feeds", "--store", tmp_path / "s", "--out", tmp_path / "feeds.csv")
    with (tmp_path / "feeds.csv").open(encoding="utf-8") as opened:
        rows = {row["measure"]: row for row in csv.DictReader(opened)}
    assert rows["cla_rate_per_10000"]["lacks"] == "ext_population"
    assert (rows["cla_started"]["first"], rows["cla_started"]["last"]) == ("2025-04-01", "2026-03-31")
    assert "ssd_s47_enquiry" in rows["s47_rate_per_10000"]["lacks"]


def test_an_extract_feeds_from_its_earliest_day_to_the_as_at_day(tmp_path: Path) -> None:
    folder = people(tmp_path / "extract")
    (folder / "ssd_contacts.csv").write_text(
        "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\nA,C1,0019-05-01,1A\nB,C1,2024-05-01,1A\n"
    )
    run("load", folder, "--store", tmp_path / "s", "--as-at", "2026-06-30", "--quiet")
    run("feeds", "--store", tmp_path / "s", "--out", tmp_path / "feeds.csv")
    with (tmp_path / "feeds.csv").open(encoding="utf-8") as opened:
        able = [row for row in csv.DictReader(opened) if row["can_be_calculated"] == "true" and row["first"]]
    assert {(row["first"], row["last"]) for row in able} == {("2024-05-01", "2026-06-30")}
