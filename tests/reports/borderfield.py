"""Borderfield: an invented authority's figures for the contract report, in the contract's columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pyarrow as pa

from trigpoint.comparators import invented
from trigpoint.comparators.comparators import Comparators, for_measures
from trigpoint.figures.table import SCHEMA
from trigpoint.judgement import targets
from trigpoint.judgement.target import Target
from trigpoint.language.parts import Parts
from trigpoint.language.period import last_day, month_of
from trigpoint.language.terms import Good
from trigpoint.packs.commentary import Action
from trigpoint.packs.facts import MeasureFacts
from trigpoint.packs.library import target_file
from trigpoint.packs.load import load
from trigpoint.packs.model import Pack
from trigpoint.reports.book import Book
from trigpoint.reports.build import report as filled
from trigpoint.reports.filling import Filling
from trigpoint.reports.page import Commentary, Stamp
from trigpoint.reports.report import Report

SNAPSHOT, DEFINITION, CODE = "20261231-1", "national:3f9a1c22b7d0", invented.AUTHORITY_CODE
PERIOD = date(2026, 12, 31)
FIRST = month_of(date(2025, 1, 1))
STAMP = Stamp(
    authority="Borderfield Council",
    place="Borderfield",
    period="December 2026",
    data_as_at="31 December 2026",
    snapshot=SNAPSHOT,
    definitions="national",
    status="Draft, not signed off",
    handling="Official: internal. Invented figures",
)


def facts(id_: str, unit: str, good: Good, kind: str = "ratio", per: int = 100) -> MeasureFacts:
    definition = {
        "assessments_within_working_days_pct": "Counts every assessment authorised in the period, from the day it "
        "started to the day it was authorised, in working days.",
        "rereferrals_12m_pct": "Counts every referral received; the anniversary of an earlier one is within 12 months.",
    }.get(id_, "Invented for a test.")
    return MeasureFacts(
        id=id_, title=id_, unit=unit, decimals=0, good=good, kind=kind, per=per, definition=definition,  # type: ignore[arg-type]
        parts=Parts(row=100) if kind == "true_ratio" else Parts(),
    )  # fmt: skip


MEASURES: dict[str, MeasureFacts] = {
    each.id: each
    for each in (
        facts("rereferrals_12m_pct", "%", Good.LOW),
        facts("assessments_within_working_days_pct", "%", Good.HIGH),
        facts("icpc_15wd_pct", "%", Good.HIGH),
        facts("cpp_second_or_subsequent_pct", "%", Good.LOW),
        facts("cla_reviews_in_timescale_pct", "%", Good.HIGH),
        facts("caseload_average_sw", "cases per worker", Good.LOW, "true_ratio", 1),
        facts("adoption_a1_days", "days", Good.LOW, "average", 1),
        facts("cla_rate_per_10000", "per 10,000", Good.NEITHER, "rate", 10_000),
    )
}


@dataclass(frozen=True)
class Counts:
    """Met and all, month by month from January 2025; `unknown` and `excluded` of the last month."""

    met: tuple[int, ...]
    all: tuple[int, ...]
    unknown: int = 0
    excluded: int = 0


_2025 = (164, 171, 169, 158, 160, 166, 171, 149, 170, 181, 172, 150)
ASSESSMENTS = Counts(
    (*_2025, 158, 163, 171, 149, 152, 150, 146, 118, 147, 162, 160, 137),
    (*[n + 24 for n in _2025], 184, 188, 199, 178, 185, 190, 194, 161, 189, 201, 194, 164),
    unknown=2,
    excluded=6,
)
REREFERRALS = Counts(
    (
        *(39, 44, 41, 37, 40, 42, 45, 30, 43, 48, 44, 36),
        *(41, 47, 52, 45, 44, 50, 49, 33, 52, 58, 57, 56),
    ),
    (
        *(190, 204, 210, 186, 193, 199, 214, 151, 206, 219, 208, 170),
        *(196, 209, 221, 199, 201, 215, 219, 156, 221, 232, 219, 207),
    ),
)
CONFERENCES = Counts(
    (*(21, 19, 24, 18, 20, 22, 17, 14, 21, 23, 20, 16), *(20, 22, 25, 19, 21, 23, 20, 0, 22, 25, 23, 21)),
    (*(27, 25, 30, 24, 26, 28, 23, 19, 27, 29, 26, 21), *(25, 27, 30, 23, 26, 28, 24, 0, 26, 28, 26, 23)),
)
SECOND_PLANS = Counts(
    (*(2, 3, 2, 2, 3, 2, 3, 1, 2, 3, 2, 2), *(3, 2, 3, 2, 4, 3, 3, 2, 4, 3, 4, 3)),
    (*(21, 23, 20, 19, 24, 22, 20, 14, 21, 25, 22, 18), *(22, 20, 24, 19, 25, 23, 21, 16, 24, 23, 26, 20)),
)
REVIEWS = Counts(
    (*(70, 66, 74, 69, 71, 75, 72, 55, 73, 78, 70, 61), *(71, 68, 77, 72, 70, 76, 74, 58, 75, 80, 73, 64)),
    (*(72, 69, 76, 71, 74, 77, 75, 57, 75, 80, 73, 63), *(74, 70, 79, 74, 72, 78, 77, 60, 77, 82, 75, 66)),
    excluded=3,
)
CASELOAD = ((2292, 142.6), (2301, 141.8), (2320, 141.5), (2345, 140.9), (2361, 140.6), (2350, 141.2),
            (2338, 142.1), (2330, 142.3), (2344, 143.0), (2352, 143.8), (2349, 144.2), (2361, 144.4))  # fmt: skip
ADOPTION = ((32160, 53), (31894, 53), (31020, 52), (30998, 52), (30706, 52), (30031, 51),
            (29810, 51), (28985, 50), (28700, 50), (28115, 49), (27989, 49), (27930, 49))  # fmt: skip
LOOKED_AFTER = (602, 80_450)


def window(counts: Counts, month: int, length: int) -> tuple[int, int]:
    """Sums over the `length` months that end with `month`."""
    end = month - FIRST + 1
    return sum(counts.met[end - length : end]), sum(counts.all[end - length : end])


def figures() -> pa.Table:
    """The figures table of Borderfield for every page of the contract report."""
    return pa.Table.from_pylist(list(_rows()), schema=SCHEMA)


def _rows() -> Iterator[dict[str, object]]:
    last = month_of(PERIOD)
    for measure, counts in (
        ("rereferrals_12m_pct", REREFERRALS),
        ("assessments_within_working_days_pct", ASSESSMENTS),
        ("icpc_15wd_pct", CONFERENCES),
    ):
        for month in range(last - 12, last + 1):
            final = counts if month == last else Counts((), ())
            yield _row(measure, "", "month", month, *window(counts, month, 1), final)
            yield _row(measure, "", "rolling12", month, *window(counts, month, 12), Counts((), ()))
    for month in range(last - 12, last + 1):
        yield _row("cpp_second_or_subsequent_pct", "lookback=24m", "rolling12", month, *window(SECOND_PLANS, month, 12))
        to_date = (month - 3) % 12 + 1
        yield _row("cla_reviews_in_timescale_pct", "basis=meeting", "ytd", month, *window(REVIEWS, month, to_date))
        yield _row("cla_reviews_in_timescale_pct", "basis=meeting", "month", month, *window(REVIEWS, month, 1), REVIEWS)
    for month, pair in zip(range(last - 11, last + 1), CASELOAD, strict=True):
        yield _row("caseload_average_sw", "", "snapshot", month, *pair)
    for month, pair in zip(range(last - 11, last + 1), ADOPTION, strict=True):
        yield _row("adoption_a1_days", "", "rolling36", month, *pair)
    yield _row("cla_rate_per_10000", "", "snapshot", last, *LOOKED_AFTER)
    yield {**_row("rereferrals_12m_pct", "", "month", last, 9, 30), "breakdown": "team", "group": "North"}


def _row(
    measure: str, variant: str, kind: str, month: int, n: int, d: float, extra: Counts = REVIEWS
) -> dict[str, object]:
    known = MEASURES[measure]
    return {
        "measure": measure,
        "definition": DEFINITION,
        "variant": variant,
        "period_type": kind,
        "period_start": last_day(month),
        "period_end": last_day(month),
        "authority": CODE,
        "breakdown": "",
        "group": "",
        "numerator": n,
        "denominator": d,
        "value": float(Fraction(n * known.per) / Fraction(str(d))) if d else None,
        "excluded": extra.excluded,
        "unknown": extra.unknown,
        "pending": 0,
        "reason": "" if d else "no cases",
        "snapshot": SNAPSHOT,
        "trace": "/".join((SNAPSHOT, measure, DEFINITION, variant or "headline", kind, str(last_day(month)), CODE)),
    }


class Entry:
    """An entry of the store, without a store."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def read(self) -> pa.Table:
        return self.table


