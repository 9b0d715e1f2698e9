"""Groups beside each other: one measure in every team, or several measures in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from trigpoint.reports.block import Block, Cell, Column, Group, Row, Table
from trigpoint.reports.outline import cell
from trigpoint.reports.picture import Spark
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import capital, column, period
from trigpoint.tasks.broken_down import OneGroup, SmallLines, group_link, groups_of, small_lines, table_of
from trigpoint.tasks.choices import Choice, Offer, chosen, offer
from trigpoint.tasks.explored import others_of
from trigpoint.tasks.explored_subject import GROUPED, LINE, Beside, in_groups, subject_of
from trigpoint.tasks.group_words import group_words, in_order
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.prepared_figures import Prepared

SORTS: Mapping[str, str] = MappingProxyType(
    {"name": "Name", "high": "Highest first", "low": "Lowest first", "many": "Most cases first", "moved": "Moved most"}
)
"""The orders in which groups can be put."""


@dataclass(frozen=True)
class Compared:
    """The groups of a breakdown in an order, as small lines and as a table, and what others published of the whole."""

    title: str
    period: str
    small: SmallLines | None
    table: Table | None
    others: tuple[Block, ...]


@dataclass(frozen=True)
class SideBySide:
    """Several measures of one group, and the groups there are to choose from."""

    table: Table
    teams: tuple[tuple[str, str], ...]


def compared(offered: Offer, choice: Choice, beside: Beside, base: str, by: str, sort: str) -> Compared:
    """One measure in every group of a breakdown; `base` is the address to which a group is added.

    Raises NotReadyError where the groups of a variant, or of so many months, must be calculated.
    """
    whole = replace(choice, where=())
    subject = subject_of(offered, whole, beside, LINE, (by,) if by else ())
    months = choice.months or GROUPED
    groups = sorted(groups_of(subject, offered, by, months), key=lambda group: _place(group, sort)) if by else []
    table = table_of(subject, groups, by, base) if groups else None
    return Compared(
        subject.page.title,
        period(choice.kind, choice.end),
        small_lines(subject, groups, by, base),
        replace(table, fold="", title_shown=True, look="grp cards") if table else None,
        others_of(subject),
    )


def _place(group: OneGroup, sort: str) -> tuple[bool, Fraction]:
    """Where a group stands in an order; those without a figure last. Names are in order already."""
    counted = group.now.counted
    if sort == "name":
        return False, Fraction(0)
    if sort == "many":
        return False, -(counted.denominator if counted.denominator is not None else counted.numerator or Fraction(0))
    if counted.value is None:
        return True, Fraction(0)
    value = Fraction(counted.value)
    if sort == "moved":
        known = [judged.counted.value for judged in group.subject.history if judged.counted.value is not None]
        return False, -abs(value - Fraction(known[0]))
    return False, -value if sort == "high" else value


def side_by_side(prepared: Prepared, measures: Sequence[str], where: Mapping[str, str], beside: Beside) -> SideBySide:
    """Each measure's newest figure in a group, beside that of the whole. What has no such group says so."""
    rows: list[Row] = []
    teams: dict[str, None] = {}
    for name in measures:
        offered = offer(prepared, name)
        teams |= dict.fromkeys(offered.groups.get("team", ()))
        if offered.ends:
            rows.append(_line(offered, where, beside))
    head = ", ".join(group_words(name, group) for name, group in where.items()) or "Whole authority"
    columns = (
        Column(head="Measure", kind="name"),
        Column(head="Period"),
        Column(head=head, kind="number", now=True),
        Column(head="13 months", kind="picture", look="sp"),
        *([Column(head="Whole authority", kind="number")] if where else []),
    )
    table = Table(title="Measures beside each other", columns=columns, groups=(Group("", tuple(rows)),),
                  look="grp cards", title_shown=False)  # fmt: skip
    return SideBySide(table, tuple((name, group_words("team", name)) for name in in_order("team", teams)))


def _line(offered: Offer, where: Mapping[str, str], beside: Beside) -> Row:
    choice = chosen(offered, {})
    whole = subject_of(offered, choice, beside, GROUPED)
    address = f"/measures/{choice.measure}/"
    for breakdown, group in where.items():
        address = group_link(address, breakdown, group)
    name = Cell(text=whole.page.title, href=address)
    when = Cell(text=capital(column(choice.kind, choice.end)))
    if not where:
        return Row(cells=(name, when, _figure(whole), _spark(whole)))
    try:
        mine = in_groups(whole, chosen(offered, where).where)
    except LibraryError:
        nothing = Cell(text="–", sub=("not about this group",))
        return Row(cells=(name, when, nothing, Cell(), cell(whole.now.counted.figure)))
    return Row(cells=(name, when, _figure(mine), _spark(mine), _figure(whole)))


def _figure(subject: Subject) -> Cell:
    made = made_of(subject, subject.now)
    return replace(cell(subject.now.counted.figure), sub=(made,) if made else ())


def _spark(subject: Subject) -> Cell:
    return Cell(picture=Spark(tuple(judged.counted.value for judged in subject.history), None))
