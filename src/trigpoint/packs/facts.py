"""What a page needs to know of a measure, without importing one."""

from dataclasses import dataclass
from typing import Literal

from trigpoint.language.measure import PERCENT, Declaration, Measure
from trigpoint.language.terms import Good

Kind = Literal["ratio", "count", "rate", "average", "true_ratio", "median", "distribution"]


@dataclass(frozen=True, kw_only=True)
class MeasureFacts:
    """A measure as a page tells of it.

    `per` is what the division is multiplied by: 100 for a percentage, 1 for an average, 10,000 for a rate.
    `definition` says in one sentence what is counted.
    """

    id: str
    title: str
    unit: str
    decimals: int
    good: Good
    kind: Kind
    per: int = 1
    numerator: str = ""
    denominator: str = ""
    definition: str = ""


def facts_of(measure: Declaration) -> MeasureFacts:
    """The facts of a declared measure, as its headline stands."""
    population = measure.per if isinstance(measure, Measure) else None
    return MeasureFacts(
        id=measure.id,
        title=measure.title,
        unit=measure.unit,
        decimals=measure.decimals,
        good=measure.good,
        kind=measure.kind,
        per=100 if measure.unit == PERCENT else population.per if population else 1,
        numerator=measure.words.get("met", measure.title),
        denominator=measure.words.get("all", population.in_words() if population else ""),
        definition=measure.notes or measure.title + ".",
    )
