"""A check report as it is kept beside a load and read again, also one that an earlier release kept."""

from __future__ import annotations

import json

import pytest

from trigpoint.tasks.check_load import CheckReport, TableRows

ROW = {"table": "person", "given": 9, "loaded": 9, "refused": 0, "repeated": 0, "before": 9}


def test_what_is_kept_is_read_again() -> None:
    report = CheckReport(rows=(TableRows(**ROW),), issues={"error": 2}, feeds=("All of them",), compared_with="one")  # type: ignore[arg-type]
    assert CheckReport.read(json.loads(json.dumps(report.said()))) == report
    assert CheckReport.read({}) == CheckReport()


def test_an_earlier_report_that_says_what_is_odd_is_asked_its_rows() -> None:
    (row,) = CheckReport.read({"rows": [ROW | {"loaded": 4, "odd": False}]}).rows
    assert (row.fewer, row.odd) == (5, True)


@pytest.mark.parametrize(
    ("other", "odd"),
    [({}, False), ({"before": None}, False), ({"before": 8}, False), ({"refused": 1}, True), ({"repeated": 1}, True)],
)
def test_rows_that_a_person_looks_at(other: dict[str, int], odd: bool) -> None:
    assert TableRows(**ROW | other).odd is odd  # type: ignore[arg-type]
