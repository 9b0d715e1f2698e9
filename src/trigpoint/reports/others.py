"""How others are doing: what was published for England, the region and the neighbours, and where we stand beside it."""

from __future__ import annotations

from decimal import Decimal

from trigpoint.comparators.comparators import Benchmark, Comparators
from trigpoint.figures.rounding import half_up
from trigpoint.judgement.direction import direction
from trigpoint.packs.facts import MeasureFacts
from trigpoint.reports.page import ComparatorTable, Figure, OtherRow, Reference
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import NEW, capital, day, figure, size

_SHORT = {"neighbours": ("Neighbours", "Neighb."), "england": ("England", "England")}


def comparator_table(subject: Subject) -> ComparatorTable | None:
    """The table of a page, or None when nothing is published beside its measure."""
    found, facts, place = subject.comparators, subject.facts, subject.stamp.place
    if found is None:
        return None
    own = found.at("own")
    ours = subject.now.counted.value if own is None else shown(own, facts)
    rows = [_row(benchmark, facts, ours, place) for benchmark in found.benchmarks]
    return ComparatorTable(
        year=found.year,
        value_head=subject.page.words.value,
        beside_head=f"{place} is" if own else f"{place} now is",
        rows=tuple(rows),
        notes=tuple(_notes(found)),
    )


def references(subject: Subject) -> tuple[Reference, ...]:
    """The dashed lines of the chart: neighbours and England, when they count the same thing."""
    found, facts = subject.comparators, subject.facts
    if found is None or not found.like_for_like:
        return ()
    lines = []
    for level, (label, short) in _SHORT.items():
        benchmark = next((b for b in found.benchmarks if b.level == level), None)
        value = shown(benchmark, facts) if benchmark else None
        if value is not None:
            lines.append(Reference(label, short, value, figure(value, facts.unit)))
    return tuple(lines)


def shown(benchmark: Benchmark, facts: MeasureFacts) -> Decimal | None:
    """A published value at the measure's own display precision."""
    return None if benchmark.value is None else half_up(benchmark.value, facts.decimals)


def _row(benchmark: Benchmark, facts: MeasureFacts, ours: Decimal | None, place: str) -> OtherRow:
    value = shown(benchmark, facts)
    if value is None:
        return OtherRow(benchmark.area, benchmark.reason, Figure("[x]"), NEW)
    printed = Figure(figure(value, facts.unit), value)
    if benchmark.level == "own":
        return OtherRow(f"{place}, published", "", printed, NEW)
    note = "region" if benchmark.level == "region" else benchmark.note
    return OtherRow(benchmark.area, note, printed, _beside(ours, value, facts))


def _beside(ours: Decimal | None, theirs: Decimal, facts: MeasureFacts) -> str:
    if ours is None:
        return NEW
    found = direction(ours, theirs, facts.good, "")
    if found.number == "same":
        return "level"
    word = found.word or ("higher" if found.number == "up" else "lower")
    return f"{size(found.difference, facts.unit)} {word}"


def _notes(found: Comparators) -> list[str]:
    published = f", published {day(found.published)}" if found.published else ""
    notes = [] if found.like_for_like else [f"Not like for like. {found.because}"]
    return [*notes, f"Source: {capital(found.source)}{published}."]
