"""Grades over time: a stacked bar a period above its numbers, the change since the last, the trend, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from trigpoint.figures.rounding import half_up
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
from trigpoint.reports.wording import NEW, PERCENT, capital, symbol

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
_WITHHELD = "suppressed"
_FEW = 10
"""Below so many audits neither change nor trend is told."""
_ROUNDING = 2
"""Four shares, each rounded by up to half a point, may add to 98 or to 102."""


@dataclass(frozen=True)
class _Period:
    """One column: the displayed share of each grade with its count, how many audits, and why there is nothing."""

    shares: dict[str, Decimal]
    counts: dict[str, int]
    total: int | None
    reason: str

    @property
    def whole(self) -> bool:
        """Whether every case is counted in a grade; a grade without cases then has a share of 0."""
        return bool(self.total) and sum(self.counts.values()) == self.total

    def share(self, grade: str) -> Decimal | None:
        """The displayed share of a grade, None where it is not known."""
        return self.shares.get(grade, Decimal(0) if self.whole else None)

    @property
    def good(self) -> Decimal | None:
        """The share of good or better, from the counts where all of them are there."""
        if self.whole and self.total:
            found = self.counts.get(GRADES[0], 0) + self.counts.get(GRADES[1], 0)
            return half_up(Fraction(100 * found, self.total), 0)
        best = [self.share(grade) for grade in GRADES[:2]]
        known = [share for share in best if share is not None]
        return sum(known, Decimal(0)) if len(known) == len(best) else None

    @property
    def few(self) -> bool:
        """Whether too few were graded to tell a change; unknown counts are not few."""
        return self.total is not None and self.total < _FEW


_NOTHING = _Period({}, {}, None, "not collected")


def distribution_blocks(pack: Pack, filling: Filling, ends: Sequence[date], *, quarterly: bool) -> list[Block]:
    """The tables of a pack's distributions, each group under its heading."""
    blocks: list[Block] = []
    for place, (title, group) in enumerate(groupby(pack.distributions, key=lambda each: each.group)):
        rounding = "as printed" if filling.printed_only else "rounded so that each column adds to 100%"
        note = f"Shares are {rounding}. Change and trend are not given below {_FEW} audits."
        blocks.append(Heading(title or "Grades", note if place == 0 else "", new_page=True))
        tables = tuple((_table(each, filling, ends, quarterly=quarterly),) for each in group)
        blocks.append(Side(tables, "dists"))
    return blocks


def _table(about: Distribution, filling: Filling, ends: Sequence[date], *, quarterly: bool) -> Table:
    facts = filling.facts(about.measure, about.variant, about.period_type)
    found = [_period(filling.figures.shares(facts, about.variant, about.period_type, end, about.where)) for end in ends]
    since = f" on {heading(ends[-2], quarterly=quarterly)[0]}" if len(ends) > 1 else ""
    columns = (
        Column(head="Grade", sub="share, and number", kind="name"),
        *period_columns(ends, quarterly=quarterly),
        Column(head=f"Change{since}", look="chg"),
        Column(head="Trend"),
    )
    bars = [Cell(text="All grades"), *(Cell(picture=_bar(period)) for period in found), Cell(), Cell()]
    rows = [
        Row(cells=tuple(bars)),
        *(_grade_row(place, grade, found) for place, grade in enumerate(GRADES)),
        _good_row(found),
        Row(cells=(Cell(text="Audits"), *(_many(period) for period in found), Cell(), Cell())),
    ]
    return Table(
        title=about.title,
        columns=columns,
        groups=(Group("", tuple(rows)),),
        notes=tuple(_sums(found, ends, quarterly=quarterly)),
        look="dist",
        scroll=True,
    )


