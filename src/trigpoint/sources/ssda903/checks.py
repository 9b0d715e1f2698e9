"""What the rows of a return say that cannot be so, child by child. Nothing is changed; every finding is a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trigpoint.sources.issue import Issue, listed
from trigpoint.sources.ssda903.care import Care, Row
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES, first_day, last_day
from trigpoint.sources.ssda903.view import View

Found = tuple[int, str]
"""A row and what is wrong with it."""


@dataclass(frozen=True)
class Finding:
    """Rows of one module that fail one check."""

    check: str
    module: str
    column: str
    rows: tuple[Found, ...]
    mend: str


def check(collection: Collection) -> Iterator[tuple[str, Issue]]:
    """Every finding as issues, each with the module that it is about."""
    for finding in findings(collection):
        file = collection.modules[finding.module].file
        for issue in listed(file, finding.column, finding.rows, finding.mend, "warning"):
            yield finding.module, issue


def findings(collection: Collection) -> Iterator[Finding]:
    """What each check finds; a check that finds nothing gives nothing."""
    view = View(collection)
    for name, (column, one, mend) in _CARE.items():
        yield from _finding(
            name, "Episodes", column, [f for care in view.cares.values() for f in one(care, view)], mend
        )
    yield from _finding("entry unknown", "Episodes", "RNE", _began_before(view), "load records that go further back")
    mend = "correct the date of the review, or load the episodes that it belongs to"
    if "Episodes" in view.modules:
        yield from _finding("review outside care", "Reviews", "REVIEW", list(_reviews_outside(view)), mend)
    for module in view.modules:
        yield from _dates(view, module)
        yield from _children(view, module)


def _finding(check: str, module: str, column: str, rows: list[Found], mend: str) -> Iterator[Finding]:
    if rows:
        yield Finding(check, module, column, tuple(sorted(rows)), mend)


def _following(care: Care) -> Iterator[tuple[Row, Row]]:
    return pairwise(row for row in care.episodes if row["DECOM"])


def _overlaps(care: Care, _: View) -> Iterator[Found]:
    for row, later in _following(care):
        if row["DEC"] and later["DECOM"] < row["DEC"]:
            what = f"the episode starts on {later['DECOM']}, before the one in row {row['row']} ends on {row['DEC']}"
            yield later["row"], what


def _gaps(care: Care, _: View) -> Iterator[Found]:
    for row, later in _following(care):
        if row["REC"] == "X1" and row["DEC"] and later["DECOM"] > row["DEC"]:
            what = f"the episode ends with X1 on {row['DEC']} and the next starts only on {later['DECOM']}"
            yield row["row"], what


def _without_next(care: Care, _: View) -> Iterator[Found]:
    last = care.episodes[-1]
    if last["REC"] == "X1" and last["DEC"]:
        yield last["row"], f"the episode ends with X1 on {last['DEC']} and no episode follows"


def _open_not_last(care: Care, _: View) -> Iterator[Found]:
    for row, later in _following(care):
        if not row["DEC"]:
            yield row["row"], f"the episode is open though another follows in row {later['row']}"


def _ends_before_start(care: Care, _: View) -> Iterator[Found]:
    for row in care.episodes:
        if row["DECOM"] and row["DEC"] and row["DEC"] < row["DECOM"]:
            yield row["row"], f"the episode ends on {row['DEC']}, before it starts"


def _end_and_reason(care: Care, _: View) -> Iterator[Found]:
    for row in care.episodes:
        if row["DEC"] and not row["REC"]:
            yield row["row"], f"the episode ends on {row['DEC']} without a reason"
        elif row["REC"] and not row["DEC"]:
            yield row["row"], f"the episode has the reason {row['REC']} and no end"


def _not_started(care: Care, view: View) -> Iterator[Found]:
    """Episodes that ended before the year are not in its return, so an earlier start may lack its S."""
    befores: list[Row | None] = [None, *care.episodes]
    for before, row in zip(befores, care.episodes, strict=False):
        first = before is None or before["REC"] not in (None, "X1")
        if first and row["RNE"] != "S" and row["DECOM"] and row["DECOM"] >= first_day(view.year):
            yield row["row"], f"care begins on {row['DECOM']} with the reason {row['RNE'] or '(none)'}, not S"


def _began_before(view: View) -> list[Found]:
    """One finding for all: it is no fault of the return, and yet their time in care is too short."""
    firsts = [care.episodes[0] for care in view.cares.values()]
    before = [row for row in firsts if row["RNE"] != "S" and row["DECOM"] and row["DECOM"] < first_day(view.year)]
    if not before:
        return []
    what = "children were in care before their first episode here; their entry is taken as its start"
    return [(min(row["row"] for row in before), f"{len(before):,} {what}")]


def _started_again(care: Care, _: View) -> Iterator[Found]:
    for row, later in _following(care):
        if row["REC"] == "X1" and later["RNE"] == "S":
            yield later["row"], f"the reason is S though the episode before, in row {row['row']}, ends with X1"


_Check = Callable[[Care, View], Iterator[Found]]
_DATES = "correct the dates of the episodes in the case system"
_REASONS = "correct the reason of the episode in the case system"
_CARE: dict[str, tuple[str, _Check, str]] = {
    "overlap": ("DECOM", _overlaps, _DATES),
    "gap": ("DEC", _gaps, _DATES),
    "X1 without next": ("REC", _without_next, "add the episode that follows, or correct the reason"),
    "open but not last": ("DEC", _open_not_last, "end the episode"),
    "end before start": ("DEC", _ends_before_start, _DATES),
    "end and reason": ("REC", _end_and_reason, "give both or neither"),
    "not started with S": ("RNE", _not_started, _REASONS),
    "S after X1": ("RNE", _started_again, _REASONS),
}


def _reviews_outside(view: View) -> Iterator[Found]:
    for row in view.rows("Reviews"):
        care = view.cares.get(row["CHILD"])
        if row["REVIEW"] and not (care and (care.period_on(row["REVIEW"]) or _may_have_begun(care, row["REVIEW"]))):
            yield row["row"], f"the review on {row['REVIEW']} lies in no period of care of this child"


def _may_have_begun(care: Care, day: date) -> bool:
    """A child whose first episode here does not start care was in care before it, nobody knows since when."""
    first = care.episodes[0]
    return first["RNE"] != "S" and first["DECOM"] is not None and day < first["DECOM"]


def _dates(view: View, module: str) -> Iterator[Finding]:
    """Dates after the collection ended, and dates before the child was born."""
    end = last_day(view.year)
    for column in MODULES[module].columns:
        if column.kind not in {"past", "birth"}:
            continue
        rows = [(row, row[column.name]) for row in view.rows(module) if row[column.name]]
        late = [
            (row["row"], f"{day} lies after the end of the collection year, {end}") for row, day in rows if day > end
        ]
        yield from _finding("after the year", module, column.name, late, "correct the date")
        if column.kind == "past" and module != "SWEpisodes":  # a worker may come before the birth
            early = [
                (row["row"], f"{day} lies before the child was born") for row, day in rows if _unborn(view, row, day)
            ]
            yield from _finding("before birth", module, column.name, early, "correct the date or the date of birth")


def _unborn(view: View, row: Row, day: date) -> bool:
    born = view.births.get(row["CHILD"])
    return born is not None and day < born


def _children(view: View, module: str) -> Iterator[Finding]:
    """Children that the Header does not have, or has with another date of birth."""
    if module == "Header" or "Header" not in view.modules:
        return
    known = {row["CHILD"] for row in view.rows("Header")}
    rows = view.rows(module)
    strange = {row["CHILD"]: row["row"] for row in reversed(rows) if row["CHILD"] not in known}
    lacking = [(row, "the child is not in the Header") for row in strange.values()]
    yield from _finding("not in Header", module, "CHILD", lacking, "add the child to the Header")
    other = [
        (row["row"], f"the date of birth is {row['DOB']} here and {view.births[row['CHILD']]} in the Header")
        for row in rows
        if row["CHILD"] in known and row.get("DOB") and row["DOB"] != view.births[row["CHILD"]]
    ]
    yield from _finding("other birth", module, "DOB", other, "correct the date of birth")
