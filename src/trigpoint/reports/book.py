"""The figures of a pack, looked up by measure, variant, period type and end; each checked before it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

import pyarrow as pa

from trigpoint.figures.rounding import half_up
from trigpoint.packs.facts import MeasureFacts
from trigpoint.reports.counts import parts_in
from trigpoint.reports.page import Figure, PageError
from trigpoint.reports.wording import count, figure, symbol

_COLUMNS = (
    "measure", "variant", "period_type", "period_end", "breakdown", "group", "numerator", "denominator", "value",
    "excluded", "unknown", "pending", "reason", "definition", "trace",
)  # fmt: skip
_TOLERANCE = Fraction(1, 10**6)  # a stored value is a binary float: it may differ from the division in its last digits
Where = tuple[tuple[str, str], ...]
"""One group of a breakdown: pairs of a breakdown's name and the group; empty for the authority's total."""
Key = tuple[str, str, str, date, str, str]
_CATEGORY = "category"


@dataclass(frozen=True)
class Revision:
    """What is marked beside a figure: r revised since it was published, p provisional, s supplied from before.

    `other` is the other value of a revised figure: today's where it is `as_published`, else the published one.
    """

    mark: str
    cause: str
    other: float | None = None
    as_published: bool = True


@dataclass(frozen=True)
class Counted:
    """One figure with its counts, as people read them. `value` is as displayed, None with its reason."""

    facts: MeasureFacts
    end: date
    numerator: Fraction | None
    denominator: Fraction | None
    value: Decimal | None
    reason: str
    excluded: int
    unknown: int
    pending: int
    definition: str
    trace: str
    revision: Revision | None = None

    @property
    def figure(self) -> Figure:
        """The figure as printed with its mark, or the symbol for why there is none."""
        mark = self.revision.mark if self.revision else ""
        if self.value is None:
            return Figure(symbol(self.reason), None, self.trace, mark)
        return Figure(figure(self.value, self.facts.unit), self.value, self.trace, mark)

    @property
    def other(self) -> str:
        """The other value of a revised figure as printed; empty where there is none."""
        found = _exact(self.revision.other) if self.revision else None
        return "" if found is None else figure(half_up(found, self.facts.decimals), self.facts.unit)

    @property
    def top(self) -> str:
        """The numerator as printed, empty where there is none."""
        return "" if self.numerator is None else count(self.numerator, self.facts.parts.numerator_places)

    @property
    def bottom(self) -> str:
        """The denominator as printed, empty where there is none."""
        return "" if self.denominator is None else count(self.denominator, self.facts.parts.denominator_places)

    @property
    def made_of(self) -> str:
        """137 of 164; empty where there is nothing to divide by."""
        return f"{self.top} {self.facts.joined} {self.bottom}" if self.top and self.bottom else ""

    def as_if(self, more_met: int) -> Decimal:
        """The displayed figure if `more_met` further cases were met."""
        assert self.numerator is not None and self.denominator  # noqa: PT018
        return half_up((self.numerator + more_met) * self.facts.per / self.denominator, self.facts.decimals)


@dataclass(frozen=True)
class Grade:
    """One category of a distribution: its share in per cent and its count, both None where they are withheld."""

    name: str
    share: Decimal | None
    count: int | None


@dataclass(frozen=True)
class Shares:
    """The categories of a distribution, how many cases there were, and why there is nothing.

    `printed` shares are shown as they stand, whatever they add to.
    """

    grades: tuple[Grade, ...]
    total: int | None
    reason: str
    printed: bool = False


class Figures(Protocol):
    """Where a page finds its figures."""

    def at(self, facts: MeasureFacts, variant: str, period_type: str, end: date, where: Where = (), /) -> Counted:
        """The figure of a period, of the whole or of one group; one that there is not has its reason."""

    def shares(self, facts: MeasureFacts, variant: str, period_type: str, end: date, where: Where = (), /) -> Shares:
        """The categories of a distribution in a period."""


class Book:
    """The figures of one authority in a table of the contract's columns, by measure, period and group.

    `revisions` are what is marked beside some of them.

    Raises:
        PageError: a figure whose counts do not divide to its value, or that stands in the table twice.
    """

    def __init__(self, figures: pa.Table, revisions: Mapping[Key, Revision] | None = None) -> None:
        self._revisions = revisions or {}
        self._rows: dict[Key, dict[str, Any]] = {}
        for row in figures.select(list(_COLUMNS)).to_pylist():
            key = book_key(row)
            if key in self._rows:
                raise PageError(f"{_named(*key)} stands twice in the figures; give the figures of one authority.")
            self._rows[key] = row

    def at(self, facts: MeasureFacts, variant: str, period_type: str, end: date, where: Where = ()) -> Counted:
        """The figure of a period; one that was not calculated has the reason "not collected"."""
        key = (facts.id, variant, str(period_type), end, *_group(where))
        row = self._rows.get(key)
        if row is None:
            return Counted(facts, end, None, None, None, "not collected", 0, 0, 0, "", "")
        stored = _exact(row["numerator"]), _exact(row["denominator"])
        value = _value(facts, row, *stored, key)
        numerator, denominator = parts_in(facts, row).shown(*stored)
        return Counted(
            facts=facts,
            end=end,
            numerator=numerator,
            denominator=denominator,
            value=value,
            reason=row["reason"] or "",
            excluded=row["excluded"] or 0,
            unknown=row["unknown"] or 0,
            pending=row["pending"] or 0,
            definition=row["definition"] or "",
            trace=row["trace"] or "",
            revision=self._revisions.get(key),
        )

    def shares(self, facts: MeasureFacts, variant: str, period_type: str, end: date, where: Where = ()) -> Shares:
        """The categories of a distribution in a period, in the order of the table."""
        by, group = _group(where)
        breakdown, start = (f"{by}+{_CATEGORY}", f"{group} + ") if by else (_CATEGORY, "")
        mine = (facts.id, variant, str(period_type), end, breakdown)
        rows = [row for key, row in self._rows.items() if key[:5] == mine and key[5].startswith(start)]
        counted = [row for row in rows if row["numerator"] is not None]
        if not counted:
            return Shares((), None, (rows[0]["reason"] or "not collected") if rows else "no cases")
        total = int(counted[0]["denominator"] or 0)
        grades = tuple(
            Grade(
                str(row["group"]).removeprefix(start),
                half_up(Fraction(100 * int(row["numerator"]), total), 1) if total else None,
                int(row["numerator"]),
            )
            for row in counted
        )
        hidden = next((row["reason"] for row in rows if row["numerator"] is None), "")
        return Shares(grades, total, hidden or ("" if total else "no cases"))


def book_key(row: Mapping[str, Any]) -> Key:
    """By what a row of a figures table is looked up."""
    place = (row["breakdown"] or "", row["group"] or "")
    return (row["measure"], row["variant"] or "", row["period_type"], row["period_end"], *place)


def _group(where: Where) -> tuple[str, str]:
    """The two columns of a figures table that name a group."""
    return "+".join(name for name, _ in where), " + ".join(group for _, group in where)


def _exact(value: float | Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def _value(
    facts: MeasureFacts, row: dict[str, Any], numerator: Fraction | None, denominator: Fraction | None, key: Key
) -> Decimal | None:
    """The value as displayed: divided again from the counts, and refused when the two do not agree."""
    stored = _exact(row["value"])
    if stored is None:
        return None
    if numerator is None or denominator is None:
        return half_up(stored, facts.decimals)
    if denominator == 0:
        raise PageError(f"{_named(*key)} has a value over no cases; correct the figure or give its reason.")
    exact = numerator * facts.per / denominator
    if abs(exact - stored) > _TOLERANCE * max(Fraction(1), abs(exact)):
        shown, said = half_up(exact, facts.decimals), half_up(stored, facts.decimals)
        raise PageError(
            f"{_named(*key)}: {count(numerator)} of {count(denominator)} is {figure(shown, facts.unit)} and not "
            f"{figure(said, facts.unit)}; correct the counts or the figure."
        )
    return half_up(exact, facts.decimals)


def _named(measure: str, variant: str, period_type: str, end: date, breakdown: str, group: str) -> str:
    about = f", {breakdown} {group}" if breakdown else ""
    return f"{measure}{f' ({variant})' if variant else ''}, {period_type} to {end}{about}"
