"""The lists found in a file: which sheet is which, where its headings stand, its cells as text by heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

from python_calamine import CalamineSheet

from trigpoint.sources.annex_a.lists import LISTS, NOT_READ, AnnexList
from trigpoint.sources.annex_a.spelling import Spellings
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, Refused, refused, shown
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.workbook_archive import SheetShape, parts, shapes
from trigpoint.sources.workbook_sheets import Rows, cell_text, opened, rows_of

_HEADINGS_WITHIN = 20
"""Rows from the top in which the headings are looked for: councils put titles, dates and notes above them."""
_ENOUGH, _PLENTY = 0.5, 5
"""Share of a list's own headings that tells it, and the number that does so in a list that has many."""

Cells = list[str | None]
_Opened = tuple[dict[str, SheetShape], dict[str, CalamineSheet]]


@dataclass
class FoundList:
    """One list as a file holds it. `columns` are cells by the format's heading, `rows` their numbers in the file.

    `strange` are headings that nobody has explained.
    """

    form: AnnexList
    where: str
    columns: dict[str, Cells]
    rows: list[int]
    strange: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    heading_row: int = 1
    is_workbook: bool = False

    def texts(self, name: str) -> Cells:
        """Cells of a column; missing throughout when it is not there."""
        return self.columns.get(name, [None] * len(self.rows))


@dataclass(frozen=True)
class _Match:
    """Which list a row of headings begins, and the place of each of its columns."""

    form: AnnexList
    places: Mapping[str, int]
    twice: Mapping[str, tuple[int, int]]

    @property
    def share(self) -> float:
        return len(self.form.own & self.places.keys()) / len(self.form.own)

    @property
    def is_enough(self) -> bool:
        own = len(self.form.own & self.places.keys())
        return own >= 2 and (self.share >= _ENOUGH or own >= _PLENTY) and self.form.identity.name in self.places


def lists_of(file: SourceFile, spellings: Spellings) -> list[FoundList]:
    """Every list that a file holds, and warnings of its other sheets with the first. Raises Refused."""
    if file.kind == "csv":
        return list(_of_csv(file, spellings))
    found, others = [], []
    for name, (rows, shape) in _book(file).items():
        where = f"{file.name}, sheet {name[:31]}"
        one = _of_rows(rows, shape, where, spellings)
        if one:
            found.append(one)
        elif any(str(cell).strip() for row in rows for cell in row):
            what, mend = (
                "the sheet is none of the eleven lists and was left out",
                "nothing need be done unless it is one",
            )
            others.append(Issue(where, None, "", what, mend, "warning"))
    if found:
        found[0].issues += others
    return found


def numbers_of(file: SourceFile, spellings: Spellings) -> list[int]:
    """Numbers of the lists that a file holds, by their headings alone. Raises Refused."""
    if file.kind == "csv":
        match = _best(list(file.headings), spellings)
        return [match.form.number] if match else []
    matches = (_headings(rows, spellings) for rows, _ in _book(file, _HEADINGS_WITHIN).values())
    return sorted({match.form.number for _, match in filter(None, matches)})


def _book(file: SourceFile, most: int | None = None) -> dict[str, tuple[Rows, SheetShape]]:
    found, sheets = _opened(file)
    return {name: (rows_of(sheet, file.name, most), found[name]) for name, sheet in sheets.items()}


_LAST: WeakKeyDictionary[SourceFile, _Opened] = WeakKeyDictionary()
"""The workbook that was opened last: one that was recognised is read soon after. It goes with its file."""


def _opened(file: SourceFile) -> _Opened:
    if file not in _LAST:
        _LAST.clear()
        data = file.data()
        found = shapes(parts(data, file.name), file.name)
        _LAST[file] = found, opened(data, found, file.name)
    return _LAST[file]


