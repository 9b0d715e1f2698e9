"""What is said of one measure: kind, period types, variants (headline first), the tables it needs, how to classify."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from .common import Choice, Row, Tables
from .periods import Period

Classify = Callable[[Tables, date, Choice, Period], list[Row]]
Choices = dict[str, tuple[str, ...]]

MEETINGS = ("month", "quarter", "ytd", "rolling12")
FLOWS = (*MEETINGS, "financial_year")
SNAPSHOT = ("snapshot",)
UASC: Choices = {"uasc": ("inc", "exc")}
CLA_TABLES = ("ssd_cla_episodes", "ssd_legal_status")
UASC_TABLES: dict[str, tuple[str, ...]] = {"uasc=exc": ("ssd_immigration_status", "ssd_person")}
KINDS: dict[str, str] = {
    "form=count": "count",
    "form=pct": "ratio",
    "form=rate": "rate",
    "average=mean": "average",
    "average=median": "median",
}
"""What these variants make of a figure, in every measure that has them."""


class Measure(NamedTuple):
    """`kind` of the headline: count, ratio, rate, average, median, distribution, true_ratio.

    `period_types` by variant; `variants`: the headline (empty), then each, one at a time; `kind_of_variant`: the kinds
    that other variants have, the first that is named decides. `times`: 10,000 or 100,000 of a rate, 100 of a true
    ratio in per cent; `ages` of a rate's people; `annualised`: variants whose month counts 12 times, the quarter 4
    times; `scale`: by how much an average is divided (days as weeks: 7; as months: 365.25 / 12).
    """

    kind: str
    period_types: dict[str, tuple[str, ...]]
    variants: tuple[str, ...]
    choices: Choices
    needs: tuple[str, ...]
    needs_of_choice: Mapping[str, tuple[str, ...]]
    classify: Classify
    kind_of_variant: Mapping[str, str] = {}
    times: int = 1
    ages: tuple[int, int] = (0, 17)
    annualised: tuple[str, ...] = ()
    scale: float = 1


def measure(
    kind: str,
    classify: Classify,
    period_types: tuple[str, ...],
    choices: Choices,
    needs: tuple[str, ...],
    needs_of_choice: Mapping[str, tuple[str, ...]] | None = None,
    other_period_types: Mapping[str, tuple[str, ...]] | None = None,
    **more: object,
) -> Measure:
    """`more`: the last fields of a Measure by name."""
    variants = ["", *(f"{key}={value}" for key, values in choices.items() for value in values[1:])]
    types = {variant: (other_period_types or {}).get(variant, period_types) for variant in variants}
    made = Measure(kind, types, tuple(variants), choices, needs, needs_of_choice or {}, classify)
    return made._replace(**more)  # type: ignore[arg-type]
