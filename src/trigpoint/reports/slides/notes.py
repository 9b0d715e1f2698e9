"""What stands in the notes of a slide: every number of its chart, the comparators, the commentary and the trace."""

from __future__ import annotations

from fractions import Fraction

from trigpoint.reports.commentary_words import missing
from trigpoint.reports.formats.html import stamp_lines
from trigpoint.reports.line import Line, Other, Past
from trigpoint.reports.page import Commentary
from trigpoint.reports.report import Report

HEADS = ("What happened", "Why", "What we are doing", "Back on target by")


def notes(line: Line, report: Report) -> str:
    """The notes of a measure's slide, a fact a line."""
    left = (("Left out by the definition", line.excluded), ("Not known", line.unknown), ("Pending", line.pending))
    parts = [
        [f"{line.code}: {line.title}", line.chart.subtitle, line.finding],
        ["Period: figure, counts, position", *(_past(past) for past in line.history)],
        [f"{words}: {count}" for words, count in left if count],
        [_other(other) for other in line.others],
        written(line.commentary) if line.commentary else [" ".join(missing(line.commentary_due))],
        list(line.notes),
        [line.counts, f"Definition {line.definition}", f"Trace of the figure: {line.now.figure.trace}"],
        [f"{name}: {said}" for name, said in stamp_lines(report.title, report.stamp)],
    ]
    return "\n\n".join("\n".join(each for each in part if each) for part in parts if any(part))


def written(said: Commentary) -> list[str]:
    """What people wrote, a thing said a line."""
    actions = "; ".join(f"{each.text} ({each.owner}, {each.by})" for each in said.actions)
    texts = (said.happened, said.why, actions, said.back_on_target)
    lines = [f"{head}: {text}" for head, text in zip(HEADS, texts, strict=True) if text]
    return [*lines, said.signed] if said.signed else lines


def _past(past: Past) -> str:
    counts = "" if past.numerator is None or past.denominator is None else _counts(past.numerator, past.denominator)
    return f"{past.period}: " + ", ".join(each for each in (past.figure.text, counts, past.status.words) if each)


def _counts(numerator: Fraction, denominator: Fraction) -> str:
    return f"{_count(numerator)} of {_count(denominator)}"


def _count(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.1f}"


def _other(other: Other) -> str:
    alike = "" if other.like_for_like else f"; not like for like{': ' + other.because if other.because else ''}"
    return f"{other.area}: {other.figure.text}, {other.year} ({other.source}){alike}"
