"""What the five published reports say that contradicts itself, found by the checks alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from trigpoint.judgement.faults import Faults
from trigpoint.tasks.check_published import check_published

FOUND = {
    "kent": {
        ("gaps", "kent-24 2017-12"),
        ("unchanged", "kent-23"),
        ("years", "kent-10 2017/17"),
        ("set early", "kent-18 inc UASC 2017-12"),
    },
    "birmingham": {
        ("counts", "KPI 7 2018-10"),
        ("averages", "KPI 5 prev12m"),
        ("labels", "KPI 6 2018-10"),
        ("judgements", "KPI 1 prev12m"),
        *(("rounding", f"KPI {number} 2018-10") for number in (1, 2, 15)),
    },
    "cheshire-east": {
        ("grades", "audit table: ChECS 2015/16 Q3"),
        ("grades", "audit table: CIN/CP Macc 2016/17 Q2"),
        ("grades", "audit table: Strategy Meetings and Sec 47 2016/17 Q1"),
        ("shares", "audit table: Strategy Meetings and Sec 47 2016/17 Q1 Requires Improvement"),
        ("no audits", "audit table: ChECS 2015/16 Q2"),
        ("ends", "39"),
        ("arrows", "audit table: Referral Inadequate 2016/17 Q3"),
        ("arrows", "audit table: Visits to Cared for Children Good 2016/17 Q3"),
        ("arrows", "audit table: Visits to Cared for Children Requires Improvement 2016/17 Q3"),
        ("arrows", "audit table: Combined Assessment Good 2016/17 Q3"),
    },
    "childrens-trust": {
        ("no target", "ct-19 2019/20 Q3"),
        *(("to be set", f"ct-{number} 2019/20 Q3") for number in (15, 27, 28, 37)),
        *(("set early", f"ct-{number} 2019/20 Q3") for number in ("06", "09", "11", "20", "26", "33")),
    },
    "herefordshire": {("beside", "page 03 rate per 10,000 (YTD) 2014-08")},
}


@pytest.mark.parametrize("report", FOUND)
def test_exactly_the_known_errors_are_found(report: str) -> None:
    assert {(found.check, found.ref) for found in check_published(report)} == FOUND[report]


def test_a_table_of_anyones_figures_is_checked_and_the_list_written(tmp_path: Path) -> None:
    given, out = tmp_path / "given.csv", tmp_path / "found.csv"
    given.write_text(
        "ref,style,value,unit,polarity,decimals,target,tolerance_low,tolerance_high,numerator,denominator,"
        "printed_judgement,history\n"
        "a,one_sided,67,%,higher,0,90,85,,466,680,In Tolerance,\n"
        "b,one_sided,69,%,higher,0,60,55,,466,680,Better than target,\n"
        "c,one_sided,12,%,higher,0,TBD,,,,,,10;11\n",
        encoding="utf-8",
    )
    check_published(str(given), out)
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["check", "ref", "what", "numbers", "why"]
    assert [(row["check"], row["ref"]) for row in rows] == [("counts", "a"), ("to be set", "c"), ("judgements", "a")]


def test_a_faulty_table_is_refused_with_every_fault(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text("ref,style,value,polarity,bands\na,blue,1\nb,rag,many\nc,rag,4,higher,Red::4\n", encoding="utf-8")
    with pytest.raises(Faults) as caught:
        check_published(str(given))
    assert [fault.partition(",")[2].partition(" (")[0] for fault in caught.value.faults] == [
        " row 2",
        " row 3",
        " row 4",
    ]
