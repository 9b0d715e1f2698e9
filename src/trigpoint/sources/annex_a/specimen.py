"""Lists that say everything of one child: what of the records that fills is what lists like them carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from trigpoint.sources.annex_a.lists import LISTS, NOT_READ, Kind
from trigpoint.sources.annex_a.rows import ListRows
from trigpoint.sources.annex_a.view import View

_CELLS: Mapping[Kind, Any] = {"id": "1", "text": "1", "date": date(2020, 5, 1), "whole": 1, "code": "Y"}


def specimen(lists: Mapping[int, frozenset[str]]) -> View:
    """Lists by number, each with one row in which every column is filled but for those with these keys."""
    return View({number: _list(number, empty) for number, empty in lists.items()})


def _list(number: int, empty: frozenset[str]) -> ListRows:
    form = LISTS[number]
    row: dict[str, Any] = {"row": 1}
    for column in form.columns:
        if column.key not in NOT_READ:
            row[column.key] = None if column.key in empty else _CELLS[column.kind]
    return ListRows(form, "", [row])