def _of_csv(file: SourceFile, spellings: Spellings) -> Iterator[FoundList]:
    match = _best(list(file.headings), spellings)
    if match:
        _refuse_twice(match, file.headings, file.name, 1)
        sheet: Sheet = file.sheet()
        columns = {name: sheet.columns[file.headings[at].lower()].to_pylist() for name, at in match.places.items()}
        strange = _strange(file.headings, match)
        yield FoundList(match.form, file.name, columns, list(map(int, sheet.rows)), strange, list(sheet.issues))


def _of_rows(rows: Rows, shape: SheetShape, where: str, spellings: Spellings) -> FoundList | None:
    found = _headings(rows, spellings)
    if not found:
        return None
    at, match = found
    headings = [_text(cell) or "" for cell in rows[at]]
    _refuse_twice(match, headings, where, at + 1)
    _refuse_formulas(shape, match, at + 1, where)
    texts = [[_text(cell) for cell in row] for row in rows[at + 1 :]]
    kept = [number for number, row in enumerate(texts) if any(row[place] for place in match.places.values())]
    columns = {name: [texts[number][place] for number in kept] for name, place in match.places.items()}
    numbers = [number + at + 2 for number in kept]
    return FoundList(match.form, where, columns, numbers, _strange(headings, match), [], at + 1, is_workbook=True)


@lru_cache(maxsize=50_000, typed=True)
def _text(cell: object) -> str | None:
    return " ".join(cell_text(cell).split()) or None


def _headings(rows: Rows, spellings: Spellings) -> tuple[int, _Match] | None:
    """The row that has most of the headings of some list, counted from 0, and what they are."""
    found = [
        (at, _best([_text(cell) or "" for cell in row], spellings)) for at, row in enumerate(rows[:_HEADINGS_WITHIN])
    ]
    matches = [(at, match) for at, match in found if match]
    return max(matches, key=lambda one: (len(one[1].places), -one[0]), default=None)


def _best(headings: Sequence[str], spellings: Spellings) -> _Match | None:
    matches = [_match(headings, one, spellings) for one in LISTS.values()]
    enough = [match for match in matches if match.is_enough]
    return max(enough, key=lambda match: (len(match.places), match.share), default=None)


def _match(headings: Sequence[str], one: AnnexList, spellings: Spellings) -> _Match:
    """Of several headings for one column the one that is understood best."""
    words = spellings.headings[one.number]
    best: dict[str, tuple[int, int]] = {}
    twice: dict[str, tuple[int, int]] = {}
    for at, heading in enumerate(headings):
        understood = words.understand(heading) if heading.strip() else None
        if not understood:
            continue
        sure, name = understood
        if name not in best or sure < best[name][0]:
            best[name] = sure, at
            twice.pop(name, None)
        elif sure == best[name][0]:
            twice[name] = best[name][1], at
    return _Match(one, {name: at for name, (_, at) in best.items()}, twice)


def _strange(headings: Sequence[str], match: _Match) -> list[str]:
    known = set(match.places.values())
    return [heading for at, heading in enumerate(headings) if heading.strip() and at not in known]


def _refuse_twice(match: _Match, headings: Sequence[str], where: str, row: int) -> None:
    for name, (first, second) in match.twice.items():
        what = f"two columns are {name}: {shown(headings[first])} and {shown(headings[second])}"
        raise refused(where, what, "remove or rename the column that is not meant", row=row, column=name)


def _refuse_formulas(shape: SheetShape, match: _Match, heading_row: int, where: str) -> None:
    """A formula's last value may be old; only columns that nothing is read from may have one."""
    read = {
        match.places[c.name] + 1: c.name for c in match.form.columns if c.name in match.places and c.key not in NOT_READ
    }
    first: dict[str, int] = {}
    for row, column in shape.formulas:
        if column in read and row >= heading_row:
            first.setdefault(read[column], row)
    if first:
        mend = "copy the column and paste it as values, then save again"
        what = "the cell is calculated by a formula"
        raise Refused(*(Issue(where, row, name, what, mend) for name, row in first.items()))
