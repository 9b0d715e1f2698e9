"""Which of a measure's prepared figures can be looked at, and the one that somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.language.definition import VariantError
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import AnyMeasure, spelling
from trigpoint.measures import definition_sets
from trigpoint.reports.wording import period
from trigpoint.tasks.breakdowns import BREAKDOWNS
from trigpoint.tasks.group_words import in_order
from trigpoint.tasks.library import LibraryError, any_measure, variants
from trigpoint.tasks.prepared_figures import Prepared, read_prepared

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_TOTALS = ("", "category")


@dataclass(frozen=True)
class Choice:
    """One figure: `kind` and `end` are its period, `where` the groups it is narrowed to, by breakdown.

    `months` is how far back its history is shown, 0 for as far as is usual.
    """

    measure: str
    kind: PeriodType
    end: date
    variant: str
    where: tuple[tuple[str, str], ...]
    authority: str
    months: int = 0

    @property
    def period(self) -> str:
        """The period as a link names it: month:2026-10-31."""
        return f"{self.kind}:{self.end}"


@dataclass(frozen=True)
class Offer:
    """What is prepared of a measure, for the snapshot and the definitions of `prepared`.

    `ends` are the last days of the periods of each kind, newest first, `latest` the newest that has a figure; `groups`
    are those of each breakdown.
    """

    measure: AnyMeasure
    prepared: Prepared
    variants: tuple[str, ...]
    ends: Mapping[PeriodType, tuple[date, ...]]
    latest: Mapping[PeriodType, date]
    groups: Mapping[str, tuple[str, ...]]
    authorities: tuple[str, ...]

    def periods(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The periods to choose from under the name of their kind: how a link names each, and its words."""
        return [
            (KIND_WORDS[kind], [(f"{kind}:{end}", period(kind, end)) for end in ends])
            for kind, ends in self.ends.items()
        ]


KIND_WORDS: Mapping[PeriodType, str] = MappingProxyType(
    {
        PeriodType.SNAPSHOT: "At a month's end",
        PeriodType.MONTH: "Months",
        PeriodType.QUARTER: "Quarters",
        PeriodType.YTD: "Year to date",
        PeriodType.ROLLING3: "3 months",
        PeriodType.ROLLING12: "12 months",
        PeriodType.ROLLING36: "3 years",
        PeriodType.FINANCIAL_YEAR: "Financial years",
    }
)
"""The kinds of period as the heads of a list of them."""

BACK: Mapping[int, str] = MappingProxyType(
    {13: "13 months", 25: "2 years", 37: "3 years", 61: "5 years", 121: "10 years"}
)
"""How many months of history can be asked for: so many years, and the month before."""

BREAKDOWN_WORDS: Mapping[str, str] = MappingProxyType(
    {"team": "Team", "service": "Service", "age_band": "Age", "sex": "Sex", "ethnicity": "Ethnicity"}
)
"""The prepared breakdowns as people call them."""


@lru_cache(maxsize=512)
def offer(prepared: Prepared, measure: str) -> Offer:
    """What is prepared of a measure. Raises LibraryError where there is no such measure."""
    declared = any_measure(measure)
    table = read_prepared(prepared, measure).select(
        ["variant", "period_type", "period_end", "authority", "breakdown", "group", "value"]
    )
    totals = table.filter(pc.is_in(table["breakdown"], pa.array(_TOTALS)))
    known = set(totals["variant"].unique().to_pylist())
    kinds = totals.group_by(["period_type", "period_end"]).aggregate([]).to_pylist()
    groups = table.group_by(["breakdown", "group"]).aggregate([]).to_pylist()
    told = totals.filter(pc.and_(totals["value"].is_valid(), pc.equal(totals["variant"], "")))
    newest = told.group_by("period_type").aggregate([("period_end", "max")]).to_pylist()
    return Offer(
        measure=declared,
        prepared=prepared,
        variants=tuple(name for name in variants(declared) if name in known),
        ends={
            kind: tuple(sorted((row["period_end"] for row in kinds if row["period_type"] == kind), reverse=True))
            for kind in PeriodType
            if any(row["period_type"] == kind for row in kinds)
        },
        latest={PeriodType(row["period_type"]): row["period_end_max"] for row in newest},
        groups={
            name: in_order(name, (row["group"] for row in groups if row["breakdown"] == name and row["group"]))
            for name in BREAKDOWNS
            if any(row["breakdown"] == name for row in groups)
        },
        authorities=tuple(sorted(str(name) for name in totals["authority"].unique().to_pylist())),
    )


def chosen(offered: Offer, asked: Mapping[str, str]) -> Choice:
    """The figure that a link asks for; what it leaves out is the headline of the newest period.

    Raises LibraryError, in a sentence for whoever followed the link.
    """
    variant = _variant(offered, asked.get("variant", ""))
    kind, end = _period(offered, asked.get("period", ""))
    authority = asked.get("authority", "") or next(iter(offered.authorities), "")
    if offered.authorities and authority not in offered.authorities:
        raise LibraryError(f"These records have no authority {authority!r}: leave `authority` out of the link.")
    where = [(name, asked[name]) for name in BREAKDOWNS if asked.get(name)]
    for name, group in where:
        if group not in offered.groups.get(name, ()):
            words = BREAKDOWN_WORDS[name].lower()
            raise LibraryError(f"No figure is about the {words} {group!r}: choose another {words}.")
    return Choice(offered.measure.id, kind, end, variant, tuple(where), authority, _back(asked.get("back", "")))


def _back(asked: str) -> int:
    if asked and asked not in {str(months) for months in BACK}:
        those = ", ".join(str(months) for months in BACK)
        raise LibraryError(f"{asked!r} is no number of months that can be shown: choose one of {those}.")
    return int(asked or 0)


def _variant(offered: Offer, asked: str) -> str:
    try:
        name = spelling(offered.measure, "" if asked == "headline" else asked)
    except VariantError as error:
        raise LibraryError(str(error)) from None
    if name and name not in offered.variants:
        raise LibraryError(f"The variant {name!r} is not calculated by itself: choose one of the list.")
    return name


def _period(offered: Offer, asked: str) -> tuple[PeriodType, date]:
    """The kind and the last day; only one of the two may be said."""
    named, _, day = asked.partition(":")
    try:
        kind = PeriodType(named) if named else _first(list(offered.ends), offered)
        end = date.fromisoformat(day) if day else None
    except ValueError:
        raise LibraryError(f"{asked!r} is not a period: it reads month:2026-10-31. Choose one of the list.") from None
    ends = offered.ends.get(kind, ())
    if not ends:
        raise LibraryError(f"This measure has no figures of the kind {kind}: choose another period.")
    if end is None:
        return kind, offered.latest.get(kind, ends[0])
    if end not in ends:
        raise LibraryError(f"No figure of {period(kind, end)} is prepared: choose a period of the list.")
    return kind, end


def _first(kinds: Sequence[PeriodType], offered: Offer) -> PeriodType:
    """The measure's own first kind of period."""
    declared: Sequence[PeriodType] = offered.measure.periods
    return next((kind for kind in declared if kind in kinds), kinds[0] if kinds else PeriodType.MONTH)


def sets_of_definitions() -> tuple[str, ...]:
    """The names of the sets of definitions, the national one first."""
    return tuple(definition_sets())
