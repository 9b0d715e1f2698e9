"""What the rows of a return say that cannot be so, child by child. Nothing is changed; every finding is a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trigpoint.sources.issue import Issue, listed
from trigpoint.sources.ssda903.care import Care, Row
from trigpoint.sources.ssda903.modules import MODULES, first_day, last_day
from trigpoint.sources.ssda903.origin import Origin, place
from trigpoint.sources.ssda903.view import View

Found = tuple[Row, str]
"""A row and what is wrong with it."""


@dataclass(frozen=True)
class Finding:
    """Rows of one file that fail one check: number and what is wrong."""

    check: str
    module: str
    file: str
    column: str
    rows: tuple[tuple[int, str], ...]
    mend: str


def check(view: View) -> Iterator[tuple[str, Issue]]:
    """Every finding as issues, each with the module that it is about."""
    for finding in findings(view):
        for issue in listed(finding.file, finding.column, finding.rows, finding.mend, "warning"):
            yield finding.module, issue


def findings(view: View) -> Iterator[Finding]:
    """What each check finds; a check that finds nothing gives nothing."""
    for name, (column, one, mend) in _CARE.items():
        found = [f for care in view.cares.values() for f in one(care)]
        yield from _finding(name, "Episodes", column, found, mend)
    mend = "load records that go further back"
    yield from _finding("entry unknown", "Episodes", "RNE", _began_before(view), mend, of_child=False)
    mend = "correct the date of the review, or load the episodes that it belongs to"
    if "Episodes" in view.modules:
        yield from _finding("review outside care", "Reviews", "REVIEW", list(_reviews_outside(view)), mend)
    for module in view.modules:
        yield from _dates(view, module)
        yield from _children(view, module)


def _finding(
    check: str, module: str, column: str, found: list[Found], mend: str, *, of_child: bool = True
) -> Iterator[Finding]:
    """One finding a file. A line of XML may hold very much, so there the child is named besides."""
    files: dict[str, list[tuple[int, str]]] = {}
    for row, what in found:
        origin: Origin = row["origin"]
        said = f"child {row['CHILD']}: {what}" if origin.is_xml and of_child else what
        files.setdefault(origin.file, []).append((row["row"], said))
    for file, rows in files.items():
        yield Finding(check, module, file, column, tuple(sorted(rows)), mend)


def _following(care: Care) -> Iterator[tuple[Row, Row]]:
    return pairwise(row for row in care.episodes if row["DECOM"])


def _overlaps(care: Care) -> Iterator[Found]:
    for row, later in _following(care):
        if row["DEC"] and later["DECOM"] < row["DEC"]:
            before = f"before the one in {place(row, later)} ends on {row['DEC']}"
            yield later, f"the episode starts on {later['DECOM']}, {before}"


def _gaps(care: Care) -> Iterator[Found]:
    for row, later in _following(care):
        if row["REC"] == "X1" and row["DEC"] and later["DECOM"] > row["DEC"]:
            what = f"the episode ends with X1 on {row['DEC']} and the next starts only on {later['DECOM']}"
            yield row, what


def _without_next(care: Care) -> Iterator[Found]:
    last = care.episodes[-1]
    if last["REC"] == "X1" and last["DEC"]:
        yield last, f"the episode ends with X1 on {last['DEC']} and no episode follows"


def _open_not_last(care: Care) -> Iterator[Found]:
    for row, later in _following(care):
        if not row["DEC"]:
            yield row, f"the episode is open though another follows in {place(later, row)}"


def _ends_before_start(care: Care) -> Iterator[Found]:
    for row in care.episodes:
        if row["DECOM"] and row["DEC"] and row["DEC"] < row["DECOM"]:
            yield row, f"the episode ends on {row['DEC']}, before it starts"


def _end_and_reason(care: Care) -> Iterator[Found]:
    for row in care.episodes:
        if row["DEC"] and not row["REC"]:
            yield row, f"the episode ends on {row['DEC']} without a reason"
        elif row["REC"] and not row["DEC"]:
            yield row, f"the episode has the reason {row['REC']} and no end"


def _not_started(care: Care) -> Iterator[Found]:
    """Episodes that ended before the year are not in its return, so an earlier start may lack its S."""
    befores: list[Row | None] = [None, *care.episodes]
    for before, row in zip(befores, care.episodes, strict=False):
        first = before is None or before["REC"] not in (None, "X1")
        if first and row["RNE"] != "S" and row["DECOM"] and row["DECOM"] >= first_day(row["since"]):
            yield row, f"care begins on {row['DECOM']} with the reason {row['RNE'] or '(none)'}, not S"


def _began_before(view: View) -> list[Found]:
    """One finding for all: it is no fault of the return, and yet their time in care is too short."""
    firsts = [care.episodes[0] for care in view.cares.values()]
    before = [row for row in firsts if row["RNE"] != "S" and row["DECOM"] and row["DECOM"] < first_day(row["since"])]
    if not before:
        return []
    what = "children were in care before their first episode here; their entry is taken as its start"
    return [(min(before, key=lambda row: row["place"]), f"{len(before):,} {what}")]


def _started_again(care: Care) -> Iterator[Found]:
    for row, later in _following(care):
        if row["REC"] == "X1" and later["RNE"] == "S":
            yield later, f"the reason is S though the episode before, in {place(row, later)}, ends with X1"


_Check = Callable[[Care], Iterator[Found]]
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
            yield row, f"the review on {row['REVIEW']} lies in no period of care of this child"


def _may_have_begun(care: Care, day: date) -> bool:
    """A child whose first episode here does not start care was in care before it, nobody knows since when."""
    first = care.episodes[0]
    return first["RNE"] != "S" and first["DECOM"] is not None and day < first["DECOM"]


def _dates(view: View, module: str) -> Iterator[Finding]:
    """Dates after the collection ended, and dates before the child was born."""
    ends = {found.year: last_day(found.year) for found in view.years}
    first_end, born = min(ends.values()), view.births
    for column in MODULES[module].columns:
        if column.kind not in {"past", "birth"}:
            continue
        rows = [(row, day) for row in view.rows(module) if (day := row[column.name])]
        late = [
            (row, f"{day} lies after the end of the collection year, {ends[row['origin'].year]}")
            for row, day in rows
            if day > first_end and day > ends[row["origin"].year]
        ]
        yield from _finding("after the year", module, column.name, late, "correct the date")
        if column.kind == "past" and module != "SWEpisodes":  # a worker may come before the birth
            early = [
                (row, f"{day} lies before the child was born") for row, day in rows if day < born.get(row["CHILD"], day)
            ]
            yield from _finding("before birth", module, column.name, early, "correct the date or the date of birth")


def _children(view: View, module: str) -> Iterator[Finding]:
    """Children that the Header of the same return does not have, or that the Header has with another date of birth."""
    if module == "Header" or "Header" not in view.modules:
        return
    rows = view.rows(module)
    strange: dict[str, Row] = {}
    for row in rows:
        if row["CHILD"] not in view.headed[row["origin"].year]:
            strange.setdefault(row["CHILD"], row)
    lacking = [(row, "the child is not in the Header") for row in strange.values()]
    yield from _finding("not in Header", module, "CHILD", lacking, "add the child to the Header")
    known = view.births if "DOB" in MODULES[module].names else {}
    other = [
        (row, f"the date of birth is {row['DOB']} here and {known[row['CHILD']]} in the Header")
        for row in rows
        if row.get("DOB") and row["CHILD"] not in strange and row["DOB"] != known[row["CHILD"]]
    ]
    yield from _finding("other birth", module, "DOB", other, "correct the date of birth")
