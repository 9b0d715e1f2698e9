"""Packs of a few lines in each layout, filled with invented figures that a test may replace one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from borderfield import STAMP

from trigpoint.comparators.comparators import Benchmark, Comparators, Neighbour
from trigpoint.figures.rounding import half_up
from trigpoint.judgement.bands import parse
from trigpoint.judgement.standard import Style
from trigpoint.judgement.target import Target
from trigpoint.language.period import PeriodType, month_of
from trigpoint.language.terms import Good
from trigpoint.packs.facts import MeasureFacts
from trigpoint.packs.model import Agreement, Change, Cohort, Distribution, Pack, Page
from trigpoint.reports.book import Counted, Grade, Shares, Where
from trigpoint.reports.filling import Filling

PERIOD = date(2026, 12, 31)
DEFINITION = "national:0123456789ab"
Given = Mapping[tuple[str, date], tuple[int, int] | str]
"""Figures by measure (with its variant behind a slash) and end: numerator and denominator, or a reason."""


def facts(measure: str, variant: str = "", kind: PeriodType = PeriodType.MONTH) -> MeasureFacts:
    """Percentages of which more is better, unless the name says otherwise."""
    if measure.startswith("days"):
        return MeasureFacts(id=measure, title=measure, unit="days", decimals=0, good=Good.LOW, kind="average")
    if measure.startswith("rate"):
        return MeasureFacts(
            id=measure, title=measure, unit="per 10,000", decimals=1, good=Good.LOW, kind="rate", per=10_000
        )
    good = Good.LOW if measure.startswith("low") else Good.HIGH
    return MeasureFacts(
        id=measure, title=measure, unit="%", decimals=0, good=good, kind="ratio", per=100, definition="Invented."
    )


class Figures:
    """Every figure there is: those given, and otherwise 80 of 100 and a little more each month."""

    def __init__(self, given: Given | None = None, grades: Mapping[date, Shares] | None = None) -> None:
        self.given, self.grades = given or {}, grades or {}

    def at(self, facts: MeasureFacts, variant: str, _kind: str, end: date, _where: Where = ()) -> Counted:
        name = f"{facts.id}/{variant}" if variant else facts.id
        found = self.given.get((name, end), self.given.get((name, date.min), (81 + month_of(end) % 10, 100)))
        n, d = (None, None) if isinstance(found, str) else found
        exact = Fraction(n * facts.per, d) if n is not None and d else None
        return Counted(
            facts=facts,
            end=end,
            numerator=None if n is None else Fraction(n),
            denominator=None if d is None else Fraction(d),
            value=None if exact is None else half_up(exact, facts.decimals),
            reason=found if isinstance(found, str) else "" if d else "no cases",
            excluded=0,
            unknown=0,
            pending=0,
            definition=DEFINITION,
            trace="" if found == "not collected" else f"trace/{name}/{end}",
        )

    def shares(self, _facts: MeasureFacts, _variant: str, _kind: str, end: date, _where: Where = ()) -> Shares:
        return self.grades.get(end, Shares((), None, "not collected"))


def counted(*counts: int) -> Shares:
    """Grades by their counts, best first."""
    names = ("outstanding", "good", "requires improvement", "inadequate")
    total = sum(counts)
    grades = tuple(
        Grade(name, half_up(Fraction(100 * count, total), 1) if total else None, count)
        for name, count in zip(names, counts, strict=True)
    )
    return Shares(grades, total, "" if total else "no cases")


def target(measure: str, style: Style = Style.ONE_SIDED, kind: str = "month", **more: Any) -> Target:
    """A target in force since 2020."""
    usual: dict[str, Any] = {
        "set": "x", "measure": measure, "variant": "", "period_type": kind, "start": date(2020, 4, 1), "end": None,
        "agreed_by": "the board", "good": facts(measure).good, "style": style,
    }  # fmt: skip
    return Target(**{**usual, **more})


RAG: dict[str, Any] = {"style": Style.RAG, "bands": parse("Red::65;Amber:65:80;Green:80:"), "value": Decimal(80)}
NEXT: dict[str, Any] = {**RAG, "bands": parse("Red::70;Amber:70:85;Green:85:"), "value": Decimal(85)}
ORDERED: dict[str, Any] = {
    "style": Style.ORDERED,
    "bands": parse("Requires Improvement:60:69;Good:70:79;Outstanding:80:100"),
}
TWO_SIDED: dict[str, Any] = {"value": Decimal(80), "low": Decimal(75), "high": Decimal(88)}
TARGETS = (
    target("one", Style.TWO_SIDED, **TWO_SIDED),
    target("two", **RAG, end=date(2027, 3, 31)),
    target("two", **NEXT, start=date(2027, 4, 1)),
    target("two", **RAG, variant="uasc=exc"),
    target("low three", value=Decimal(20), high=Decimal(25)),
)  # fmt: skip


def page(code: str, measure: str, **more: object) -> Page:
    """A page about a month of a measure."""
    usual: dict[str, object] = {
        "code": code, "title": f"Measure {measure}", "group": "First things", "measure": measure, "variant": "",
        "period_type": PeriodType.MONTH,
    }  # fmt: skip
    return Page(**{**usual, **more})  # type: ignore[arg-type]


COHORT = Cohort(label="without UASC", variant="uasc=exc")
PAGES = (
    page("1", "one"),
    page("2", "two", label="all children", beside=(COHORT,)),
    page("3", "low three", group="Second things"),
)


def pack(layout: str, **more: object) -> Pack:
    """Three measures in a layout."""
    usual: dict[str, object] = {
        "id": "invented", "title": "Invented measures", "report": "Invented report", "purpose": "To test with",
        "target_set": "x", "definitions": "national", "periods": 12, "pages": PAGES, "context_title": "", "context": (),
        "layout": layout, "detail": 24,
        "changes": (Change(kind="removed", title="Old", text="Too few."), Change(kind="amended", title="Two", now="a",
                    proposed="b", text="c")) if layout == "targets" else (),
        "agreed": (Agreement(body="Panel", date="", decision=""),) if layout == "targets" else (),
        "distributions": (Distribution(title="All audits", group="Audits", measure="dist", variant="",
                          period_type=PeriodType.MONTH),) if layout == "thresholds" else (),
    }  # fmt: skip
    return Pack(**{**usual, **more})  # type: ignore[arg-type]


LOW = {("low three", date.min): (27, 100), ("two/uasc=exc", date.min): (3, 5)}
GRADES = {
    PERIOD: counted(2, 12, 14, 5),
    date(2026, 11, 30): counted(0, 9, 30, 8),
    date(2026, 10, 31): counted(0, 0, 0, 0),
}


def beside(measure: str) -> Comparators:
    """Four neighbours, England and our own published figure."""
    return Comparators(
        measure=measure,
        variant="",
        year="2025/26",
        source="an invented table",
        published=None,
        like_for_like=True,
        because="",
        neighbour_set="2024",
        neighbours=tuple(
            Neighbour(place, f"E{place}", name, "close", Fraction(value), "")
            for place, (name, value) in enumerate((("Ash", 60), ("Beech", 71), ("Cedar", 82), ("Elm", 90)), start=1)
        ),
        benchmarks=(
            Benchmark("own", "Borderfield", Fraction(78)),
            Benchmark("neighbours", "Statistical neighbours", Fraction(76)),
            Benchmark("england", "England", Fraction(74)),
        ),
    )


def filling(given: Given | None = None, **more: object) -> Filling:
    """What fills such a pack for December 2026."""
    usual: dict[str, object] = {
        "figures": Figures({**LOW, **(given or {})}, GRADES), "facts": facts, "targets": TARGETS,
        "comparators": {("one", ""): beside("one")}, "period": PERIOD, "stamp": replace(STAMP),
    }  # fmt: skip
    return Filling(**{**usual, **more})  # type: ignore[arg-type]
