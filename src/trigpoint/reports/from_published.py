"""Fills a pack from the figures that its report published: no records, no calculation, each number as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from trigpoint.comparators.comparators import Benchmark, Comparators, Level
from trigpoint.figures.rounding import half_up
from trigpoint.judgement.rate_rows import standard_of
from trigpoint.judgement.target import Target
from trigpoint.language.parts import Parts
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.terms import Good
from trigpoint.packs import published
from trigpoint.packs.facts import Kind, MeasureFacts
from trigpoint.packs.model import ContextRow, Distribution, Pack, Page
from trigpoint.packs.published import PublishedComparator, PublishedFigure, PublishedMeasure
from trigpoint.reports.book import Counted, Grade, Shares, Where
from trigpoint.reports.filling import Filling
from trigpoint.reports.page import Commentary, Stamp
from trigpoint.reports.published_period import ended

_KINDS: dict[str, tuple[Kind, int]] = {
    "percent": ("ratio", 100),
    "count": ("count", 1),
    "rate_per_10000": ("rate", 10_000),
    "rate_per_100000": ("rate", 100_000),
    "days": ("average", 1),
    "average": ("true_ratio", 1),
}
_AMOUNTS = Parts(row=100)
"""Reports print what workers' cases are divided by with a decimal place."""
_GOOD = {"higher": Good.HIGH, "lower": Good.LOW}
_LEVELS: dict[str, Level] = {"england": "england", "statistical neighbours": "neighbours", "yot family": "neighbours"}
_LAGGING = (PeriodType.ROLLING12, PeriodType.ROLLING36, PeriodType.FINANCIAL_YEAR)


class PublishedFigures:
    """The printed figures of a report by line, cut, period type and end."""

    def __init__(self, report: str, kinds: dict[tuple[str, str], PeriodType], end: date) -> None:
        self._report = report
        self._found: dict[tuple[str, str, str, date], PublishedFigure] = {}
        for figure in published.figures(report):
            usual = kinds.get((figure.ref, figure.variant)) or kinds.get((figure.ref, ""), PeriodType.MONTH)
            kind, last = ended(figure.period, figure.period_basis, usual, end)
            self._found.setdefault((figure.ref, figure.variant, str(kind), last), figure)

    def at(self, facts: MeasureFacts, variant: str, period_type: str, end: date, _where: Where = ()) -> Counted:
        """The printed figure of a period; what was not printed is not collected, what had no cases says so."""
        figure = self._found.get((facts.id, variant, str(period_type), end))
        value = _decimal(figure.value) if figure else None
        said = f"{figure.ref}/{figure.variant}/{figure.period}".replace("//", "/") if figure else ""
        return Counted(
            facts=facts,
            end=end,
            numerator=_fraction(figure.numerator) if figure else None,
            denominator=_fraction(figure.denominator) if figure else None,
            value=None if value is None else half_up(value, max(facts.decimals, _places(value))),
            reason="" if value is not None else "no cases" if figure and figure.value == "N/A" else "not printed",
            excluded=0,
            unknown=0,
            pending=0,
            definition=f"published: {self._report}",
            trace=f"published/{self._report}/{said}" if figure else "",
        )

    def shares(self, facts: MeasureFacts, _variant: str, period_type: str, end: date, _where: Where = ()) -> Shares:
        """The printed shares of the grades, with their counts where those are printed."""
        found = {
            key[1]: each for key, each in self._found.items() if (key[0], *key[2:]) == (facts.id, period_type, end)
        }
        grades = tuple(Grade(name, _decimal(each.value), _whole(each.numerator)) for name, each in found.items())
        totals = {_whole(each.denominator) for each in found.values()}
        total = totals.pop() if len(totals) == 1 else None
        return Shares(grades, total, "" if grades else "not printed", printed=True)

    def apart(self, page: Page, end: date) -> Iterator[str]:
        """What is printed for other periods than the page shows: averages of month ends, ends of earlier years."""
        shown = {str(kind) for kind in (page.period_type, *page.previous, *page.alone)}
        first = last_day(month_of(end) - 13)
        for (ref, variant, kind, last), figure in self._found.items():
            count = page.count is not None and variant == page.count.variant
            if ref != page.measure or not figure.value or count:
                continue
            averaged = kind not in shown
            earlier = last < first and last.month != end.month and page.period_type not in _LAGGING
            if averaged or earlier:
                when = "average of the previous 12 months" if averaged else f"{last:%B %Y}"
                counts = f" ({_commas(figure.numerator)} of {_commas(figure.denominator)})" if figure.numerator else ""
                name = f" {variant}" if variant else ""
                yield f"Also printed,{name} {when}: {_commas(figure.value)}{counts}."

    def latest(self, ref: str, variant: str, kind: PeriodType, end: date) -> date:
        """The end of the last printed figure up to `end`; a figure that lags behind its report is still its figure."""
        known = [key[3] for key in self._found if key[:3] == (ref, variant, str(kind)) and key[3] <= end]
        return max(known, default=end)


