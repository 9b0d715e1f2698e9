"""What is written down of the record columns that views stand on is what their builders say."""

from __future__ import annotations

import pytest

import trigpoint.measures  # noqa: F401 - declares every view
from trigpoint.cases.reads import _read
from trigpoint.cases.reads import reads as written
from trigpoint.engine.tracing import reads
from trigpoint.language.case_view import VIEWS

NAMES = sorted(VIEWS)


def test_every_view_and_no_other_column() -> None:
    known = set(_read())
    assert {view for view, _ in known} == set(NAMES)
    assert {(view, column) for view, column in known if column and column not in VIEWS[view].columns} == set()


def in_step(name: str, columns: tuple[str, ...]) -> None:
    view = VIEWS[name]
    found = reads(view, columns)
    for column in columns:
        assert written(name, frozenset({column})) == found[""] | found[column], column


@pytest.mark.parametrize("name", ["assessment", "looked_after_child", "plan_start"])
def test_one_column(name: str) -> None:
    """In the ordinary run what decides the rows of some views, and one column."""
    in_step(name, ("age_band",))


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_every_column(name: str) -> None:
    in_step(name, tuple(VIEWS[name].columns))
