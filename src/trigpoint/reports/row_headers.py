"""Marks the heads of rows in a tagged PDF: the typesetting library can mark only those of columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_OBJECT = re.compile(rb"^(\d+) 0 obj\n(<</Type/StructElem/S/(T[RDH]|Table|TBody|THead)/.*)\nendobj", re.M)
_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_XREF = re.compile(rb"^(\d{10}) (\d{5}) n", re.M)
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")
_Element = tuple[str, bytes]


def row_headers(pdf: bytes, names: Sequence[int | None]) -> bytes:
    """The PDF with the cells of each table's name column as heads of their rows.

    `names` are the name columns of the tables in reading order. Which heads a cell has then follows from the scopes,
    so the lists of heads that the library wrote, which know only columns, are taken out.
    """
    found: dict[int, _Element] = {int(match[1]): (match[3].decode(), match[2]) for match in _OBJECT.finditer(pdf)}
    tables = sorted(number for number, (kind, _) in found.items() if kind == "Table")
    heads = {
        cells[0 if len(cells) == 1 else name]  # a row of one cell heads the rows below it
        for table, name in zip(tables, names, strict=True)
        if name is not None
        for cells in _rows(found, table)
        if len(cells) == 1 or len(cells) > name
    }

    def changed(match: re.Match[bytes]) -> bytes:
        body = match[2]
        if match[3] == b"TD":
            scope = b"/Scope/Row" if int(match[1]) in heads else b""
            body = _HEADERS.sub(scope, body, count=1)
            body = body.replace(b"<</O/Table>>", b"")
            body = body.replace(b"/S/TD/", b"/S/TH/", 1) if scope else body
        return match[1] + b" 0 obj\n" + body + b"\nendobj"

    return _rewritten(pdf, changed)


def _kids(found: dict[int, _Element], number: int) -> list[int]:
    """The parts of a table below this one; a caption is none of them."""
    listed = _KIDS.search(found[number][1])
    kids = [int(each) for each in re.findall(rb"(\d+) 0 R", listed[1])] if listed else []
    return [each for each in kids if each in found]


def _rows(found: dict[int, _Element], table: int) -> list[list[int]]:
    bodies = [part for part in _kids(found, table) if found[part][0] == "TBody"]
    return [_kids(found, row) for part in bodies for row in _kids(found, part)]


def _rewritten(pdf: bytes, changed: Callable[[re.Match[bytes]], bytes]) -> bytes:
    """The file with its objects changed and its table of places brought up to date."""
    body, cut, tail = pdf.rpartition(b"\nxref\n")
    moves: list[tuple[int, int]] = []
    parts, last = [], 0
    for match in _OBJECT.finditer(body):
        new = changed(match)
        parts += [body[last : match.start()], new]
        last = match.end()
        moves.append((last, len(new) - len(match[0])))
    new_body = b"".join([*parts, body[last:]])
    places = sorted({int(entry[1]) for entry in _XREF.finditer(tail)})
    shift, at, moved = 0, 0, {}
    for place in places:
        while at < len(moves) and moves[at][0] <= place:
            shift += moves[at][1]
            at += 1
        moved[place] = place + shift
    tail = _XREF.sub(lambda entry: b"%010d %b n" % (moved[int(entry[1])], entry[2]), tail)
    tail = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (len(new_body) + 1), tail)
    return new_body + cut + tail
