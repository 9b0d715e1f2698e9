"""Who the children are, told by several formats: each child once, contradictions told, nothing lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.part import Part
from trigpoint.sources.people import PEOPLE, one_part

BORN = date(2012, 3, 4)


def part(*rows: dict[str, Any], refused: int = 0) -> Part:
    data = pa.Table.from_pylist([{"authority": "A", **row} for row in rows], schema=TABLES[PEOPLE].schema())
    return Part("A", PEOPLE, data, len(rows) + refused, refused)


def person(child: str, **facts: Any) -> dict[str, Any]:
    return {"pers_person_id": child, **facts}


def said(found: Part) -> list[tuple[Any, ...]]:
    columns = ("pers_person_id", "pers_dob", "pers_sex")
    return [tuple(row[name] for name in columns) for row in found.data.to_pylist()]


def test_what_the_first_lacks_comes_from_the_next() -> None:
    found = one_part([part(person("1", pers_sex="F")), part(person("1", pers_dob=BORN), person("2", pers_sex="M"))])
    assert said(found) == [("1", BORN, "F"), ("2", None, "M")]
    assert list(found.issues) == []


def test_the_first_has_the_word_and_a_contradiction_names_the_child() -> None:
    found = one_part([part(person("1", pers_sex="F")), part(person("1", pers_sex="M"))])
    assert said(found) == [("1", None, "F")]
    (issue,) = found.issues
    assert issue.kind == "warning"
    assert "pers_sex of child 1" in issue.what


def test_every_row_is_accounted_for() -> None:
    found = one_part([part(person("1"), refused=2), part(person("1"), person("2"))])
    assert found.rows_in == found.data.num_rows + found.refused + found.repeated == 5
    assert (found.refused, found.repeated) == (2, 1)


def test_rows_of_one_format_that_share_an_id_are_all_kept() -> None:
    found = one_part([part(person("1", pers_sex="F"), person("1", pers_sex="M")), part(person("1", pers_dob=BORN))])
    assert said(found) == [("1", BORN, "F"), ("1", None, "M")]


def test_one_part_stays_as_it_is() -> None:
    alone = part(person("1"))
    assert one_part([alone]) is alone
