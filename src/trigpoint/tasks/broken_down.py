"""A figure by team, service, age, sex and ethnicity: small lines beside each other, and a table each that adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urlencode

from trigpoint.language.period import month_of, periods
from trigpoint.language.terms import Good
from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.outline import cell
from trigpoint.reports.picture import Spark, Tiny
from trigpoint.reports.scale import Scale, scale_for
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import PERCENT, capital, count, period, size
from trigpoint.tasks.choices import BREAKDOWN_WORDS, Offer
from trigpoint.tasks.explored_subject import GROUPED, in_groups
from trigpoint.tasks.group_words import group_words

SMALL = 10
"""Cases below which a group is not called the lowest or the highest."""


@dataclass(frozen=True)
class OneGroup:
    """A group of a breakdown: its name in the figures, its words, what its figure is made of, the subject."""

    name: str
    words: str
    made_of: str
    subject: Subject

    @property
    def now(self) -> Judged:
        """Its figure in the period."""
        return self.subject.now


@dataclass(frozen=True)
class SmallLine:
    """One of the small lines, and the address of the page about its group."""

    href: str
    words: str
    made_of: str
    figure: str
    picture: Tiny | None


@dataclass(frozen=True)
class SmallLines:
    """All groups of a breakdown beside each other, with the finding as title."""

    breakdown: str
    title: str
    sub: str
    lines: tuple[SmallLine, ...]


def groups_of(subject: Subject, offered: Offer, breakdown: str, months: int = GROUPED) -> list[OneGroup]:
    """Every group of a breakdown that counts anything in the period, in the order of their names."""
    found = []
    newest = month_of(max(offered.ends.get(subject.page.period_type, (subject.period,))))
    ends = [one.end for one in periods(subject.page.period_type, newest, months)]
    many = max(sum(end <= subject.period for end in ends), 1)
    for name in offered.groups.get(breakdown, ()):
        mine = replace(in_groups(subject, ((breakdown, name),)), periods=many)
        if _has_any(mine):
            found.append(OneGroup(name, group_words(breakdown, name), made_of(mine, mine.now), mine))
    return found


def small_lines(subject: Subject, groups: list[OneGroup], breakdown: str, base: str) -> SmallLines | None:
    """The lines of a breakdown on one scale; None where fewer than two groups have a figure."""
    known = [group for group in groups if group.now.counted.value is not None]
    if len(known) < 2:
        return None
    target = subject.now.target
    aim = target.value if target else None
    values = [judged.counted.value for group in groups for judged in group.subject.history]
    scale = scale_for([v for v in (*values, aim) if v is not None], percent=subject.facts.unit == PERCENT)
    worst = _discussed(subject, known)
    lines = tuple(_small_line(group, breakdown, base, _Axes(aim, scale, worst)) for group in groups)
    words = BREAKDOWN_WORDS[breakdown].lower()
    unit = "%" if subject.facts.unit == PERCENT else ""
    said = f"{capital(period(subject.now.kind, subject.now.end))}, {words} by {words}. "
    said += f"All drawn on one scale, {scale.low:f} to {scale.high:f}{unit}."
    if aim is not None:
        said += " The black line is the target."
    return SmallLines(breakdown, _title(subject, worst), f"{said} {adds_up(subject, groups)}".strip(), lines)


@dataclass(frozen=True)
class _Axes:
    """What the small lines share: the target, the scale, the group that is discussed."""

    aim: Decimal | None
    scale: Scale
    worst: OneGroup | None


def _small_line(group: OneGroup, breakdown: str, base: str, axes: _Axes) -> SmallLine:
    counted = group.now.counted
    values = tuple(judged.counted.value for judged in group.subject.history)
    drawn = Tiny(values, axes.aim, axes.scale, counted.figure.text, discussed=group is axes.worst)
    return SmallLine(
        group_link(base, breakdown, group.name),
        group.words,
        group.made_of,
        counted.figure.text if counted.value is not None else counted.reason,
        drawn if counted.value is not None else None,
    )


def adds_up(subject: Subject, groups: list[OneGroup]) -> str:
    """That the groups add up to the whole, or by how much they do not."""
    now = subject.now.counted
    if subject.facts.kind not in ("ratio", "count") or now.numerator is None:
        return ""
    top = sum((g.now.counted.numerator or Fraction(0) for g in groups), Fraction(0))
    bottom = sum((g.now.counted.denominator or Fraction(0) for g in groups), Fraction(0))
    many = f"The {len(groups)} add up to" if len(groups) != 1 else "There is one group:"
    if now.denominator is None:
        same, said = top == now.numerator, f"{many} {count(top)}"
    else:
        same, said = (top, bottom) == (now.numerator, now.denominator), f"{many} {count(top)} of {count(bottom)}"
    whole = count(now.numerator) if now.denominator is None else f"{count(now.numerator)} of {count(now.denominator)}"
    return f"{said}." if same else f"{said}; the whole is {whole}."


def table_of(subject: Subject, groups: list[OneGroup], breakdown: str, base: str) -> Table:
    """The groups as a table with the whole below; `base` is the address to which a group's name is added."""
    head = BREAKDOWN_WORDS[breakdown]
    many = len(groups[0].subject.history) if groups else 0
    kind, words = subject.facts.kind, subject.page.words
    tops = [] if kind == "count" else [words.met if kind != "median" else "", words.all]
    columns = (
        Column(head=head, kind="name"),
        *(Column(head=each, kind="number") for each in tops if each),
        Column(head=words.value, kind="number", now=True),
        Column(head=f"{many} periods", kind="picture", look="sp"),
        Column(head="Against the whole"),
    )
    rows = [
        _row(subject, group.subject, group.words, group_link(base, breakdown, group.name), many) for group in groups
    ]
    whole = _row(subject, subject, "Whole", "", many, total=True)
    return Table(
        title=f"By {head.lower()}",
        sub=adds_up(subject, groups),
        columns=columns,
        groups=(Group("", (*rows, whole)),),
        look="grp cards",
        fold=f"By {head.lower()}",
        is_open=False,
        title_shown=False,
    )


