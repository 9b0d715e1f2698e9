"""A filled pack: what every format is given."""

from __future__ import annotations

from dataclasses import dataclass

from trigpoint.reports.block import Block
from trigpoint.reports.line import Line
from trigpoint.reports.page import Link, Page, Stamp


@dataclass(frozen=True, kw_only=True)
class Sheet(Page):
    """A page as blocks. `code` is empty for the summary; `meta` are the few facts under the lede.

    `look` names the layout in the stylesheet; `landscape` is how it is printed; `name` is what links call it.
    """

    code: str = ""
    group: str = ""
    meta: tuple[str, ...] = ()
    look: str = "index"
    landscape: bool = False
    wide: bool = False
    name: str = ""
    blocks: tuple[Block, ...]

    @property
    def link(self) -> Link:
        """The way here."""
        return Link(self.file, self.code or self.name, self.title)


@dataclass(frozen=True, kw_only=True)
class Report:
    """A filled pack: its pages for reading, its lines for computing. `id` names its files; `notes` go with each."""

    id: str
    title: str
    pages: tuple[Sheet, ...]
    lines: tuple[Line, ...]
    stamp: Stamp
    notes: tuple[str, ...] = ()
