"""Whose work a child is: the same worker and team for every family of rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from trigpoint.tasks.allocated import Allocation, allocated
from trigpoint.tasks.check_records import check_records, record_rules
from trigpoint.tasks.load import load
from trigpoint.tasks.stored import snapshot_of

HEAD = (
    "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,"
    "invo_involvement_start_date,invo_involvement_end_date\n"
)
SPELLS = """\
1,W1,Allocated Social Worker,T1,A,2025-01-01,
2,W2,Family Support Worker,T2,A,2025-06-01,
3,W3,Family Support Worker,T2,B,2025-01-01,
4,W4,Family Support Worker,T1,B,2025-02-01,
5,W5,Social Worker,T1,C,2025-01-01,2025-03-01
6,W6,Social Worker,T1,D,2025-01-01,
7,W7,Social Worker,T2,D,2025-01-01,
"""


def test_a_social_worker_comes_first_then_the_latest_and_the_rules_of_the_records_agree(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "ssd_involvements.csv").write_text(HEAD + SPELLS)
    (files / "ssd_department.csv").write_text("dept_team_id,dept_team_name\nT1,East\nT2,West\n")
    people = "".join(f"{child},,2015-01-01\n" for child in "ABCD")
    (files / "ssd_person.csv").write_text(f"pers_person_id,pers_sex,pers_dob\n{people}")
    load([files], tmp_path / "store", date(2025, 12, 31), authority="X")
    taken = snapshot_of(tmp_path / "store")
    found = allocated(taken)
    assert found == {
        ("X", "A"): Allocation("W1", "East"),
        ("X", "B"): Allocation("W4", "East"),
        ("X", "D"): Allocation("W6", "East"),
    }
    told = check_records(taken, record_rules(["sex_missing"]), effect=False).findings.to_pylist()
    assert {(row["child_id"], row["worker"], row["team"]) for row in told} == {
        ("A", "W1", "East"),
        ("B", "W4", "East"),
        ("C", None, None),
        ("D", "W6", "East"),
    }
