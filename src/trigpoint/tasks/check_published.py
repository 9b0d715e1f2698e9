"""Look for contradictions in a table of published figures, or in one of the five reports that come with Trigpoint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Literal

from trigpoint.judgement.consistency import check
from trigpoint.judgement.consistency_check import Finding
from trigpoint.judgement.faults import Faults
from trigpoint.judgement.printed import Printed, PrintedKind
from trigpoint.judgement.rate_rows import RateError, published, rate_row, standard_of
from trigpoint.language.terms import Good
from trigpoint.packs.published import REPORTS, PublishedFigure, PublishedMeasure, comparators, figures, measures
from trigpoint.sources.aggregates.cells import number
from trigpoint.tasks.rate import read, write_rows

COLUMNS = ("check", "ref", "what", "numbers", "why")

_ARROWS: dict[str, Literal["up", "down", "same"]] = {"↑": "up", "↓": "down", "=": "same"}
_KINDS: dict[str, PrintedKind] = {"percent": "percent", "grade": "grade", "count": "count", "average": "average"}
_PER = {"percent": 100, "rate_per_10000": 10_000, "rate_per_100000": 100_000}
_AGAINST = {"above": "better", "better": "better", "on": "on"}


def check_published(source: str, out: Path | None = None) -> list[Finding]:
    """Contradictions in a report of ours ("birmingham") or a CSV file of the columns of `rate`; written to `out`.

    A file may have more columns for the checks to look at: `variant`, `period`, `basis`, `numerator`, `denominator`,
    `counts`, `printed_judgement`. Raises Faults and OutputError.
    """
    path = Path(source)
    rows = printed(source) if source in REPORTS and not path.is_file() else list(_of_file(path))
    found = check(rows)
    if out is not None:
        write_rows(COLUMNS, [asdict(finding) for finding in found], out)
    return found


def printed(report: str) -> list[Printed]:
    """Every figure and comparator of a report as it is printed."""
    about = {measure.ref: measure for measure in measures(report)}
    rows = [
        row
        for (ref, _), group in groupby(figures(report), lambda f: (f.ref, f.variant))
        for row in _line(about[ref], list(group))
    ]
    others = [Printed(ref=c.ref, label=c.name, period=c.period, kind="other") for c in comparators(report)]
    return [*rows, *others]


def _line(measure: PublishedMeasure, group: list[PublishedFigure]) -> Iterator[Printed]:
    """The figures of a line in their order; target, arrow and history stand with the last, which is judged by them."""
    values = [_number(figure.value) for figure in group]
    for place, figure in enumerate(group):
        row = replace(_figure(measure, figure), value=values[place])
        if place < len(group) - 1 and not figure.judgement:
            yield row if measure.style == "ordered" else replace(row, standard=None)
            continue
        yield replace(row, history=tuple(values[:place]), arrow=_arrow(measure, figure), new=measure.new == "yes")


def _figure(measure: PublishedMeasure, figure: PublishedFigure) -> Printed:
    kind: PrintedKind = (
        "rate" if measure.kind in _PER and measure.kind != "percent" else _KINDS.get(measure.kind, "other")
    )
    cells = {**vars(measure), "bands": measure.bands_before or measure.bands, "value": figure.value}
    said = dict(part.split("=", 1) for part in figure.judgement.split(";") if "=" in part)
    standard = standard_of(cells) if measure.style else None
    return Printed(
        ref=measure.ref,
        label=measure.title,
        variant=figure.variant,
        period=figure.period,
        basis=figure.period_basis or measure.period_basis,
        kind=kind,
        numerator=_number(figure.numerator),
        denominator=_number(figure.denominator),
        per=_PER.get(measure.kind, 1),
        decimals=int(measure.decimals or 0),
        counts=figure.counts,
        good=standard.good if standard else Good.NEITHER,
        standard=standard,
        target_printed=measure.target_printed,
        target_before=_number(measure.target_before),
        said_unchanged=measure.said == "unchanged",
        judgement=said.get("tolerance", "" if said else figure.judgement),
        against_target=_AGAINST.get(said.get("target", ""), ""),
    )


def _arrow(measure: PublishedMeasure, figure: PublishedFigure) -> Literal["", "up", "down", "same"]:
    arrows = dict(part.split("=", 1) for part in measure.trend.split(";") if "=" in part)
    return _ARROWS.get(arrows.get(figure.variant, ""), "")


def _of_file(path: Path) -> Iterator[Printed]:
    _, rows = read(path)
    faults = []
    for place, row in enumerate(rows, start=2):
        try:
            yield _of_row(row)
        except RateError as error:
            faults.append(f"{path.name}, row {place} ({row.get('ref', '').strip() or 'no ref'}), {error}")
    if faults:
        raise Faults(*faults)


def _of_row(row: Mapping[str, str]) -> Printed:
    rate_row(row)  # which also tells bands that make no scale
    read_ = published(row)
    kind: PrintedKind = "percent" if read_.percent else "other"
    return Printed(
        ref=row["ref"],
        variant=row.get("variant", ""),
        period=row.get("period", ""),
        basis=row.get("basis", ""),
        kind=kind,
        value=read_.value,
        numerator=_number(row.get("numerator", "")),
        denominator=_number(row.get("denominator", "")),
        per=100 if read_.percent else 1,
        decimals=int(row.get("decimals", "") or 0),
        counts=row.get("counts", ""),
        good=read_.standard.good,
        standard=read_.standard,
        judgement=row.get("printed_judgement", ""),
        history=read_.history,
    )


def _number(said: str) -> Decimal | None:
    return number(said.strip()) if said.strip() else None