def group_link(base: str, breakdown: str, group: str) -> str:
    """The address of the same page about one group."""
    return f"{base}{'&' if '?' in base else '?'}{urlencode({breakdown: group})}"


def _row(whole: Subject, mine: Subject, words: str, href: str, many: int, *, total: bool = False) -> Row:
    counted, kind = mine.now.counted, whole.facts.kind
    cells = [Cell(text=words, href=href)]
    if kind not in ("count", "median"):
        cells.append(Cell(text=counted.top or "–"))
    if kind != "count":
        cells.append(Cell(text=counted.bottom or "–"))
    cells.append(cell(counted.figure))
    cells.append(Cell(picture=Spark(tuple(judged.counted.value for judged in mine.history[-many:]), None)))
    cells.append(Cell(text="" if total else _against(whole, mine)))
    return Row(cells=tuple(cells), total=total)


def _against(whole: Subject, mine: Subject) -> str:
    """4 points lower; a share of the whole for a count; that the number is small where it is."""
    value, all_ = mine.now.counted.value, whole.now.counted.value
    if value is None or all_ is None:
        return mine.now.counted.reason
    if whole.facts.kind == "count":
        return f"{100 * value / all_:.0f}% of all" if all_ else ""
    bottom = mine.now.counted.denominator
    if bottom is not None and bottom < SMALL:
        return "small number"
    gap = value - all_
    if not gap:
        return "the same"
    return f"{size(gap, whole.facts.unit)} {'higher' if gap > 0 else 'lower'}"


def _discussed(subject: Subject, known: list[OneGroup]) -> OneGroup | None:
    """The group furthest on the bad side, or highest where neither side is bad; none of the small ones."""
    enough = [g for g in known if g.now.counted.denominator is None or g.now.counted.denominator >= SMALL]
    if len(enough) < 2:
        return None
    side = 1 if subject.facts.good is Good.HIGH else -1
    return min(enough, key=lambda group: side * (group.now.counted.value or 0))


def _title(subject: Subject, worst: OneGroup | None) -> str:
    """Assessment C is lowest at 71%, 13 points below the whole."""
    value, whole = (worst.now.counted.value if worst else None), subject.now.counted.value
    if worst is None or value is None or whole is None:
        return "Each beside the others"
    edge = "lowest" if subject.facts.good is Good.HIGH else "highest"
    said = f"{worst.words} is {edge} at {worst.now.counted.figure.text}"
    gap = value - whole
    if subject.facts.kind == "count" or not gap:
        return said
    return f"{said}, {size(gap, subject.facts.unit)} {'above' if gap > 0 else 'below'} the whole"


def _has_any(mine: Subject) -> bool:
    """Whether the group counts, leaves out or waits for anything in the period."""
    now = mine.judged(mine.page.period_type, mine.period).counted  # not its whole history: most groups have nothing
    return bool(now.trace) and any((now.numerator, now.denominator, now.excluded, now.unknown, now.pending))


def groups_shown(breakdown: str, groups: Sequence[str]) -> list[tuple[str, str]]:
    """Groups as a list to choose from: how a link names each, and its words."""
    return [(name, group_words(breakdown, name)) for name in groups]