def filled(pack: Pack, stamp: Stamp) -> tuple[Pack, Filling]:
    """The pack about the published lines, and what fills it. `stamp` is that of the published report.

    Pages that name no published line are left out.
    """
    assert pack.published
    assert pack.published_period is not None
    end = pack.published_period
    lines = {line.ref: line for line in published.measures(pack.published)}
    pages = tuple(_page(page) for page in pack.pages if page.published)
    context = tuple(_context(row) for row in pack.context if row.published)
    written = published.commentary(pack.published)
    known = {ref: _facts(line) for ref, line in lines.items()}
    kinds = {(page.measure, ""): page.period_type for page in pages}
    kinds |= {(row.measure, ""): row.period_type for row in context}
    kinds |= {(each.published, ""): each.period_type for each in pack.distributions if each.published}
    counts = [page.count for page in pages if page.count]
    kinds |= {(count.measure, count.variant): count.period_type for count in counts}
    beside = {(count.measure, count.variant) for count in counts}
    figures = PublishedFigures(pack.published, kinds, end)
    about = replace(pack, pages=pages, context=context, distributions=tuple(_shares(pack.distributions)))
    filling = Filling(
        figures=figures,
        facts=lambda ref, variant, _kind: _plain(known[ref]) if (ref, variant) in beside else known[ref],
        targets=tuple(target for page in pages for target in targets_of(lines[page.measure], page, end)),
        comparators=dict(_comparators(pack.published, about.wanted_pairs())),
        period=end,
        stamp=stamp,
        rule=pack.exceptions,
        printed_only=True,
        printed_trends={p.code: lines[p.measure].trend for p in pages if "=" not in lines[p.measure].trend},
        commentary={page.code: said for page in pages if (said := _said(page, written, figures, end)) is not None},
        periods={
            page.code: figures.latest(page.measure, page.variant, page.period_type, end)
            for page in pages
            if page.period_type in _LAGGING
        },
    )
    return about, filling


def targets_of(line: PublishedMeasure, page: Page, end: date) -> Iterator[Target]:
    """The target of a published line for a page's measure, and this year's where the report proposes another.

    `end` is the last day of the report. Its targets are in force from 1 April of its year, those that it proposes from
    the next.
    """
    if not line.style:
        return
    year = end.year - (end.month < 4)
    proposed = bool(line.bands_before or line.target_before or line.new == "yes") and line.style == "rag"
    begins = date(year + proposed, 4, 1)
    cells = {name: str(value) for name, value in vars(line).items()}
    for variant in (page.variant, *(cohort.variant for cohort in page.beside)):
        for kind in dict.fromkeys((page.period_type, *page.previous, *page.alone)):
            yield _target(line, page, variant, kind, cells, begins, None)
            if proposed and (line.bands_before or line.target_before):
                before = {**cells, "bands": line.bands_before, "target": line.target_before}
                yield _target(line, page, variant, kind, before, date(year, 4, 1), date(year + 1, 3, 31))