def pack() -> Pack:
    """The contract report."""
    return load(Path(__file__).with_name("borderfield.toml"), MEASURES)


def agreed() -> tuple[Target, ...]:
    """Its targets."""
    path = target_file("birmingham")
    assert path is not None
    return targets.read(path).targets


def published() -> Mapping[tuple[str, str], Comparators]:
    """Invented published figures beside its measures."""
    entries = [Entry(invented.values(2026)), Entry(invented.neighbours())]
    return for_measures(entries, pack().wanted_pairs(), invented.AUTHORITY)


COMMENTARY = {
    "KPI 3": Commentary(
        happened="137 of the 164 assessments completed in December were in time. October to December together is 82%, "
        "against 76% in the summer quarter.",
        why="Two vacancies in one assessment team were filled in October. Nine of the late assessments waited for "
        "information from police or health.",
        actions=(
            Action("Weekly check of every assessment at day 30", "Service manager, Assessment", "from 4 January"),
            Action("Named police contact for information requests", "Head of service", "by 29 January"),
        ),
        back_on_target="March 2027",
        signed="Head of service, Front door and assessment, 12 January 2027, accepted",
    )
}


def filling(table: pa.Table | None = None) -> Filling:
    """What fills the contract report of Borderfield for December 2026."""
    return Filling(
        figures=Book(figures() if table is None else table),
        facts=lambda measure, _variant, _kind: MEASURES[measure],
        targets=agreed(),
        comparators=published(),
        period=PERIOD,
        stamp=STAMP,
        commentary=COMMENTARY,
    )


def report(table: pa.Table | None = None) -> Report:
    """The whole contract report of Borderfield for December 2026."""
    return filled(pack(), filling(table))
