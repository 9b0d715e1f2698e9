"""What a report says that contradicts itself: looked for before it is written, listed on its first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from trigpoint.judgement.consistency_check import Finding
from trigpoint.judgement.printed import Printed, PrintedKind
from trigpoint.reports.block import Found, Side
from trigpoint.reports.report import Report
from trigpoint.reports.subject import Subject

_KINDS: dict[str, PrintedKind] = {
    "ratio": "percent", "rate": "rate", "average": "average", "true_ratio": "average", "count": "count",
}  # fmt: skip


def printed_rows(subjects: Sequence[Subject]) -> list[Printed]:
    """Every figure that the pages of a report are about, as it is printed, for the checks to look at."""
    return [_printed(subject) for subject in subjects]


def with_contradictions(report: Report, found: Sequence[Finding]) -> Report:
    """The report with what was found listed on its first page; as it is where nothing was."""
    if not found:
        return report
    first, *rest = report.pages
    listed = Found("What the checks of this report found", tuple((None, str(finding)) for finding in found), "")
    last = first.blocks[-1]
    blocks = (*first.blocks[:-1], Side(((listed,),), "finds"), last)
    notes = tuple(f"Found by the checks of this report: {finding}" for finding in found)
    return replace(report, pages=(replace(first, blocks=blocks), *rest), notes=(*report.notes, *notes))


def _printed(subject: Subject) -> Printed:
    now, facts = subject.now, subject.facts
    return Printed(
        ref=subject.page.code,
        label=subject.page.title,
        variant=subject.page.variant,
        period=f"{now.end:%Y-%m}",
        kind=_KINDS.get(facts.kind, "other"),
        value=now.counted.value,
        numerator=_decimal(now.counted.numerator),
        denominator=_decimal(now.counted.denominator),
        per=facts.per,
        decimals=facts.decimals,
        good=facts.good,
        standard=now.target,
        history=tuple(judged.counted.value for judged in subject.history[:-1]),
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(value.numerator) / Decimal(value.denominator)
