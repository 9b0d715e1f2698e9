"""The statistical neighbours of an authority on one scale, with its rank, and the gap to their mean in children."""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from trigpoint.figures.rounding import half_up
from trigpoint.language.terms import Good
from trigpoint.reports.block import Cell, Chart, Column, Group, Paragraph, Prose, Row, Table
from trigpoint.reports.others import shown
from trigpoint.reports.picture import Dot, DotPlot
from trigpoint.reports.scale import scale_for
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, capital, figure, number


def neighbours_chart(subject: Subject) -> Chart | None:
    """The dot plot of a subject's neighbours, or None where fewer than three of them have a figure."""
    found, facts = subject.comparators, subject.facts
    if found is None:
        return None
    dots = [
        Dot(n.area, half_up(n.value, facts.decimals), figure(half_up(n.value, facts.decimals), facts.unit))
        for n in found.neighbours
        if n.value is not None
    ]
    own = found.at("own")
    ours = shown(own, facts) if own else None
    if len(dots) < 3 or ours is None:
        return None
    dots.append(Dot(subject.stamp.place, ours, figure(ours, facts.unit), ours=True))
    dots.sort(key=lambda dot: (dot.value, dot.label))
    lines = []
    for level, label in (("england", "England"), ("neighbours", "Neighbours")):
        benchmark = found.at(level)  # type: ignore[arg-type]
        value = shown(benchmark, facts) if benchmark else None
        if value is not None:
            lines.append((label, value, figure(value, facts.unit)))
    scale = scale_for([*(dot.value for dot in dots), *(value for _, value, _ in lines)], percent=facts.unit == PERCENT)
    unit = "" if facts.unit == PERCENT else f" ({facts.unit})"
    fair = "" if found.like_for_like else f" Not like for like: {found.because}"
    plot = DotPlot(
        name=f"Statistical neighbours, {subject.page.title}, {found.year}",
        description=f"{_title(subject, dots)}. Values run from {dots[0].label} {dots[0].text} to "
        f"{dots[-1].label} {dots[-1].text}.",
        scale=scale,
        unit=facts.unit,
        dots=tuple(dots),
        lines=tuple(lines),
    )
    subtitle = f"{subject.page.title}{unit}, published: {found.year}. Neighbour set of {found.neighbour_set}.{fair}"
    return Chart(_title(subject, dots), subtitle, plot)


def neighbours_table(subject: Subject) -> Table:
    """The numbers of the dot plot, the closest neighbour first, those without a figure with the reason."""
    found, facts = subject.comparators, subject.facts
    assert found is not None
    rows = []
    for n in found.neighbours:
        value = None if n.value is None else half_up(n.value, facts.decimals)
        text = "[x]" if value is None else figure(value, facts.unit)
        rows.append(Row(cells=(Cell(text=n.area, sub=(n.reason,) if n.reason else ()), Cell(text=text, value=value))))
    columns = (Column(head="Neighbour, closest first", kind="name"), Column(head="Value", kind="number"))
    return Table(
        title=f"Statistical neighbours, {found.year}",
        columns=columns,
        groups=(Group("", tuple(rows)),),
        look="data",
        fold="Data table for the neighbours",
        is_open=False,
        title_shown=False,
    )


def _title(subject: Subject, dots: list[Dot]) -> str:
    """Second highest of 11: rank 10."""
    place = next(n for n, dot in enumerate(dots, start=1) if dot.ours)
    from_top = len(dots) - place + 1
    near, side = (from_top, "highest") if from_top <= place else (place, "lowest")
    words = {1: side, 2: f"second {side}", 3: f"third {side}"}.get(near, f"{near}th {side}")
    rank = subject.comparators.among_neighbours if subject.comparators else None
    ranked = f", rank {rank.rank} of {rank.of} (1 is best)" if rank else ""
    return f"{capital(words)} of {len(dots)}{ranked}"


def gap_in_children(subject: Subject) -> Prose | None:
    """How many more or fewer cases would match the neighbours' mean; None where the two do not count the same."""
    found, facts, now = subject.comparators, subject.facts, subject.now.counted
    mean = found.at("neighbours") if found else None
    if found is None or not found.like_for_like or mean is None or mean.value is None:
        return None
    if facts.kind not in ("ratio", "rate") or not now.denominator or now.numerator is None:
        return None
    wanted = Decimal(str(float(mean.value * now.denominator / facts.per)))
    difference = float(now.numerator) - float(wanted)
    cases = ceil(abs(difference)) if abs(difference) % 1 else int(abs(difference))
    if not cases:
        return None
    fewer = difference > 0
    noun = "children" if facts.kind == "rate" else subject.page.words.met_short
    value = figure(half_up(mean.value, facts.decimals), facts.unit)
    side = "fewer" if fewer else "more"
    better = {Good.HIGH: not fewer, Good.LOW: fewer}.get(facts.good)
    note = "" if better is None else " (better)" if better else " (worse)"
    return Prose(
        paragraphs=(
            Paragraph(
                f"To match the neighbours’ average of {value}, {subject.stamp.place} would have "
                f"{number(cases)} {side} {noun}{note}."
            ),
        ),
        look="inset",
    )
