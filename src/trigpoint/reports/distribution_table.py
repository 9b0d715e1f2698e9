"""Grades over time: a stacked bar a period above its numbers, the change since the last, the trend, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from trigpoint.judgement.trend import trend
from trigpoint.language.terms import Good
from trigpoint.packs.model import Distribution, Pack
from trigpoint.reports.block import Block, Cell, Column, Group, Heading, Row, Side, Table
from trigpoint.reports.book import Shares
from trigpoint.reports.filling import Filling
from trigpoint.reports.grades_picture import FILLS
from trigpoint.reports.largest_remainder import rounded
from trigpoint.reports.period_columns import heading, period_columns
from trigpoint.reports.picture import Grades
from trigpoint.reports.wording import capital

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
_FEW = 10
"""Below so many audits neither change nor trend is told."""


@dataclass(frozen=True)
class _Period:
    """One column: the displayed share of each grade with its count, how many audits, and why there is nothing."""

    shares: dict[str, Decimal]
    counts: dict[str, int]
    total: int | None
    reason: str
    hidden: frozenset[str] = frozenset()

    @property
    def good(self) -> Decimal | None:
        """The share of good or better, from the counts where they are there."""
        if not self.shares or self.hidden & set(GRADES[:2]):
            return None
        if self.counts and not self.hidden and self.total:
            found = self.counts.get(GRADES[0], 0) + self.counts.get(GRADES[1], 0)
            return rounded([Decimal(100 * found) / self.total, Decimal(100 * (self.total - found)) / self.total])[0]
        return self.shares.get(GRADES[0], Decimal(0)) + self.shares.get(GRADES[1], Decimal(0))

    @property
    def few(self) -> bool:
        """Whether too few were graded to tell a change; unknown counts are not few."""
        return self.total is not None and self.total < _FEW


def distribution_blocks(pack: Pack, filling: Filling, ends: Sequence[date], *, quarterly: bool) -> list[Block]:
    """The tables of a pack's distributions, each group under its heading."""
    blocks: list[Block] = []
    for place, (title, group) in enumerate(groupby(pack.distributions, key=lambda each: each.group)):
        note = "Shares are rounded so that each column adds to 100%. Change and trend are not given below 10 audits."
        blocks.append(Heading(title or "Grades", note if place == 0 else "", new_page=True))
        tables = tuple((_table(each, filling, ends, quarterly=quarterly),) for each in group)
        blocks.append(Side(tables, "dists"))
    return blocks


def _table(about: Distribution, filling: Filling, ends: Sequence[date], *, quarterly: bool) -> Table:
    facts = filling.facts(about.measure, about.variant, about.period_type)
    found = [_period(filling.figures.shares(facts, about.variant, about.period_type, end, about.where)) for end in ends]
    since = heading(ends[-2], quarterly=quarterly)[0]
    columns = (
        Column(head="Grade", sub="share, and number", kind="name"),
        *period_columns(ends, quarterly=quarterly),
        Column(head=f"Change on {since}", look="chg"),
        Column(head="Trend"),
    )
    bars = [Cell(text=""), *(Cell(picture=_bar(period)) for period in found), Cell(), Cell()]
    rows = [
        Row(cells=tuple(bars)),
        *(_grade_row(place, grade, found) for place, grade in enumerate(GRADES)),
        _good_row(found),
        Row(cells=(Cell(text="Audits"), *(_many(period) for period in found), Cell(), Cell())),
    ]
    return Table(title=about.title, columns=columns, groups=(Group("", tuple(rows)),), look="dist", scroll=True)


def _period(shares: Shares) -> _Period:
    """Displayed shares: those of counts by largest remainder so that they add to 100, printed ones as printed."""
    graded = {capital(grade.name.lower()): grade for grade in shares.grades}
    hidden = frozenset(name for name, grade in graded.items() if grade.share is None and grade.count is None)
    if hidden & set(GRADES):
        printed = {n: g.share.quantize(Decimal(1), ROUND_HALF_UP) for n, g in graded.items() if g.share is not None}
        shown = {name: grade.count for name, grade in graded.items() if grade.count is not None}
        return _Period(printed or {GRADES[0]: Decimal(0)}, shown, shares.total, "suppressed", hidden)
    known = [graded[name] for name in GRADES if name in graded]
    counts = {capital(g.name.lower()): g.count for g in known if g.count is not None}
    total = sum(counts.values()) if len(counts) == len(known) and counts else shares.total
    if counts and total and len(counts) == len(known):
        exact = [Decimal(100 * counts.get(name, 0)) / total for name in GRADES]
        return _Period(dict(zip(GRADES, rounded(exact), strict=True)), counts, total, "")
    printed = {capital(g.name.lower()): g.share for g in known if g.share is not None}
    return _Period(printed, counts, total, shares.reason or ("" if printed else "no cases"))


def _bar(period: _Period) -> Grades:
    if period.hidden:
        return Grades(())
    return Grades(tuple((name, period.shares.get(name, Decimal(0))) for name in GRADES))


def _grade_row(place: int, grade: str, found: Sequence[_Period]) -> Row:
    cells = [_share(period, grade) for period in found]
    last, before = found[-1], found[-2]
    change, word = Cell(text="too few audits"), Cell(text="too few audits")
    if not last.shares or not before.shares or grade in last.hidden | before.hidden:
        change, word = Cell(text="No comparison"), Cell(text="Not assessed")
    elif not last.few and not before.few:
        change, word = _change(place, last.shares.get(grade), before.shares.get(grade)), _trend(place, grade, found)
    return Row(cells=(Cell(text=grade, swatch=FILLS[place][0]), *cells, change, word))


def _share(period: _Period, grade: str) -> Cell:
    if not period.shares:
        return Cell(text="[z]" if period.reason == "no cases" else "–")
    if grade in period.hidden:
        return Cell(text="[c]")
    share = period.shares.get(grade, Decimal(0))
    count = f" ({period.counts.get(grade, 0)})" if period.counts else ""
    return Cell(text=f"{share:f}%{count}", value=share, unit="%")


def _change(place: int, now: Decimal | None, before: Decimal | None) -> Cell:
    moved = (now or Decimal(0)) - (before or Decimal(0))
    if not moved:
        return Cell(text="no change", arrow="same")
    better = (moved > 0) is (place < 2)
    way = "up" if moved > 0 else "down"
    return Cell(text=f"{way} {abs(moved):f}, {'better' if better else 'worse'}", arrow=way)  # type: ignore[arg-type]


def _trend(place: int, grade: str, found: Sequence[_Period]) -> Cell:
    values = [period.shares.get(grade, Decimal(0)) if period.shares else None for period in found]
    word = trend(values, Good.HIGH if place < 2 else Good.LOW, percent=True).word
    return Cell(text=word or "Not assessed")


def _good_row(found: Sequence[_Period]) -> Row:
    cells = [_good(period) for period in found]
    last = found[-1]
    made = ""
    if last.good is not None and last.counts and last.total:
        made = f"{last.counts.get(GRADES[0], 0) + last.counts.get(GRADES[1], 0)} of {last.total}"
    return Row(cells=(Cell(text="Good or better"), *cells, Cell(text=made), Cell()), total=True)


def _good(period: _Period) -> Cell:
    if period.good is None:
        return Cell(text="[c]" if period.hidden else "[z]")
    return _percent(period.good)


def _percent(value: Decimal) -> Cell:
    return Cell(text=f"{value:f}%", value=value, unit="%")


def _many(period: _Period) -> Cell:
    if period.total is None:
        return Cell(text="–" if period.shares else "0")
    return Cell(text=f"{period.total:,}", value=Decimal(period.total))
