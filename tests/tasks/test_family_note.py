"""The sentence on families behind a number of children."""

import pyarrow as pa
import pytest

from trigpoint.tasks.family_note import family_note

CHESHIRE_EAST = [4, 4, 3, 3, 3, 3, *[1] * 11]


def rows(sizes: list[int], result: str = "counted") -> pa.Table:
    families = [f"family {place}" for place, size in enumerate(sizes) for _ in range(size)]
    return pa.table({"result": [result] * len(families), "family": families})


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        (CHESHIRE_EAST, "31 children from 17 families; 20 of them (65%) come from 6 families with more than one."),
        ([1, 1], "2 children from 2 families."),
        ([3], "3 children from 1 family; 3 of them (100%) come from 1 family with more than one."),
        ([1], "1 child from 1 family."),
        ([], ""),
    ],
)
def test_the_note_says_how_few_families_hold_how_many(sizes: list[int], said: str) -> None:
    assert family_note(rows(sizes)) == said


def test_rows_that_do_not_count_and_lists_without_families_say_nothing() -> None:
    assert family_note(rows([2], "excluded")) == ""
    assert family_note(pa.table({"result": ["counted"]})) == ""
