"""What a page needs to know of a measure, without importing one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from trigpoint.language.measure import Measure
from trigpoint.language.parts import Parts
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import AnyMeasure, reading
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.language.terms import Good

Kind = Literal["ratio", "count", "rate", "average", "true_ratio", "median", "distribution"]


@dataclass(frozen=True, kw_only=True)
class MeasureFacts:
    """A measure as a page tells of it.

    `per` is what the division is multiplied by: 100 for a percentage, 1 for an average, 10,000 for a rate.
    `definition` says in one sentence what is counted. `parts` is in what the counts are stored.
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
    parts: Parts = field(default_factory=Parts)

    @property
    def joined(self) -> str:
        """The word between the counts: 137 of 164, but a sum is no part of what it is divided by, 36,013 over 74."""
        return "over" if self.kind in ("average", "true_ratio") else "of"

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """Between what a figure must lie, whatever is counted: a share between 0 and 100, a count not below 0."""
        is_share = self.kind in ("ratio", "distribution")
        is_counted = is_share or self.kind in ("count", "rate", "true_ratio")
        return Decimal(0) if is_counted else None, Decimal(100) if is_share else None


def facts_of(measure: AnyMeasure, variant: str = "", period_type: PeriodType | None = None) -> MeasureFacts:
    """The facts of a declared or supplied measure in a variant, as its figures of a period type are made."""
    read = reading(measure, variant, period_type)
    population = measure.per if isinstance(measure, Measure | SuppliedMeasure) else None
    return MeasureFacts(
        id=measure.id,
        title=measure.title,
        unit=read.unit,
        decimals=read.decimals,
        good=measure.good,
        kind=read.form,
        per=read.times,
        numerator=measure.words.get("met", read.numerator),
        denominator=measure.words.get("all", read.denominator or (population.in_words() if population else "")),
        definition=measure.notes or measure.title + ".",
        parts=read.parts,
    )


Facts = Callable[[str, str, PeriodType], MeasureFacts]
"""The facts of a measure in a variant, for figures of a period type."""
