"""What everybody knows of published figures, as linear constraints: how the tables are made, never what was hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from attacker.published_file import COUNTS, Figure

Unknown = Hashable
Terms = dict[Any, float]


@dataclass(frozen=True)
class Kind:
    """What is known of a measure: its form, per how many, printed decimals, whether its periods add up."""

    form: str
    times: int = 100
    decimals: int | None = None
    adds_up: bool = True


@dataclass
class Constraints:
    """Sums that are a number, and sums that are no more than a number. Every unknown is 0 or more."""

    equal: list[tuple[Terms, float]] = field(default_factory=list)
    at_most: list[tuple[Terms, float]] = field(default_factory=list)


Groups = frozenset[tuple[str, str]]
Key = tuple[str, str, str, str, int, Groups]


def number(figure: Figure, what: str, edition: str = "") -> Key:
    """The unknown behind a column of a row. All categories of a distribution share their denominator."""
    groups: Groups = figure.groups
    if what == "denominator":
        groups = frozenset(pair for pair in groups if pair[0] != "category")
    return f"{edition}{what}", figure.measure, figure.variant, figure.period_type, figure.last, groups


def learn(figures: Sequence[Figure], kinds: Mapping[str, Kind], same: Sequence[tuple[str, str]]) -> Constraints:
    """Everything that follows from some files that were published together.

    `same` names pairs such as ("share denominator", "number numerator") that count the same children.
    """
    known = Constraints()
    for figure in figures:
        _printed(known, figure, kinds[figure.measure])
        _parts(known, figure, kinds[figure.measure])
    _groups(known, figures)
    _variants(known, figures, kinds)
    _periods(known, figures, kinds)
    for one, other in same:
        _same(known, figures, one.split(), other.split())
    return known


def _printed(known: Constraints, figure: Figure, kind: Kind) -> None:
    for what in COUNTS:
        if what in figure.numbers and not (kind.form == "rate" and what == "denominator"):
            known.equal.append(({number(figure, what): 1.0}, figure.numbers[what]))
    value, population = figure.numbers.get("value"), figure.numbers.get("denominator")
    if value is None:
        return
    slack = 1e-7 if kind.decimals is None else 0.5 * 10.0**-kind.decimals
    top = number(figure, "numerator")
    if kind.form == "rate" and population:
        reach = slack * population / kind.times
        known.at_most.append(({top: 1.0}, value * population / kind.times + reach))
        known.at_most.append(({top: -1.0}, -value * population / kind.times + reach))
    elif kind.form in {"ratio", "distribution", "average"}:
        below = number(figure, "denominator")
        known.at_most.append(({top: kind.times, below: -(value + slack)}, 0.0))
        known.at_most.append(({top: -kind.times, below: value - slack}, 0.0))


def _parts(known: Constraints, figure: Figure, kind: Kind) -> None:
    """Those met are among all, and so are the unknown."""
    if kind.form in {"ratio", "distribution"}:
        top, below = number(figure, "numerator"), number(figure, "denominator")
        known.equal.append(({top: 1.0, ("not met", top): 1.0, below: -1.0}, 0.0))
        if kind.form == "ratio":
            known.at_most.append(({number(figure, "unknown"): 1.0, ("not met", top): -1.0}, 0.0))


def _groups(known: Constraints, figures: Sequence[Figure]) -> None:
    """The groups of every breakdown make up each coarser breakdown, down to the total; no row means nobody."""
    cells: dict[tuple[Figure, str, frozenset[str]], set[Groups]] = defaultdict(set)
    one_of = {figure.about: figure for figure in reversed(figures)}
    for figure in figures:
        for what in COUNTS:
            group = number(figure, what)[-1]
            cells[one_of[figure.about], what, frozenset(name for name, _ in group)].add(group)
    for (about, what, names), groups in sorted(cells.items(), key=lambda item: -len(item[0][2])):
        _margins(known, about, what, names, groups)
        coarser = [names - {name} for name in names]
        if len(names) > 1 and not any((about, what, some) in cells for some in coarser):
            singles = {_only(group, coarser[0]) for group in groups}
            _margins(known, about, what, coarser[0], singles)


def _margins(known: Constraints, about: Figure, what: str, names: frozenset[str], groups: set[Groups]) -> None:
    for left_out in sorted(names):
        margins: dict[Groups, list[Groups]] = defaultdict(list)
        for group in groups:
            margins[_only(group, names - {left_out})].append(group)
        for margin, parts in margins.items():
            terms = {_at(about, what, part): 1.0 for part in parts}
            known.equal.append((terms | {_at(about, what, margin): -1.0}, 0.0))
            if left_out == "category" and what == "numerator":
                base = _at(about, "denominator", margin)
                known.equal.append(({base: 1.0, _at(about, what, margin): -1.0}, 0.0))


def _only(group: Groups, names: frozenset[str]) -> Groups:
    return frozenset(pair for pair in group if pair[0] in names)


def _at(figure: Figure, what: str, groups: Groups) -> Key:
    return what, *number(figure, what)[1:-1], groups


def _variants(known: Constraints, figures: Sequence[Figure], kinds: Mapping[str, Kind]) -> None:
    """Without unaccompanied children there are no more than with them, met or not met."""
    here = {(*figure.about, figure.groups) for figure in figures}
    for figure in figures:
        measure, variant, kind, last = figure.about
        if variant == "uasc=exc" and (measure, "", kind, last, figure.groups) in here:
            fewer = number(figure, "numerator")
            more = (fewer[0], measure, "", *fewer[3:])
            known.at_most.append(({fewer: 1.0, more: -1.0}, 0.0))
            if kinds[measure].form in {"ratio", "distribution"}:
                known.at_most.append(({("not met", fewer): 1.0, ("not met", more): -1.0}, 0.0))


def _periods(known: Constraints, figures: Sequence[Figure], kinds: Mapping[str, Kind]) -> None:
    """A window is the sum of its months, each 0 or more, printed or not."""
    for figure in figures:
        if figure.period_type == "snapshot" or not kinds[figure.measure].adds_up:
            continue
        for what in COUNTS:
            if what == "denominator" and kinds[figure.measure].form == "rate":
                continue
            key = number(figure, what)
            months: Terms = {
                ("month", key[0], key[1], key[2], key[-1], m): 1.0 for m in range(figure.first, figure.last + 1)
            }
            known.equal.append(({**months, key: -1.0}, 0.0))


def _same(known: Constraints, figures: Sequence[Figure], one: list[str], other: list[str]) -> None:
    for figure in figures:
        if figure.measure == one[0]:
            key = number(figure, one[1])
            known.equal.append(({key: 1.0, (other[1], other[0], *key[2:]): -1.0}, 0.0))