def _target(
    line: PublishedMeasure,
    page: Page,
    variant: str,
    kind: PeriodType,
    cells: dict[str, str],
    start: date,
    end: date | None,
) -> Target:
    standard = standard_of(cells)
    return Target(
        **vars(standard),
        set=line.report,
        measure=page.measure,
        variant=variant,
        period_type=str(kind),
        start=start,
        end=end,
        agreed_by="",
        bands_before=line.bands_before,
    )


def _page(page: Page) -> Page:
    beside = tuple(replace(cohort, variant=cohort.published_variant) for cohort in page.beside)
    count = page.count and replace(page.count, measure=page.published, variant=page.count.published_variant)
    return replace(
        page, measure=page.published, variant=page.published_variant, beside=beside, where=(), count=count or None
    )


def _context(row: ContextRow) -> ContextRow:
    return replace(row, measure=row.published, variant="")


def _shares(distributions: Iterable[Distribution]) -> Iterator[Distribution]:
    return (replace(each, measure=each.published, variant="", where=()) for each in distributions if each.published)


def _facts(line: PublishedMeasure) -> MeasureFacts:
    kind, per = _KINDS.get(line.kind, ("count", 1))
    return MeasureFacts(
        id=line.ref,
        title=line.title,
        unit=line.unit,
        decimals=int(line.decimals or 0),
        good=_GOOD.get(line.polarity, Good.NEITHER),
        kind=kind,
        per=per,
        definition=f"Printed in the report as: {line.title}.",
        parts=_AMOUNTS if kind == "true_ratio" else Parts(),
    )


def _said(page: Page, written: dict[str, str], figures: PublishedFigures, end: date) -> Commentary | None:
    """The published commentary in our own words, and the printed figures that no column of the page can hold."""
    also = list(figures.apart(page, end))
    text = " ".join([*([written[page.measure]] if page.measure in written else []), *also])
    if not text:
        return None
    return Commentary(
        happened=text, why="", actions=(), back_on_target="", signed="Published commentary, in our own words"
    )


def _plain(facts: MeasureFacts) -> MeasureFacts:
    """The facts of a number beside the one that is judged: it is printed without a unit, as precisely as it was."""
    return replace(facts, kind="count", unit="", decimals=0, per=1)


def _comparators(report: str, wanted: set[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], Comparators]]:
    by_ref: dict[str, list[PublishedComparator]] = {}
    for each in published.comparators(report):
        by_ref.setdefault(each.ref, []).append(each)
    for ref, variant in sorted(wanted):
        if ref in by_ref:
            yield (ref, variant), _beside(ref, variant, report, by_ref[ref])


def _beside(ref: str, variant: str, report: str, found: list[PublishedComparator]) -> Comparators:
    years = list(dict.fromkeys(each.period for each in found))
    differs = any(each.differs == "yes" for each in found)
    return Comparators(
        measure=ref,
        variant=variant,
        year=years[0] or "Year not printed",
        source="the published report",
        published=None,
        like_for_like=not differs,
        because="The published report says that the comparator counts something else." if differs else "",
        benchmarks=tuple(_benchmark(each, report, "" if len(years) == 1 else each.period) for each in found),
    )


def _benchmark(each: PublishedComparator, report: str, note: str) -> Benchmark:
    own = each.name.casefold().replace(" ", "-") in report
    level = "own" if own else next((v for k, v in _LEVELS.items() if each.name.casefold().startswith(k)), "region")
    return Benchmark(level, each.name, _fraction(each.value), note=note)  # type: ignore[arg-type]


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _decimal(said: str) -> Decimal | None:
    try:
        return Decimal(said) if said else None
    except InvalidOperation:
        return None


def _commas(said: str) -> str:
    return f"{Decimal(said):,}"


def _whole(said: str) -> int | None:
    value = _decimal(said)
    return None if value is None else int(value)


def _fraction(said: str) -> Fraction | None:
    value = _decimal(said)
    return None if value is None else Fraction(value)
