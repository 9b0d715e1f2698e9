"""The bridge between two figures as a page prints it: each line with its rows, its counts and how far it moves them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from trigpoint.engine.bridge import Standing
from trigpoint.figures.rounding import half_up
from trigpoint.packs.facts import MeasureFacts
from trigpoint.reports.counts import counts
from trigpoint.reports.wording import NEW, PERCENT, count, figure, number, period
from trigpoint.tasks.explain import Explained, Figure
from trigpoint.tasks.explored_subject import measure_facts

_WORDS = {
    "late recording corrected": "Recorded or corrected late",
    "left": "Left: counted before, not now",
    "joined": "Joined: counted now, not before",
    "status changed": "Stands differently than before",
    "population": "The population changed",
}


@dataclass(frozen=True)
class End:
    """One of the two figures: its period, snapshot, figure, what it is made of."""

    period: str
    snapshot: str
    figure: str
    made_of: str


@dataclass(frozen=True)
class BridgeLine:
    """A line: its id, words, how many rows, how far it moves numerator, denominator and figure."""

    line: str
    words: str
    rows: int
    numerator: str
    denominator: str
    value: str


@dataclass(frozen=True)
class Bridge:
    """The lines from `before` to `after`, and what they add to. `note` says what cannot be divided between them."""

    title: str
    before: End
    after: End
    lines: tuple[BridgeLine, ...]
    change: BridgeLine
    is_divided: bool
    note: str


def bridge_page(found: Explained) -> Bridge:
    """The bridge as printed. Counts add up exactly; figures are printed with two more places than the measure has."""
    facts = measure_facts(found.measure, found.variant, found.period_type)
    divided = facts.kind not in ("count", "median")
    lines = tuple(
        BridgeLine(
            str(step.line),
            _words(str(step.line)),
            step.rows,
            *moves(step.numerator, step.denominator, facts, divided=divided),
            _moved(step.value, facts),
        )
        for step in found.steps
    )
    before, after = found.before, found.after
    both = before.value is not None and after.value is not None
    total = (after.value or Fraction(0)) - (before.value or Fraction(0)) if both else None
    change = BridgeLine(
        "",
        "Change in all",
        sum(step.rows for step in found.steps),
        *moves(
            sum((step.numerator for step in found.steps), Fraction(0)),
            sum((step.denominator for step in found.steps), Fraction(0)),
            facts,
            divided=divided,
        ),
        _moved(total, facts),
    )
    note = (
        "No case is counted in both, so the change of the figure cannot be divided between those that left and those "
        "that joined: look at the counts."
        if total is not None and any(step.value is None for step in found.steps)
        else ""
    )
    return Bridge(_title(found, total, facts), _end(found, before, facts), _end(found, after, facts), lines, change,
                  divided, note)  # fmt: skip


def rows_of(found: Explained, line: str = "") -> list[dict[str, str]]:
    """The rows of a line (or of every line), with its words and how each row stood before and after."""
    return [
        {
            "authority": row.authority,
            "child_id": row.child,
            "record_id": row.record,
            "line": _words(str(row.line)),
            "before": _stood(row.before),
            "after": _stood(row.after),
        }
        for row in found.rows
        if line in ("", str(row.line))
    ]


def _words(line: str) -> str:
    return _WORDS.get(line, line)


def _stood(standing: Standing | None) -> str:
    if standing is None:
        return "not in it"
    words = standing.result.replace("_", " ").replace("unknown", "not known")
    return f"{words}: {standing.reason}" if standing.reason else words


def _title(found: Explained, total: Fraction | None, facts: MeasureFacts) -> str:
    if total is None:
        return "One of the two has no figure"
    before, after = _shown(found.before.value, facts), _shown(found.after.value, facts)
    if before == after:
        return f"The figure is {after} both times"
    return f"{'Up' if total > 0 else 'Down'} from {before} to {after}"


def _end(found: Explained, one: Figure, facts: MeasureFacts) -> End:
    made = counts(facts, one.numerator, one.denominator, of_rows=True)
    return End(period(found.period_type, one.period_end), one.snapshot, _shown(one.value, facts), made)


def _shown(value: Fraction | None, facts: MeasureFacts) -> str:
    return NEW if value is None else figure(half_up(value, facts.decimals), facts.unit)


def _moved(value: Fraction | None, facts: MeasureFacts) -> str:
    if value is None:
        return NEW
    places = 0 if facts.kind == "count" else facts.decimals + 2
    said = half_up(value, places)
    unit = " points" if facts.unit == PERCENT else ""
    return f"{'+' if said > 0 else ''}{number(said)}{unit}"


def moves(numerator: Fraction, denominator: Fraction, facts: MeasureFacts, *, divided: bool) -> tuple[str, str]:
    """How far both counts move, as people read them."""
    parts = facts.parts.of_rows()
    top, bottom = numerator / parts.numerator, denominator / parts.denominator
    return _signed(top, parts.numerator_places), _signed(bottom, parts.denominator_places) if divided else ""


def _signed(value: Fraction, places: int) -> str:
    return f"{'+' if value > 0 else ''}{count(value, places)}"
