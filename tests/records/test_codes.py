"""Code sets by year: the changes that are known, and that every set a record table names exists."""

from __future__ import annotations

import pytest

from trigpoint.records import TABLES
from trigpoint.records.codes import CODE_SETS, code_set

CHANGES = [
    ("REASON_EPISODE_CEASED", 2019, "E43 E44", "E45 E46 E47 E48"),
    ("REASON_PLACE_CHANGE", 2019, "", "CUSTOD"),
    ("ACTIV", 2022, "F3 P3", "F4 F5 P4 P5"),
    ("SW_REASON", 2024, "", "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"),
    ("SEX", 2025, "1 2", "M F U"),
    ("GENDER", 2025, "0 1 2 9", ""),
    ("PLACEMENT", 2025, "", "K3"),
    ("PLACEMENT", 2026, "H5 P2 Z1", "Z11 Z12 Z13 Z14"),
]


def changes(name: str, year: int) -> tuple[set[str], set[str]]:
    before, after = set(code_set(name, year - 1)), set(code_set(name, year))
    return before - after, after - before


@pytest.mark.parametrize(("name", "year", "gone", "come"), CHANGES)
def test_known_changes(name: str, year: int, gone: str, come: str) -> None:
    assert changes(name, year) == (set(gone.split()), set(come.split()))


def test_nothing_else_changes_from_2010_to_2030() -> None:
    found = {(name, year) for name in CODE_SETS for year in range(2011, 2031) if any(changes(name, year))}
    assert found == {(name, year) for name, year, _, _ in CHANGES}


def test_a_label_changes_with_its_year() -> None:
    for name in ("PRIMARY_NEED", "CATEGORY_OF_NEED"):
        assert code_set(name, 2025)["N1"] == "Abuse or neglect"
        assert code_set(name, 2026)["N1"] == "Abuse, neglect and exploitation"


def test_no_code_stands_twice_in_a_year() -> None:
    for name, codes in CODE_SETS.items():
        for year in range(2010, 2031):
            held = [code.code for code in codes if code.holds_in(year)]
            assert len(held) == len(set(held)), (name, year)


def test_labels_are_sentences_of_ours() -> None:
    assert all(c.label and c.label[0].isupper() for codes in CODE_SETS.values() for c in codes)
    assert all("not verified" in c.note for c in CODE_SETS["LEGAL_STATUS"])


def test_every_set_named_by_a_record_table_exists() -> None:
    named = {field.codes for table in TABLES.values() for field in table.fields.values() if field.codes}
    assert named
    assert named <= set(CODE_SETS)


def test_an_unknown_set_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"There is no code set ETHNICITY: use one of .*ETHNIC,"):
        code_set("ETHNICITY", 2025)


def test_a_code_set_cannot_be_changed_by_a_caller() -> None:
    with pytest.raises(TypeError):
        code_set("SEX", 2025)["X"] = "?"  # type: ignore[index]
