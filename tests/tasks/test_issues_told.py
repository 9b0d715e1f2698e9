"""What a load said of its files stays with the snapshot, without a cell of a child, as earlier versions kept it too."""

from __future__ import annotations

from trigpoint.sources.issue import Issue
from trigpoint.tasks.issues_told import IssueTold, issues_told
from trigpoint.tasks.load import _told

MEND = "correct the dates"


def test_issues_that_say_the_same_are_one_and_hold_no_cell() -> None:
    issues = [
        Issue("visits.csv", row, "visit_date", f"'{day}' is not a date; row {row} is left out", MEND)
        for row, day in ((4, "31/02/2026"), (9, "yesterday"), (12, "Anna"))
    ]
    issues.append(Issue("plans.csv", 4, "visit_date", "'Anna' is not a date; row 4 is left out", MEND, "warning"))
    first, second = issues_told({"told": _told(issues)})
    assert first == IssueTold(
        "error", "'…' is not a date; row 4 is left out", 3, "visits.csv", "visit_date", "correct the dates"
    )
    assert (second.file, second.kind, second.count) == ("plans.csv", "warning", 1)
    assert first.sentence == "visit_date: '…' is not a date; row 4 is left out"


def test_a_snapshot_of_an_earlier_version_is_read() -> None:
    (found,) = issues_told({"told": [["warning", "pers_sex: '…' is in no code set", 2]]})
    assert (found.kind, found.sentence, found.count, found.file) == (
        "warning",
        "pers_sex: '…' is in no code set",
        2,
        "",
    )
    assert issues_told({}) == []
