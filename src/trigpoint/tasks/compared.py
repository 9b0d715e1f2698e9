"""Groups beside each other: one measure in every team, or by another breakdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from trigpoint.reports.block import Block, Table
from trigpoint.reports.wording import period
from trigpoint.tasks.broken_down import OneGroup, SmallLines, groups_of, small_lines, table_of
from trigpoint.tasks.choices import Choice, Offer
from trigpoint.tasks.explored import others_of
from trigpoint.tasks.explored_subject import GROUPED, LINE, Beside, subject_of

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