def _sums(found: Sequence[_Period], ends: Sequence[date], *, quarterly: bool) -> Iterator[str]:
    """Columns whose shares do not add to 100, beyond what rounding explains."""
    for period, end in zip(found, ends, strict=True):
        total = sum(period.shares.values(), Decimal(0))
        if len(period.shares) == len(GRADES) and abs(total - 100) > _ROUNDING:
            yield f"{' '.join(heading(end, quarterly=quarterly))} adds to {total:f}%, as printed."


def _period(shares: Shares) -> _Period:
    """Displayed shares: those of counts by largest remainder so that they add to 100, printed ones as printed."""
    graded = {capital(grade.name.lower()): grade for grade in shares.grades}
    known = {name: graded[name] for name in GRADES if name in graded}
    counts = {name: grade.count for name, grade in known.items() if grade.count is not None}
    total = shares.total
    if not shares.printed and total and sum(counts.values()) == total:
        exact = [Decimal(100 * counts.get(name, 0)) / total for name in GRADES]
        return _Period(dict(zip(GRADES, rounded(exact), strict=True)), counts, total, "")
    printed = {name: grade.share for name, grade in known.items() if grade.share is not None}
    if not any(printed.values()):
        return _Period({}, {}, total, shares.reason or "no cases")
    return _Period(printed, counts, total, shares.reason)


def _bar(period: _Period) -> Grades:
    if period.reason == _WITHHELD:
        return Grades(())
    return Grades(tuple((name, period.shares.get(name, Decimal(0))) for name in GRADES))


def _grade_row(place: int, grade: str, found: Sequence[_Period]) -> Row:
    cells = [_share(period, grade) for period in found]
    last, before = found[-1], found[-2] if len(found) > 1 else _NOTHING
    now, was = last.share(grade), before.share(grade)
    change, word = Cell(text="too few audits"), Cell(text="too few audits")
    if now is None or was is None:
        change, word = Cell(text="No comparison"), Cell(text="Not assessed")
    elif not last.few and not before.few:
        change, word = _change(place, now - was), _trend(place, grade, found)
    return Row(cells=(Cell(text=grade, swatch=FILLS[place][0]), *cells, change, word))


def _share(period: _Period, grade: str) -> Cell:
    share = period.share(grade)
    if share is None:
        return _missing(period)
    count = period.counts.get(grade, 0 if period.whole else None)
    return Cell(text=f"{share:f}%{'' if count is None else f' ({count})'}", value=share, unit=PERCENT)


def _change(place: int, moved: Decimal) -> Cell:
    if not moved:
        return Cell(text="no change", arrow="same")
    better = (moved > 0) is (place < 2)
    way = "up" if moved > 0 else "down"
    return Cell(text=f"{way} {abs(moved):f}, {'better' if better else 'worse'}", arrow=way)  # type: ignore[arg-type]


def _trend(place: int, grade: str, found: Sequence[_Period]) -> Cell:
    values = [period.share(grade) for period in found]
    word = trend(values, Good.HIGH if place < 2 else Good.LOW, percent=True).word
    return Cell(text=word or "Not assessed")


def _good_row(found: Sequence[_Period]) -> Row:
    cells = [_missing(period) if period.good is None else _percent(period.good) for period in found]
    last = found[-1]
    made = ""
    if last.whole:
        made = f"{last.counts.get(GRADES[0], 0) + last.counts.get(GRADES[1], 0)} of {last.total}"
    return Row(cells=(Cell(text="Good or better"), *cells, Cell(text=made), Cell()), total=True)


def _missing(period: _Period) -> Cell:
    return Cell(text=NEW if period.reason in ("", "not collected") else symbol(period.reason))


def _percent(value: Decimal) -> Cell:
    return Cell(text=f"{value:f}%", value=value, unit=PERCENT)


def _many(period: _Period) -> Cell:
    """How many were graded; none at all is said in words, and what was not printed or collected is a dash."""
    if period.total:
        return Cell(text=f"{period.total:,}", value=Decimal(period.total))
    return Cell(text="No audits" if period.reason == "no cases" else NEW)
