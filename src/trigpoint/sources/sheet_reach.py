"""How far the cells of an ordinary Excel sheet reach, looked up in its bytes without parsing them one by one."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

_HEAD = re.compile(rb'<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")?\?>', re.IGNORECASE)
_SIGNS = (b"<f", b":f", b":c", b":row")
_OTHERWISE = re.compile(rb":(?:c|row|f)[\s/>]|<f[\s/>]")
"""A formula, or a cell or row whose name has a prefix; the signs of them are looked for first, for that is quick."""
_LETTERS, _DIGITS = 3, 7
"""As many as a cell of Excel can have in its reference."""
_END = b" " * (len('<row r="') + _LETTERS + _DIGITS + 1)
_NAME_ENDS = np.isin(np.arange(256), list(b" \t\r\n/>"))


def reach(content: bytes) -> tuple[int, int] | None:
    """The last row and column of any cell, empty ones too. The sheet has no formula; it must be well-formed XML.

    None when the sheet is written in another way than Excel's own, or has a formula: then it must be parsed.
    """
    if not _HEAD.match(content) or (any(sign in content for sign in _SIGNS) and _OTHERWISE.search(content)):
        return None
    signs = np.frombuffer(content + _END, np.uint8)
    begins = np.flatnonzero(signs == ord("<"))
    columns, cell_rows = _references(signs, _named(signs, begins, b"c"), _LETTERS)
    none, rows = _references(signs, _named(signs, begins, b"row"), 0)
    if columns is None or none is None:
        return None
    return max(cell_rows.max(initial=0), rows.max(initial=0)).item(), columns.max(initial=0).item()


def _named(signs: NDArray[np.uint8], begins: Places, name: bytes) -> Places:
    """Where the name of each element of this name ends."""
    for letter in name:
        begins = begins[signs[begins + 1] == letter] + 1
    return begins[_NAME_ENDS[signs[begins + 1]]] + 1


def _references(signs: NDArray[np.uint8], at: Places, letters: int) -> tuple[Places | None, Places]:
    """Column (of up to so many letters) and row of the references that follow; no columns where one is otherwise."""
    begins = all((signs[at + place] == sign).all() for place, sign in enumerate(b' r="'))
    at = at + len(' r="')
    column, row = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
    for _ in range(letters):
        sign = signs[at]
        is_letter = (sign >= ord("A")) & (sign <= ord("Z"))
        column = np.where(is_letter, 26 * column + sign - (ord("A") - 1), column)
        at = at + is_letter
    for _ in range(_DIGITS):
        sign = signs[at]
        is_digit = (sign >= ord("0")) & (sign <= ord("9"))
        row = np.where(is_digit, 10 * row + sign - ord("0"), row)
        at = at + is_digit
    ends = (signs[at] == ord('"')).all() and (row > 0).all() and ((column > 0).all() or not letters)
    return (column if begins and ends else None), row
