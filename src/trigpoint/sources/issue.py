"""What a person must know about a file: an issue, and the refusal that carries issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

LISTED = 1_000
"""Issues of one kind in one column that are listed one by one; the rest are summed up in one more issue."""

SHOWN = 40
"""Characters of a cell that an issue repeats."""

IssueKind = Literal["error", "warning"]


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong or worth knowing: what, where, how to mend.

    `row` is the row as Excel shows it: the header is row 1, and a line break inside quotes starts no row. None
    means the whole file or column. In a payload it is the number of the child, in a database the place of the row in
    the order of the key, both counted from 1. An `error` lost a cell, a row or the file; a `warning` lost nothing.
    """

    file: str
    row: int | None
    column: str
    what: str
    mend: str
    kind: IssueKind = "error"

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {self.what}; {self.mend}."


class Refused(Exception):  # noqa: N818 - it is the answer to the person, not a fault of ours
    """The input cannot be taken, and nothing of it was. `issues` says why, one sentence each."""

    def __init__(self, *issues: Issue) -> None:
        self.issues: list[Issue] = list(issues)
        super().__init__("\n".join(map(str, issues)))


def refused(file: str, what: str, mend: str, *, row: int | None = None, column: str = "") -> Refused:
    """A refusal for one reason."""
    return Refused(Issue(file, row, column, what, mend))


def listed(file: str, column: str, found: Sequence[tuple[int, str]], mend: str, kind: IssueKind) -> Iterator[Issue]:
    """One issue for each (row, what) found; after the first thousand, one issue that says how many more."""
    yield from (Issue(file, row, column, what, mend, kind) for row, what in islice(found, LISTED))
    if (more := len(found) - LISTED) > 0:
        what = f"{more:,} more like the {LISTED:,} listed one by one"
        yield Issue(file, None, column, what, mend, kind)


def shown(value: str) -> str:
    """A cell as an issue repeats it: printable, quoted and short."""
    short = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    return f"'{''.join(c if c.isprintable() else '?' for c in short)}'"


def names(values: Iterable[str], most: int = 10) -> str:
    """Some names in one line: at most ten, then how many more."""
    listing = list(values)
    rest = f" and {len(listing) - most} more" if len(listing) > most else ""
    return ", ".join(listing[:most]) + rest
