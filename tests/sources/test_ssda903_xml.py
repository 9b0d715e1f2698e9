"""The return as XML: the same records as from CSV, and what is told of its elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from sources_help import load, record_rows

from trigpoint import synthetic
from trigpoint.sources import Part, Refused, plan, ssda903
from trigpoint.sources.ssda903.modules import YEARS

_OF_A_FORM = {"file_row", "file", "given_as", "UASC"}
"""Columns of a return as given that its form decides."""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, pa.Table]:
    """Ten years of one invented authority."""
    folder = tmp_path_factory.mktemp("extract")
    synthetic.synthesize(40, 10, 3, date(2027, 3, 31), folder, form="parquet")
    return {part.table: part.data for part in plan([folder], "Kent").parts()}


def rows(part: Part) -> Counter[tuple[tuple[str, Any], ...]]:
    left_out = _OF_A_FORM if part.is_return else set()
    return Counter(tuple((k, v) for k, v in row.items() if k not in left_out) for row in part.data.to_pylist())


@pytest.mark.parametrize("year", YEARS)
def test_xml_gives_the_records_that_csv_gives_and_both_what_was_made(
    tmp_path: Path, tables: Mapping[str, pa.Table], year: int
) -> None:
    ssda903.write(tables, tmp_path / "csv", year=year)
    (path,) = ssda903.write(tables, tmp_path / "xml", year=year, form="xml")
    assert {(file.name, file.year) for file in plan([path]).files} == {(f"ssda903_{year}.xml", year)}
    csv, xml = (load(tmp_path / form) for form in ("csv", "xml"))
    assert list(csv) == list(xml)
    for name, part in csv.items():
        assert rows(part) == rows(xml[name]), name
        assert part.data.schema == xml[name].data.schema
    made = {part.table: part for part in ssda903.made_from(tables, "Kent", year)}
    assert made.keys() == {name for name, part in csv.items() if part.is_return}
    for name, part in made.items():
        assert rows(part) == rows(csv[name]), name
        assert part.data.schema == csv[name].data.schema
        assert set(part.data["file_row"].to_pylist()) <= {None}


RETURN = """<?xml version="1.0" encoding="iso-8859-1"?>
<EXPSSDA903>
<CHILD>
<HEADER>
<CHILDID>A</CHILDID><SEX>2</SEX><DOB>20/05/2004</DOB><ETHNIC>wbri</ETHNIC><UPN>UN3</UPN><MOTHER/>
<UASC>1</UASC><DUC>20/05/2022</DUC>
<IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
<DATE_INT>13/04/2020</DATE_INT><DATE_MATCH>14/05/2020</DATE_MATCH><NB_ADOPTR>2</NB_ADOPTR>
<AREVIEW><REVIEW>15/06/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW>
  <REVIEW>soon</REVIEW>
</AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>13/07/2020</MIS_START><MIS_END></MIS_END></AMISSING>
<AD_PLACED><DATE_PLACED>13/04/2020</DATE_PLACED></AD_PLACED>
<PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/05/2015</DATE_PERM></PERMANENCE>
<OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2><OC2/>
<SHOE_SIZE>7</SHOE_SIZE>
</HEADER>
<EPISODE><DECOM>13/04/2020</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL></EPISODE>
<WORKER><SW_ID>SW7</SW_ID><SW_DECOM>13/04/2020</SW_DECOM></WORKER>
<PARENT><NAME>x</NAME></PARENT>
</CHILD>
<CHILD><HEADER><CHILDID>B</CHILDID><DOB>13/13/2009</DOB><UASC>0</UASC><SHOE_SIZE>8</SHOE_SIZE>
<OC2><SDQ_SCORE>3</SDQ_SCORE></OC2></HEADER>
<EPISODE><DECOM>14/04/2020</DECOM><DECOM>15/04/2020</DECOM><RNE>S</RNE></EPISODE></CHILD>
<CHILD><HEADER><SEX>1</SEX></HEADER>
<EPISODE><DECOM>16/04/2020</DECOM></EPISODE></CHILD>
<CHILD/>
</EXPSSDA903>
"""


def given(folder: Path, text: str = RETURN) -> dict[str, Part]:
    (folder / "return.xml").write_bytes(text.encode("iso-8859-1"))
    return load(folder)


def cells(part: Part, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in part.data.to_pylist()]


def test_every_module_is_read_with_the_line_of_its_element(tmp_path: Path) -> None:
    found = given(tmp_path)
    header = found["return_ssda903_header"]
    assert cells(header, "file_row", "CHILD", "SEX", "ETHNIC", "UASC", "given_as") == [
        (4, "A", "2", "WBRI", "1", "xml"),
        (23, "B", None, None, "0", "xml"),
    ]
    assert cells(found["return_ssda903_uasc"], "file_row", "CHILD", "SEX", "DUC") == [(4, "A", "2", "2022-05-20")]
    assert cells(found["return_ssda903_oc3"], "CHILD", "DOB", "ACTIV") == [("A", "2004-05-20", "F1")]
    assert cells(found["return_ssda903_ad1"], "CHILD", "DATE_MATCH", "NB_ADOPTR") == [("A", "2020-05-14", "2")]
    reviews = found["return_ssda903_reviews"]
    assert cells(reviews, "file_row", "CHILD", "DOB", "REVIEW") == [
        (9, "A", "2004-05-20", "2020-06-15"),
        (10, "A", "2004-05-20", "soon"),
    ]
    assert cells(found["return_ssda903_missing"], "file_row", "MIS_START", "MIS_END") == [(13, "2020-07-13", None)]
    assert cells(found["return_ssda903_placedadoption"], "DATE_PLACED") == [("2020-04-13",)]
    assert cells(found["return_ssda903_prevperm"], "DATE_PERM") == [("zz/05/2015",)]
    assert cells(found["return_ssda903_oc2"], "file_row", "SDQ_SCORE", "DOB") == [
        (16, "12", "2004-05-20"),
        (24, "3", "13/13/2009"),
    ]
    assert cells(found["return_ssda903_swepisodes"], "file_row", "SW_ID") == [(20, "SW7")]
    assert cells(found["ssd_cla_episodes"], "clae_person_id", "clae_cla_placement_id") == [
        ("A", "A-place20200413"),
        ("B", "B-place20200414"),
    ]


def test_what_is_wrong_is_told_once_with_its_line(tmp_path: Path) -> None:
    found = given(tmp_path)
    people = found["ssd_person"]
    assert (people.rows_in, people.data.num_rows, people.refused) == (4, 2, 2)
    told = [(issue.row, issue.column, issue.kind, issue.what.split(";")[0]) for issue in people.issues]
    assert told == [
        (28, "CHILDID", "error", "the child has no id and nothing else, so it was left out"),
        (17, "", "warning", "the element SHOE_SIZE is not part of the return and was left out (2 times)"),
        (21, "", "warning", "the element PARENT is not part of the return and was left out (1 times)"),
        (25, "", "warning", "the element DECOM stands more than once in one group (1 times)"),
        (20, "", "warning", "the element WORKER is read as SWEpisodes, whose columns it holds"),
        (26, "CHILD", "error", "the cell is empty, so the row was left out"),
        (23, "DOB", "error", "'13/13/2009' is not a date"),
    ]
    others = [issue for name, part in found.items() if name != "ssd_person" for issue in part.issues]
    assert [(i.row, i.column) for i in others if i.kind == "error"] == [(27, "CHILD"), (10, "REVIEW")]


def test_children_on_one_line_are_told_apart_and_kept_apart(tmp_path: Path) -> None:
    episode = "<EPISODE><DECOM>{}</DECOM><RNE>{}</RNE><DEC>{}</DEC><REC>{}</REC></EPISODE>"
    care = [("13/04/2019", "S", "13/05/2019", "E4A"), ("13/06/2019", "S", "", ""), ("13/07/2019", "P", "", "")]
    child = "<CHILD><HEADER><CHILDID>A</CHILDID></HEADER>" + "".join(episode.format(*row) for row in care) + "</CHILD>"
    found = given(tmp_path, f"<EXPSSDA903>{child}</EXPSSDA903>")["ssd_cla_episodes"]
    assert cells(found, "clae_cla_id") == [("A-care20190413",), ("A-care20190613",), ("A-care20190613",)]
    told = [(issue.row, issue.what) for issue in found.issues]
    assert told == [(1, "child A: the episode is open though another follows in line 1")]


def test_days_and_months_are_settled_by_the_file_as_a_whole(tmp_path: Path) -> None:
    header = "<HEADER><CHILDID>A</CHILDID><DOB>04/13/2010</DOB><AREVIEW><REVIEW>05/04/2019</REVIEW></AREVIEW></HEADER>"
    found = given(tmp_path, f"<EXPSSDA903><CHILD>{header}</CHILD></EXPSSDA903>")
    assert cells(found["ssd_cla_reviews"], "clar_cla_review_date") == [(date(2019, 5, 4),)]
    told = [issue.what for part in found.values() for issue in part.issues if "first" in issue.what]
    assert told == ["dates are read month first, because of '04/13/2010'"]


BAD: dict[str, tuple[str, str]] = {
    "malformed": ("<EXPSSDA903>\n<CHILD>", r"return.xml, row 2: the file is not well-formed XML"),
    "document type": ("<!DOCTYPE EXPSSDA903>\n<EXPSSDA903/>", "return.xml: .*declares a document type; export"),
    "late document type": (
        "<EXPSSDA903><CHILD><HEADER><CHILDID>&x;</CHILDID></HEADER></CHILD></EXPSSDA903>",
        "undefined entity",
    ),
    "other return": (
        "<EXPSSDA904><CHILD/></EXPSSDA904>",
        "XML or HTML, not CSV or Parquet, and no return that is known",
    ),
    "no child": ("<EXPSSDA903/>", "return.xml: the file has no element CHILD"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=list(BAD))
def test_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "return.xml"
    path.write_text(text)
    with pytest.raises(Refused, match=said):
        plan([path])


def test_a_second_row_of_a_module_without_group_is_not_lost(tmp_path: Path) -> None:
    care = [{"clae_cla_episode_id": "1", "clae_person_id": "A & B", "clae_cla_episode_start_date": date(2026, 4, 13)}]
    ends = [date(2026, 5, 13), date(2027, 5, 13)]
    status = {"immi_person_id": "A & B", "immi_immigration_status": "UASC"}
    statuses = [
        {**status, "immi_immigration_status_id": str(end), "immi_immigration_status_end_date": end} for end in ends
    ]
    made = {
        "ssd_cla_episodes": record_rows("ssd_cla_episodes", care),
        "ssd_immigration_status": record_rows("ssd_immigration_status", statuses),
    }
    ssda903.write(made, tmp_path, year=2027, form="xml")
    found = load(tmp_path)["return_ssda903_uasc"]
    assert cells(found, "CHILD", "DUC") == [("A & B", "2026-05-13"), ("A & B", "2027-05-13")]
