"""The rows of a list, typed: days, whole numbers, the codes of the records; what could not be read is told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import islice
from typing import Any

from trigpoint.sources import values
from trigpoint.sources.annex_a.lists import COMMON, NOT_READ, AnnexList, ListColumn
from trigpoint.sources.annex_a.mapping import Meaning, UnknownSpelling
from trigpoint.sources.annex_a.sheets import FoundList
from trigpoint.sources.annex_a.spelling import CodeWords, Spellings, plain
from trigpoint.sources.issue import LISTED, Issue, listed, names, shown
from trigpoint.sources.ssda903 import dates
from trigpoint.sources.ssda903.dates import Order

Row = dict[str, Any]

_TIME = re.compile(r"(?<=\d)[ T]+\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?: ?[AaPp][Mm])?$", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})[ -/]+([A-Za-z]{3})[a-z]*[ -/,]+(\d{4}|\d\d)", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?", re.ASCII)
_BEFORE_DAY_1 = date(1899, 12, 30)


@dataclass
class ListRows:
    """Rows of one list by key of column, with `row` as Excel shows it; a cell that is missing is None.

    `absent` are the keys of columns that have no heading.
    """

    form: AnnexList
    where: str
    rows: list[Row]
    refused: int = 0
    repeated: int = 0
    issues: list[Issue] = field(default_factory=list)
    absent: frozenset[str] = frozenset()


@dataclass
class Strange:
    """Codes that nobody has explained, over all lists: how often each stands, where first, what may be meant."""

    found: dict[tuple[str, str, str], tuple[int, str, int, CodeWords]] = field(default_factory=dict)

    def add(self, where: str, row: int, key: tuple[str, str, str], words: CodeWords) -> None:
        """Take note of one cell; `key` is the list (`*` for all), the column and what is written."""
        count, first_where, first_row, _ = self.found.get(key, (0, where, row, words))
        self.found[key] = count + 1, first_where, first_row, words

    def issues(self) -> Iterator[Issue]:
        """One for each spelling; after the first thousand, one that says how many more."""
        for (within, column, written), (count, where, row, words) in islice(self.found.items(), LISTED):
            meaning = Meaning(within, column, written, words.suggestion(written))
            what = f"{shown(written)} is not understood ({count:,} rows); the cells are taken as missing"
            yield _unknown(where, row, column, what, meaning, "error")
        if (more := len(self.found) - LISTED) > 0:
            where = next(iter(self.found.values()))[1]
            what = f"{more:,} more spellings like the {LISTED:,} listed one by one are not understood"
            yield Issue(where, None, "", what, "check that the columns hold what their headings say")


def _unknown(where: str, row: int, column: str, what: str, meaning: Meaning, kind: Any) -> UnknownSpelling:
    nearest = f" if it means {shown(meaning.meant)}" if meaning.meant else ", with what it means at the end"
    mend = f"put this row into the mapping file beside the file{nearest}: {meaning.line}"
    return UnknownSpelling(where, row, column, what, mend, kind, meaning)


def order_of(found: Iterable[FoundList]) -> dates.Evidence:
    """What the dates written as text say about the order of day and month, over all lists."""
    told = dates.Evidence()
    for one in found:
        for column in one.form.columns:
            if column.kind == "date":
                told += dates.evidence(_TIME.sub("", text) for text in set(one.texts(column.name)) if text)
    return told


def list_rows(found: FoundList, spellings: Spellings, order: Order, strange: Strange) -> ListRows:
    """Typed rows of a list. A row without id is refused, rows that are equal in every cell are one."""
    one = found.form
    absent = frozenset(column.key for column in one.columns if column.name not in found.columns)
    made = ListRows(one, found.where, [], issues=[*found.issues, *_told_of_headings(found)], absent=absent)
    keep = _kept(found, made)
    columns: dict[str, list[Any]] = {"row": [found.rows[at] for at in keep]}
    for column in one.columns:
        every = found.texts(column.name)
        texts = [every[at] for at in keep]
        if column.key not in NOT_READ:
            columns[column.key] = _typed(texts, columns["row"], column, spellings, order, made, strange, found)
    made.rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return made


def _kept(found: FoundList, made: ListRows) -> list[int]:
    """Places of the rows that have an id, each kind of row once."""
    identity = found.form.identity.name
    ids = found.texts(identity)
    seen: set[tuple[str | None, ...]] = set()
    keep, without, again = [], [], []
    for at, cells in enumerate(zip(*found.columns.values(), strict=True)):
        if not ids[at]:
            without.append(found.rows[at])
        elif cells in seen:
            again.append(found.rows[at])
        else:
            seen.add(cells)
            keep.append(at)
    made.refused, made.repeated = len(without), len(again)
    lacking = [(row, "the cell is empty, so the row was left out") for row in without]
    made.issues += listed(found.where, identity, lacking, "give every row its id", "error")
    if again:
        first = f"the first is row {again[0]}"
        what = f"{len(again):,} rows are equal to another in every column and were counted once; {first}"
        made.issues.append(Issue(found.where, again[0], "", what, "remove the copies", "warning"))
    return keep


def _typed(
    texts: list[str | None],
    rows: list[int],
    column: ListColumn,
    spellings: Spellings,
    order: Order,
    made: ListRows,
    strange: Strange,
    found: FoundList,
) -> list[Any]:
    if column.kind == "code":
        return _codes(texts, rows, column, spellings, made, strange)
    if column.kind == "date":
        return _days(texts, rows, column, spellings, order, made, is_workbook=found.is_workbook)
    if column.kind == "whole":
        return _read(texts, rows, column, spellings, values.whole, made, ("is not a whole number", "write digits only"))
    return texts


def _read(
    texts: list[str | None],
    rows: list[int],
    column: ListColumn,
    spellings: Spellings,
    parse: Callable[[str], Any],
    made: ListRows,
    words: tuple[str, str],
) -> list[Any]:
    """Every distinct text parsed once; one that cannot be read and is no word for nothing is told."""
    known = {text: parse(text) for text in set(texts) if text}
    blank = {text for text, value in known.items() if value is None and spellings.is_blank(text)}
    bad = [
        (row, f"{shown(text)} {words[0]}; the cell is taken as missing")
        for row, text in zip(rows, texts, strict=True)
        if text and known[text] is None and text not in blank
    ]
    made.issues += listed(made.where, column.name, bad, words[1], "error")
    return [known[text] if text else None for text in texts]


def _days(
    texts: list[str | None],
    rows: list[int],
    column: ListColumn,
    spellings: Spellings,
    order: Order,
    made: ListRows,
    *,
    is_workbook: bool,
) -> list[Any]:
    serial: list[str] = []

    def parse(text: str) -> date | None:
        if is_workbook and _SERIAL.fullmatch(text):
            serial.append(text)
            return _BEFORE_DAY_1 + timedelta(days=int(text.partition(".")[0]))
        return day(text, order)

    found = _read(texts, rows, column, spellings, parse, made, ("is not a date", "write dates as 31/12/2024"))
    if serial:
        what = f"{len(serial):,} cells hold Excel's number of a day, such as {serial[0]}, and are read as that day"
        made.issues.append(Issue(made.where, None, column.name, what, "format the column as a date", "warning"))
    return found


def day(text: str, order: Order) -> date | None:
    """A day in digits or with the month in letters; a time of day is cut off."""
    text = _TIME.sub("", text)
    parts = _IN_WORDS.fullmatch(text)
    if not parts:
        return dates.read(text, order)
    month = parts[2].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
    return dates.read(f"{parts[1]}/{number}/{parts[3]}", "day")


def _codes(
    texts: list[str | None],
    rows: list[int],
    column: ListColumn,
    spellings: Spellings,
    made: ListRows,
    strange: Strange,
) -> list[Any]:
    words = spellings.codes(made.form.number, column)
    known = {text: words.understand(text) for text in set(texts) if text}
    coarse: Counter[str] = Counter()
    where = "*" if column.key in COMMON else str(made.form.number)
    found: list[str | None] = []
    for row, text in zip(rows, texts, strict=True):
        meant = known[text] if text else None
        if text and meant is None:
            strange.add(made.where, row, (where, column.name, text), words)
        if text and meant and meant.is_coarse:
            coarse[f"{text} as {meant.code}"] += 1
        found.append(meant.code if meant else None)
    if coarse:
        what = f"the format is coarser than the records, which take {names(sorted(coarse))} ({coarse.total():,} rows)"
        mend = "load the return or an extract where the finer code matters"
        made.issues.append(Issue(made.where, None, column.name, what, mend, "warning"))
    return found


def _told_of_headings(found: FoundList) -> Iterator[Issue]:
    absent = {plain(c.name): c.name for c in found.form.columns if c.name not in found.columns}
    extra = []
    for heading in found.strange:
        close = get_close_matches(plain(heading), absent, 1, 0.6)
        if not close:
            extra.append(heading)
            continue
        meaning = Meaning(str(found.form.number), "", heading, absent[close[0]])
        what = f"the heading {shown(heading)} is not understood and its column was left out"
        yield _unknown(found.where, found.heading_row, "", what, meaning, "error")
    if extra:
        what = f"{len(extra)} columns are not part of {found.form.name} and were left out: {names(extra)}"
        mend = "nothing need be done unless one is meant: then say so in the mapping file"
        yield Issue(found.where, found.heading_row, "", what, mend, "warning")
    if absent:
        listing = names(absent.values())
        what = f"{len(absent)} columns of {found.form.name} are not there and are taken as missing: {listing}"
        mend = "add them, or say in the mapping file what they are called"
        yield Issue(found.where, found.heading_row, "", what, mend, "warning")
