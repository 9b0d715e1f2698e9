"""What the template tells its reader: how to fill it in, each column, each measure and variant in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trigpoint.language.reading import AnyMeasure, Reading, reading
from trigpoint.sources.aggregates.columns import COLUMNS, EXAMPLE

_HOW = (
    "Fill in the sheet Figures: one row for each figure. Delete the example row.",
    "Type or paste values, not formulas. Give the counts wherever you have them: the figure is then worked out for you "
    "and checked.",
    "Send figures about groups, never about single children: no names and no ids.",
    "To correct a figure, send the same row again with the right numbers. The newest counts, the old one is kept.",
)


@dataclass(frozen=True)
class Note:
    """One row of the notes."""

    cells: tuple[str, ...]
    heading: bool = False


def notes(measures: Sequence[AnyMeasure], title: str) -> list[Note]:
    """The sheet of notes, row by row."""
    return [
        Note((title,), heading=True),
        *(Note((line,)) for line in _HOW),
        Note(()),
        Note(("Column", "Needed", "What it holds"), heading=True),
        *(Note((c.name, "always" if c.needed else "", c.says)) for c in COLUMNS),
        Note(()),
        Note(("Measure", "Variant", "What to give"), heading=True),
        *(note for measure in measures for note in _measure(measure)),
        Note(()),
        Note((f"A row whose area begins with {EXAMPLE.partition(':')[0]} is refused.",)),
    ]


def _measure(measure: AnyMeasure) -> Iterator[Note]:
    headline = reading(measure, "")
    periods = ", ".join(headline.periods)
    about = [f"{measure.title}.", *_words(headline), f"Unit: {headline.unit}.", f"Period types: {periods}."]
    yield Note((measure.id, "(leave empty)", " ".join([*about, f"Source: {measure.source}.", measure.notes]).strip()))
    for key, values in measure.variants.items():
        for value, clauses in values.items():
            if clauses:
                yield Note((measure.id, f"{key}={value}", _changed(headline, reading(measure, f"{key}={value}"))))


def _words(now: Reading) -> list[str]:
    said = {"About": now.about, "Of": now.cohort, "Numerator": now.numerator, "Denominator": now.denominator}
    words = [f"{name}: {text}." for name, text in said.items() if text]
    return [*words, f"Value: one of {', '.join(now.categories)}."] if now.categories else words


def _changed(headline: Reading, now: Reading) -> str:
    changed = [words for words in _words(now) if words not in _words(headline)]
    if now.unit != headline.unit:
        changed.append(f"Unit: {now.unit}.")
    if now.form != headline.form:
        changed.append(f"It is a {now.form.replace('_', ' ')}.")
    return " ".join(changed) or "As its records define it."
