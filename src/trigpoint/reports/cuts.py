"""Other cuts of a page's measure beside it, each judged on its own: without UASC, team managers."""

from __future__ import annotations

from dataclasses import replace

from trigpoint.packs.model import Pack
from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.build import subject as subject_of
from trigpoint.reports.filling import Filling
from trigpoint.reports.marks import mark
from trigpoint.reports.outline import cell
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import capital, column


def cuts(subject: Subject, pack: Pack, filling: Filling) -> list[tuple[str, Subject]]:
    """The other cuts of a subject with their labels, in the pack's order."""
    page = subject.page
    return [
        (each.label, subject_of(pack, filling, replace(page, variant=each.variant, label="", beside=())))
        for each in page.beside
    ]


def cuts_table(subject: Subject, pack: Pack, filling: Filling) -> Table | None:
    """A row a cut, the page's own first; None where the page has no other."""
    if not subject.page.beside:
        return None
    own = (subject.page.label or "this measure", subject)
    columns = (
        Column(head="Cut", kind="name"),
        Column(head=column(subject.now.kind, subject.now.end), kind="number", now=True),
        Column(head="Position", kind="status"),
    )
    rows = [_row(label, each) for label, each in (own, *cuts(subject, pack, filling))]
    return Table(title="The same measure, cut otherwise", columns=columns, groups=(Group("", tuple(rows)),), look="nd")


def _row(label: str, subject: Subject) -> Row:
    now = subject.now
    made = made_of(subject, now)
    name = Cell(text=capital(label), sub=(made,) if made else ())
    return Row(cells=(name, cell(now.counted.figure), Cell(marks=(mark(now.position, subject.words),))))
