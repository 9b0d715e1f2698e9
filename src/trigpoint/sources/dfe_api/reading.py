"""The payload read: recognised by its keys, taken child by child, with what is wrong in it told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from trigpoint.sources.dfe_api.blocks import blocks
from trigpoint.sources.dfe_api.columns import care, made
from trigpoint.sources.dfe_api.gathered import Gathered
from trigpoint.sources.dfe_api.payload import Child, children, exactly
from trigpoint.sources.dfe_api.reader import Reader
from trigpoint.sources.dfe_api.records import records
from trigpoint.sources.dfe_api.shape import CHILD, TABLES, Group
from trigpoint.sources.dfe_api.specimen import carried
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, Refused, shown
from trigpoint.sources.limits import MAX_RECORD_BYTES
from trigpoint.sources.part import Part
from trigpoint.sources.record_sheet import part_of
from trigpoint.sources.sheet import Sheet, keep

PAYLOAD = "payload"
"""The one kind of file that there is: several of one authority would leave open which of them holds."""

_ACCOMMODATION = "clea_care_leaver_accommodation"
"""The API takes its letter alone, which is no code of the SSDA903 return: nothing is wrong with it."""
_WORKERS = "ssd_professionals"
_TOGETHER = 8_000_000
"""Characters of text that are taken by the column at once, and one child more."""
_SIGNS = (b'"la_child_id"', b'"social_care_episodes"', b'"child_details"')


def recognise(file: SourceFile) -> str:
    """`payload` for JSON in which a key of the payload stands near the beginning."""
    if file.kind != "json":
        return ""
    with file.path.open("rb") as opened:
        head = opened.read(MAX_RECORD_BYTES)
    return PAYLOAD if any(sign in head for sign in _SIGNS) else ""


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that a payload gives."""
    return set(TABLES) if PAYLOAD in kinds else set()


def year(files: Mapping[str, SourceFile]) -> int | None:  # noqa: ARG001 - every format answers
    """A payload belongs to no collection year."""
    return None


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of a payload, one part each. Raises Refused before the first when it cannot be taken."""
    file = files[PAYLOAD]
    taking = _Taking(file.name)
    for some in _together(children(file.data(), file.name)):
        taking.take(some)
    told = taking.reader.told
    for table in TABLES:
        part = part_of(taking.sheet(table), table, authority, list(told.issues()) if table == CHILD.table else [])
        issues = [_placed(issue) for issue in part.issues if issue.column != _ACCOMMODATION]
        yield replace(part, issues=issues, columns=carried()[table])


def _together(found: Iterator[Child]) -> Iterator[list[Child]]:
    """Children in their order, as many at once as the memory is not full of; those before a bad one come first."""
    some: list[Child] = []
    size = 0
    try:
        for child in found:
            some.append(child)
            size += len(child.text)
            if size > _TOGETHER:
                yield some
                some, size = [], 0
    except Refused:
        yield some
        raise
    yield some


class _Taking:
    """The children of one file on their way to rows: by the column where nothing is to be told, else one by one."""

    def __init__(self, file: str) -> None:
        self.reader = Reader(file)
        self._gathered = Gathered()
        self._numbers: dict[str, int] = {}

    def take(self, some: Sequence[Child]) -> None:
        """Take children in. Raises Refused."""
        found, ordinary = blocks(some)
        ids = dict(zip(found[""].child.tolist(), found[""].columns[CHILD.key].to_pylist(), strict=True))
        for place, child in enumerate(some):
            if not ordinary[place]:
                self._take_one(child)
            elif self._is_known(child.number, ids[place]):
                ordinary[place] = False
        numbers = np.array([child.number for child in some], np.int64)
        for table, columns, places in made(found, ordinary):
            self._gathered.add_columns(numbers[places], table, columns)
        for place, rows in care(found, ordinary):
            for table, row in rows:
                self._gathered.add(int(numbers[place]), table, row)

    def _take_one(self, child: Child) -> None:
        taken = self.reader.child(child.number, exactly(child, self.reader.file))
        if taken is not None and not self._is_known(child.number, str(taken.cells[CHILD.key])):
            for table, row in records(taken):
                self._gathered.add(child.number, table, row)

    def _is_known(self, number: int, child: str) -> bool:
        """Whether a child was there before; the second is left out, for its rows would be counted twice."""
        first = self._numbers.setdefault(child, number)
        if first == number:
            return False
        self.reader.refused[CHILD.table] += 1
        what = f"{shown(child)} is child {first:,} too; the later was left out with all that is in it"
        self.reader.told.tell(number, CHILD.key, what, "give each child once, with everything that is known of it")
        return True

    def sheet(self, table: str) -> Sheet:
        """The rows of a table; of a worker whom several objects name there is one."""
        sheet = self._gathered.sheet(table, self.reader.file, self.reader.refused)
        if table == _WORKERS:
            workers = sheet.columns["prof_professional_id"].dictionary_encode().indices
            firsts = np.zeros(len(sheet.rows), bool)
            firsts[np.unique(workers, return_index=True)[1]] = True
            return keep(sheet, firsts)
        return sheet


def _placed(issue: Issue) -> Issue:
    """An issue of a record column as one of the payload's item."""
    return replace(issue, column=_PATHS.get(issue.column, issue.column))


def _paths(group: Group, path: str) -> dict[str, str]:
    found = {item.column: f"{path}{name}" for name, item in group.items.items() if item.column}
    for name, inner in group.groups.items():
        found |= _paths(inner, f"{path}{name}{'[]' if inner.many else ''}.")
    return found


_PATHS = {
    **_paths(CHILD, ""),
    "disa_disability_code": "child_details.disabilities",
    "clae_cla_episode_start_reason": "social_care_episodes[].child_looked_after_placements[].start_reason",
    "clae_cla_episode_ceased_reason": "social_care_episodes[].child_looked_after_placements[].end_reason",
}
"""Where in the payload a record column comes from."""
