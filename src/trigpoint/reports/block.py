"""The blocks of a page: what every format can draw. A page says its content once; a format only knows these.

Every text is final: rounded, worded, judged. Formats choose type, colour and place, and never a word or a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trigpoint.reports.commentary_words import missing
from trigpoint.reports.page import ChartSeries, Commentary, Link
from trigpoint.reports.picture import DotPlot, Gauge, Picture

Shape = Literal["circle", "plus", "triangle", "diamond", "square", "dash", "ring", "ringed"]
Tone = Literal["on", "within", "outside", "grey"]
Arrow = Literal["up", "down", "same", "wave", ""]
Kind = Literal["ref", "name", "text", "number", "status", "picture"]


@dataclass(frozen=True)
class Mark:
    """A status: always a word with its shape; the tone only repeats what the two say."""

    words: str
    shape: Shape
    tone: Tone


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell of a table. `value` is the number that `text` prints, in `unit`, for formats that hold numbers.

    `sub` are smaller lines under it, `tags` words in a box ("New"), `picture` a small drawing that only repeats the
    numbers beside it, `swatch` the colour of a grade that stands before the text.
    """

    text: str = ""
    value: Decimal | None = None
    unit: str = ""
    sub: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    arrow: Arrow = ""
    tags: tuple[str, ...] = ()
    trace: str = ""
    href: str = ""
    picture: Picture | None = None
    swatch: str = ""
    strong: bool = False
    span: int = 1

    @property
    def plain(self) -> str:
        """Everything it says, in one line, for formats without second lines."""
        said = [self.text, *self.tags, *(mark.words for mark in self.marks), *self.sub]
        return "; ".join(part for part in said if part)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its head, a smaller second line, the year it stands in, whether it is the latest period.

    The year is printed where `year_starts` and always said aloud; `look` names its width in the stylesheet.
    """

    head: str
    sub: str = ""
    year: str = ""
    year_starts: bool = False
    kind: Kind = "text"
    now: bool = False
    hidden: bool = False
    look: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row, a cell a column (fewer where one spans); `changed` is shaded and carries the word in a tag."""

    cells: tuple[Cell, ...]
    total: bool = False
    changed: bool = False


@dataclass(frozen=True)
class Group:
    """Rows under a heading of their own; no title where the table has one group."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its caption. `fold` is the summary under which it can be folded away on a screen, never in print."""

    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    sub: str = ""
    notes: tuple[str, ...] = ()
    look: str = "plain"
    fold: str = ""
    is_open: bool = True
    title_shown: bool = True
    scroll: bool = False

    @property
    def rows(self) -> Iterator[Row]:
        """Every row, in order."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Chart:
    """A drawing with its finding as title. Its numbers stand in a table of the same page."""

    title: str
    subtitle: str
    picture: ChartSeries | DotPlot | Gauge
    look: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading inside a page. `new_page` begins a sheet in print."""

    text: str
    sub: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: bold words first, a smaller tail last."""

    text: str
    lead: str = ""
    tail: str = ""

    @property
    def plain(self) -> str:
        """All of it as one text."""
        return " ".join(part for part in (self.lead, self.text, self.tail) if part)


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Paragraphs under an optional title: `note` small print, `guide` how to read, `inset` one thing to take away."""

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    look: Literal["note", "guide", "inset", "plain"] = "plain"


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing of a strip: what it is, the words or figure, smaller lines, a status."""

    label: str
    text: str = ""
    sub: tuple[str, ...] = ()
    mark: Mark | None = None
    arrow: Arrow = ""
    trace: str = ""
    size: Literal["first", "second", "plain"] = "plain"
    label_shown: bool = True


@dataclass(frozen=True)
class Strip:
    """The few things that must be seen first: in a row (`verdict`) or one under the other (`stack`)."""

    items: tuple[Said, ...]
    look: Literal["verdict", "stack"] = "verdict"
    title: str = ""


@dataclass(frozen=True)
class Tally:
    """So many, of what, and how many it was."""

    count: int
    words: str
    mark: Mark | None
    change: str = ""

    @property
    def said(self) -> str:
        """The count as printed."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Tallies:
    """The totals at the head of a scorecard."""

    items: tuple[Tally, ...]


@dataclass(frozen=True)
class Found:
    """A list of findings, each about a page that exists or about none; `empty` is said when there is nothing."""

    title: str
    items: tuple[tuple[Link | None, str], ...]
    empty: str


@dataclass(frozen=True)
class Facts:
    """A term and what is said of it, line by line, under a heading."""

    title: str
    items: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comment:
    """What people have written; where nothing is written, whether it is `due` and why."""

    written: Commentary | None
    due: str = ""

    @property
    def missing(self) -> tuple[str, str]:
        """What stands where nothing is written: the bold words, and the sentence after them."""
        return missing(self.due)


@dataclass(frozen=True)
class Side:
    """Blocks beside each other on a wide screen, one under the other on a narrow one and in documents."""

    columns: tuple[tuple[Block, ...], ...]
    look: str


Block = Table | Chart | Heading | Prose | Strip | Tallies | Found | Facts | Comment | Side


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks in reading order, those beside each other one after the other."""
    for block in blocks:
        if isinstance(block, Side):
            for column in block.columns:
                yield from flat(column)
        else:
            yield block
