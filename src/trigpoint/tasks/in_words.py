"""A definition in plain English, written from its clauses: for `measures show`, for the manual and for pages."""

from __future__ import annotations

from trigpoint.language.definition import Definition
from trigpoint.language.terms import BEST, FIRST, MEAN, PERIOD_END

Clause = tuple[str, str]


def clauses(now: Definition) -> list[Clause]:
    """Each clause as its name and its words."""
    found = [
        ("Counts", _first_line(now)),
        ("Dated by", "the state at the date" if now.counts.state else now.dated_by.label),
    ]
    if now.where is not None:
        found.append(("Only where", now.where.in_words()))
    found += [("Left out", _reason(why, predicate.in_words())) for why, predicate in now.exclude.items()]
    found += [("Unknown", _reason(why, predicate.in_words())) for why, predicate in now.unknown.items()]
    found += _figure(now)
    if now.due is not None:
        found.append(("Pending until", now.due.label))
    if now.once is not None:
        found.append(("Counted once", f"each {_lower(now.once.label)} once a period{_decided(now)}"))
    if now.known_at is PERIOD_END:
        found.append(("Judged", "as known on the last day of the period"))
    return found


def sentence(now: Definition) -> str:
    """The whole definition as one or two sentences."""
    rows = _lower(looked_at(now))
    rows = f"each {_lower(now.once.label)} among: {rows}" if now.once is not None else f"every {rows}"
    when = (
        "at the last day of the period"
        if now.counts.state
        else f"placed in the period by: {_lower(now.dated_by.label)}"
    )
    only = f" Only where {_lower(now.where.in_words())}." if now.where is not None else ""
    out = ", ".join(_lower(why) for why in now.exclude)
    left = f" Left out: {out}." if out else ""
    return f"Looks at {rows}, {when}.{only}{left} {_answer(now)}"


def looked_at(now: Definition) -> str:
    """What a row of the view is, without how its days are counted: "child and family assessment"."""
    return _first_line(now).removeprefix("One row per ").partition(". ")[0].rstrip(".")


def _answer(now: Definition) -> str:
    """What the figure is of those rows."""
    if now.kind == "ratio" and now.met is not None:
        return f"The figure is the percentage of them for which: {_lower(now.met.in_words())}."
    if now.kind in {"average", "median"} and now.value is not None:
        return f"The figure is the {now.average} of: {_lower(now.value.label)}."
    if now.kind == "distribution" and now.category is not None:
        return f"The figures are the percentages by: {_lower(now.category.label)}."
    if now.kind == "rate" and now.per is not None:
        return f"The figure is their number for the {now.per.in_words()}."
    if now.numerator is not None and now.denominator is not None:
        times = f"{now.times} times " if now.times > 1 else ""
        top, bottom = _lower(now.numerator.label), _lower(now.denominator.label)
        return f"The figure is {times}the sum of {top} over the sum of {bottom}."
    return "The figure is their number."


def _figure(now: Definition) -> list[Clause]:
    found: list[Clause] = []
    if now.met is not None:
        found.append(("Met", now.met.in_words()))
    if now.value is not None:
        found.append(("Average of" if now.average is MEAN else "Median of", now.value.label))
    if now.category is not None:
        found.append(("Shares by", now.category.label))
    if now.numerator is not None and now.denominator is not None:
        top, bottom = now.parts.numerator, now.parts.denominator
        found += [
            ("Sum of", _stored(now.numerator.label, top)),
            ("over sum of", _stored(now.denominator.label, bottom)),
        ]
    if now.per is not None:
        yearly = ", a month or quarter made a year's" if now.annualise else ""
        found.append(("Per", f"{now.per.in_words()}{yearly}"))
    return found


def _stored(label: str, parts: int) -> str:
    """What is summed, and in what the files of figures hold the sum where that is not what people read."""
    return f"{label} (files of figures hold it times {parts})" if parts > 1 else label


def _decided(now: Definition) -> str:
    if now.pick is BEST:
        return ""
    return ", by the first of its rows" if now.pick is FIRST else ", by the last of its rows"


def _first_line(now: Definition) -> str:
    """The first sentence of what the view's rows are."""
    lines = (now.counts.__doc__ or "").strip().splitlines()
    return lines[0] if lines else now.counts.name


def _reason(why: str, test: str) -> str:
    """A reason with its test; once only where both have the same words."""
    return why if why == test else f"{why} ({test})"


def _lower(words: str) -> str:
    """The words as they stand inside a sentence; abbreviations keep their capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
