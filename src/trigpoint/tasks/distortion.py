"""By how much failing records distort figures, in the words and digits in which the figures are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import PERCENT
from trigpoint.language.period import PeriodType
from trigpoint.packs.facts import facts_of
from trigpoint.reports.counts import counts
from trigpoint.tasks.history import display_of
from trigpoint.tasks.library import any_measure


@dataclass(frozen=True)
class Distortion:
    """A figure as it is, and as it would be with failing rows mended, or removed where what is right is not known.

    Values are those of the tidy table; the texts are as printed.
    """

    measure: str
    title: str
    period_end: date
    now: str
    mended: str
    counts: str
    now_value: float
    mended_value: float | None
    how: str


def distortions(effects: Sequence[Mapping[str, Any]]) -> dict[str, tuple[Distortion, ...]]:
    """For each rule the figures of the last complete period that it moves, the most moved first."""
    found: dict[str, dict[str, Distortion]] = defaultdict(dict)
    for row in effects:
        one = _of(row)
        if one is None:
            continue
        known = found[row["rule"]].get(one.measure)
        if known is None or _moved(one) > _moved(known):
            found[row["rule"]][one.measure] = one
    return {rule: tuple(sorted(mine.values(), key=_moved, reverse=True)) for rule, mine in found.items()}


def _moved(one: Distortion) -> float:
    return abs((one.mended_value if one.mended_value is not None else one.now_value) - one.now_value)


def _of(row: Mapping[str, Any]) -> Distortion | None:
    """The distortion of one figure of the whole authority, None where it is not moved."""
    how = "mended" if row["mended_value"] is not None else "removed"
    now, then = row["now_value"], row[f"{how}_value"]
    if row["breakdown"] or now is None or then is None or now == then:
        return None
    before, after = (_printed(row, state) for state in ("now", how))
    declared = any_measure(row["measure"])
    facts = facts_of(declared, "", PeriodType(row["period_type"]))
    pairs = [counts(facts, row[f"{state}_numerator"], row[f"{state}_denominator"]) for state in ("now", how)]
    made = " to ".join(pairs) if all(pairs) else ""
    return Distortion(row["measure"], declared.title, row["period_end"], before, after, made, now, then, how)


def _printed(row: Mapping[str, Any], state: str) -> str:
    declared = any_measure(row["measure"])
    figure = {name: row[f"{state}_{name}"] for name in ("numerator", "denominator", "value")}
    kind = PeriodType(row["period_type"])
    said = display_of(declared, "", kind, NATIONAL).of({**figure, "reason": "", "definition": ""})
    return f"{said}{declared.unit}" if declared.unit == PERCENT else f"{Decimal(said):,}"
