"""The words of a page where the pack leaves them out: those of the measure itself."""

from __future__ import annotations

from dataclasses import replace

from trigpoint.packs.facts import MeasureFacts
from trigpoint.packs.model import Page
from trigpoint.reports.wording import DAYS, PERCENT, capital

_VALUE = {PERCENT: "%", DAYS: "Days"}


def spoken(page: Page, facts: MeasureFacts) -> Page:
    """The page with every word filled."""
    said = page.words
    counted = facts.kind in ("ratio", "distribution")
    words = replace(
        said,
        one=said.one or "case",
        many=said.many or "cases",
        met=said.met or capital(facts.numerator) or ("Counted" if counted else "Sum"),
        not_met=said.not_met or "Others, or not known",
        all=said.all or capital(facts.denominator) or ("All cases" if counted else "Cases"),
        value=said.value or _VALUE.get(facts.unit, capital(facts.unit)),
        met_short=said.met_short or "cases",
        made_of=said.made_of or _made_of(facts, said.many),
    )
    return replace(page, words=words)


def _made_of(facts: MeasureFacts, many: str) -> str:
    """137 of 164 assessments; a sum is no part of what it is divided by: 36,013 days over 74 cases."""
    if facts.kind == "average":
        unit = f" {facts.unit}" if facts.unit == DAYS else ""
        return f"{{numerator}}{unit} over {{denominator}} {many or 'cases'}"
    return f"{{numerator}} {facts.joined} {{denominator}}{' ' + many if many else ''}"
