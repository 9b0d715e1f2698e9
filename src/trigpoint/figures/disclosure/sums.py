"""The sums that hold between printed numbers: groups, complements, variants, periods, the same thing twice.

A sum of a known form is taken to be known to everybody whenever it holds in the true numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from trigpoint.figures.disclosure.printed import CATEGORY, DENOMINATOR, NUMERATOR, SHARES, without
from trigpoint.figures.disclosure.system import NEAR, Cell, Place, Series, System
from trigpoint.figures.disclosure.windows import add_windows
from trigpoint.language.measure import Kind

Kinds = Mapping[Series, Kind]

NOT_MET, KNOWN_NOT_MET = "not met", "known not met"
REST, TWICE, UASC = "in no group", "in several groups", "unaccompanied"
NOBODY: set[str] = {TWICE}
"""What stands for no children of its own: it may be small."""


def add_margins(system: System) -> None:
    """Groups add up to the total, crossed groups to both; what is missing is in no group, what is over in several."""
    todo = sorted({len(cell.place.names) for cell in system.cells}, reverse=True)
    for size in range(todo[0] if todo else 0, 0, -1):
        sums: dict[tuple[Cell, str], list[int]] = defaultdict(list)
        for number, cell, _ in system.numbered():
            if len(cell.place.names) == size:
                for name in cell.place.names:
                    sums[cell._replace(place=without(cell.place, name)), name].append(number)
        for (margin, name), parts in sums.items():
            _margin(system, margin, name, parts)


def _margin(system: System, margin: Cell, name: str, parts: list[int]) -> None:
    total = sum(system.values[part] for part in parts)
    whole = system.add(margin, total)
    over = system.values[whole] - total
    if abs(over) <= NEAR:
        system.relate(whole, parts)
        return
    word = REST if over > 0 else TWICE
    other = system.add(margin._replace(what=f"{margin.what}, {word} of {name}"), abs(over))
    system.relate(whole, [*parts, other] if over > 0 else parts, [] if over > 0 else [other])


def add_distributions(system: System, kinds: Kinds) -> None:
    """The categories of a distribution add up to its denominator."""
    for number, cell, value in system.numbered():
        if kinds.get(cell.series) == "distribution" and cell.what == DENOMINATOR and CATEGORY not in cell.place.names:
            same = system.find(cell._replace(what=NUMERATOR))
            if same is not None and abs(system.values[same] - value) <= NEAR:
                system.relate(number, [same])


def add_complements(system: System, kinds: Kinds) -> None:
    """Met and not met make the denominator, and of those not met some are unknown."""
    for number, cell, value in system.numbered():
        if cell.what != NUMERATOR or kinds.get(cell.series) not in SHARES:
            continue
        is_share = kinds[cell.series] == "distribution"
        where = without(cell.place, CATEGORY) if is_share else cell.place
        below = system.find(Cell(cell.series, DENOMINATOR, where))
        if below is None or system.values[below] < value or (is_share and CATEGORY not in cell.place.names):
            continue
        missed = system.values[below] - value
        rest = system.add(cell._replace(what=NOT_MET), missed)
        system.relate(below, [number, rest])
        unknown = system.find(cell._replace(what="unknown"))
        if not is_share and unknown is not None and 0 < system.values[unknown] <= missed:
            known = system.add(cell._replace(what=KNOWN_NOT_MET), missed - system.values[unknown])
            system.relate(rest, [unknown, known])


def add_unaccompanied(system: System, kinds: dict[Series, Kind]) -> None:
    """With and without unaccompanied children: the difference is those children."""
    pairs = {series: _without_uasc(series) for series in kinds if "uasc=" in series[1]}
    for number, cell, _ in system.numbered():
        headline = pairs.get(cell.series)
        if headline is None or cell.what not in {NUMERATOR, DENOMINATOR}:
            continue
        other = system.find(cell._replace(series=headline))
        if other is None:
            continue
        more, fewer = (other, number) if "uasc=exc" in cell.series[1] else (number, other)
        difference = system.values[more] - system.values[fewer]
        if difference >= 0:
            series = (cell.series[0], f"{headline[1]};{UASC}")
            kinds[series] = kinds[cell.series]
            system.relate(more, [fewer, system.add(cell._replace(series=series), difference)])


def _without_uasc(series: Series) -> Series:
    return series[0], ";".join(part for part in series[1].split(";") if not part.startswith("uasc="))


def add_candidates(system: System, kinds: Kinds) -> None:
    """Variants that only move rows between counted, excluded and pending look at the same rows altogether."""
    by_measure: dict[str, list[Series]] = defaultdict(list)
    for series in kinds:
        by_measure[series[0]].append(series)
    for number, cell, _ in system.numbered():
        if cell.what != "excluded" or cell.series not in kinds:
            continue
        mine = _candidates(system, cell, number, kinds)
        first = by_measure[cell.series[0]][0]
        excluded = system.find(cell._replace(series=first))
        if first == cell.series or excluded is None or mine is None:
            continue
        theirs = _candidates(system, cell._replace(series=first), excluded, kinds)
        if theirs and abs(_total(system, mine) - _total(system, theirs)) <= NEAR:
            system.relate(mine[0], theirs, mine[1:])


def _candidates(system: System, cell: Cell, excluded: int, kinds: Kinds) -> list[int] | None:
    """The numbers that hold every candidate of a place once."""
    kind = kinds[cell.series]
    if kind not in {"ratio", "count", "rate"}:
        return None
    names = (DENOMINATOR, "pending") if kind == "ratio" else (NUMERATOR, "unknown", "pending")
    found = [system.find(cell._replace(what=name)) for name in names]
    return None if None in found else [excluded, *(number for number in found if number is not None)]


def _total(system: System, numbers: list[int]) -> float:
    return sum(system.values[number] for number in numbers)


def add_same(system: System, threshold: int) -> None:
    """Numbers of two measures that agree in every place of a period are known to be the same thing."""
    lists: dict[tuple[Series, str, object], dict[Place, int]] = defaultdict(dict)
    for number, cell, _ in system.numbered():
        if cell.what in {NUMERATOR, DENOMINATOR}:
            lists[cell.series, cell.what, cell.place[:2]][cell.place] = number
    alike: dict[object, list[tuple[str, str, dict[Place, int]]]] = defaultdict(list)
    for (series, what, _), numbers in lists.items():
        said = frozenset((place, round(system.values[number], 6)) for place, number in numbers.items())
        if max(value for _, value in said) >= threshold:
            alike[said].append((series[0], what, numbers))
    for group in alike.values():
        for at, (measure, what, numbers) in enumerate(group):
            others = [one for one in group[:at] if one[0] != measure]
            for first in [one for one in others if one[1] == what][:1] or others[:1]:
                for place, number in numbers.items():
                    system.relate(number, [first[2][place]])


def add_every(system: System, kinds: dict[Series, Kind], threshold: int) -> None:
    """All sums, in the order in which they build on each other."""
    add_margins(system)
    add_distributions(system, kinds)
    add_windows(system)
    add_unaccompanied(system, kinds)
    add_complements(system, kinds)
    add_candidates(system, kinds)
    add_same(system, threshold)
