"""The lists read: recognised by their headings, turned into record tables, with what is wrong in them told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from trigpoint.sources.annex_a import mapping, people, scope
from trigpoint.sources.annex_a.lists import LISTS
from trigpoint.sources.annex_a.records import RECORDS, records
from trigpoint.sources.annex_a.rows import Strange, list_rows, order_of
from trigpoint.sources.annex_a.sheets import FoundList, lists_of, numbers_of
from trigpoint.sources.annex_a.spelling import Spellings
from trigpoint.sources.annex_a.view import View
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, refused, shown
from trigpoint.sources.part import Part
from trigpoint.sources.ssda903.dates import Order

MAPPING = "mapping file"
_KINDS = {"csv", "workbook"}


def recognise(file: SourceFile) -> str:
    """The lists that a file holds, or that it is a mapping file; nothing when it is neither. Raises Refused."""
    if file.kind not in _KINDS:
        return ""
    if mapping.is_mapping(file):
        return MAPPING
    if file.kind == "csv" and not _may_be_a_list(file):
        return ""
    numbers = numbers_of(file, _spellings(mapping.beside(file.path)))
    return ", ".join(LISTS[number].name for number in numbers)


def _may_be_a_list(file: SourceFile) -> bool:
    """Headings of other formats are single words; those of a list are written for people."""
    return any(" " in heading for heading in file.headings)


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that files of these kinds give."""
    numbers = {int(number) for kind in kinds for number in re.findall(r"List (\d+)", kind)}
    return {name for name, record in RECORDS.items() if numbers & set(record.lists)}


def year(files: Mapping[str, SourceFile]) -> int | None:
    """The lists belong to no collection year. Raises Refused for a mapping file without any list."""
    if set(files) == {MAPPING}:
        what = "this is a mapping file, and no list stands beside it"
        raise refused(files[MAPPING].name, what, "put it into the folder of the lists, or leave it out")
    return None


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of the lists, one part each. Raises Refused before the first when a file cannot be taken."""
    view, told = _lists(files)
    yield from records(view, authority, told)


def _lists(files: Mapping[str, SourceFile]) -> tuple[View, list[Issue]]:
    """Every list of some files, read, and what is to be told of all of them."""
    given = [file for kind, file in files.items() if kind != MAPPING]
    learnt = files.get(MAPPING) or next(filter(None, (mapping.beside(file.path) for file in given)), None)
    spellings = _spellings(learnt)
    found: dict[int, FoundList] = {}
    for file in given:
        for one in lists_of(file, spellings):
            other = found.setdefault(one.form.number, one)
            if other is not one:
                what = f"{one.form.name} is given twice: here and in {other.where}"
                raise refused(one.where, what, "keep the one that is meant and take the other out")
    order, told = _order(found)
    strange = Strange()
    lists = {number: list_rows(found[number], spellings, order, strange) for number in sorted(found)}
    told += strange.issues()
    told += _told_of_mapping(learnt, spellings)
    view = View(lists)
    told += _told_of_people(view)
    told += scope.told(lists)
    return view, told


def _spellings(file: SourceFile | None) -> Spellings:
    return Spellings(mapping.read(file) if file else ())


def _order(found: Mapping[int, FoundList]) -> tuple[Order, list[Issue]]:
    """Day first is the format's own order; the month comes first only where dates as text say so, and nothing else."""
    said = order_of(found.values())
    if not found or not (said.month or said.either):
        return "day", []
    where = found[min(found)].where
    if said.day and said.month:
        what = f"dates are mixed: {shown(said.day)} has the day first, {shown(said.month)} the month"
        raise refused(where, what, "write every date as 31/12/2024, or format the columns as dates")
    if said.month:
        what = f"dates written as text are read month first, because of {shown(said.month)}"
        return "month", [Issue(where, None, "", what, "check one date that you know", "warning")]
    if said.day:
        return "day", []
    what = f"dates written as text, such as {shown(said.either)}, are read day first, as the format has them"
    return "day", [Issue(where, None, "", what, "check one date that you know", "warning")]


def _told_of_mapping(file: SourceFile | None, spellings: Spellings) -> Iterator[Issue]:
    for meaning in spellings.strange:
        what = f"{shown(meaning.meant)} is nothing that the format has, so the row was left out"
        mend = "write what is meant as the format has it"
        yield Issue(file.name if file else "", meaning.row, meaning.column, what, mend)


def _told_of_people(view: View) -> Iterator[Issue]:
    where = view.lists[min(view.lists)].where if view.lists else ""
    for field, child, count in people.differences(view):
        what = f"lists differ about {count:,} children, such as {shown(child)}; the first list that says it is taken"
        yield Issue(where, None, field, what, "correct it in the case system", "warning")
