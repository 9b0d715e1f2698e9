"""A target: what was agreed for a measure, by whom, and from when to when it holds."""

from dataclasses import dataclass
from datetime import date

from trigpoint.judgement.standard import Standard


@dataclass(frozen=True, kw_only=True)
class Target(Standard):
    """One agreed target for one measure, variant and period type, in force from `start` to `end` (both included).

    `end` None means in force until replaced. `due` is the day after which a target still to be set should stand;
    `reference` is what it was set against, such as England's figure; `bands_before` are last year's, as printed.
    """

    set: str
    measure: str
    variant: str
    period_type: str
    start: date
    end: date | None
    agreed_by: str
    rationale: str = ""
    agreed_on: date | None = None
    reference: str = ""
    due: date | None = None
    bands_before: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def about(self, measure: str, variant: str, period_type: str) -> bool:
        """Whether it is a target of this measure, variant and period type."""
        return (self.measure, self.variant, self.period_type) == (measure, variant, period_type)


def in_force(targets: "tuple[Target, ...]", measure: str, variant: str, period_type: str, day: date) -> Target | None:
    """The target that holds for a figure whose period ends on `day`, or None."""
    return next((t for t in targets if t.about(measure, variant, period_type) and t.in_force(day)), None)
