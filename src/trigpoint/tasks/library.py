"""The library of measures as people ask for it: definitions in force, what changed, the list."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date

from trigpoint.language.definition import (
    NATIONAL,
    Definition,
    VariantError,
    definitions,
    in_force,
    variant_name,
)
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType
from trigpoint.measures import AMENDMENTS, MEASURES, definition_sets


class LibraryError(ValueError):
    """A measure, variant, period type or definition set that is not in the library."""


def measure(name: str) -> Declaration:
    """The measure with this id. Raises LibraryError."""
    if name not in MEASURES:
        near = [m for m in MEASURES if any(part in m for part in name.split("_") if len(part) > 2)]
        hint = f" Did you mean {', '.join(near[:4])}?" if near else ""
        raise LibraryError(f"There is no measure {name!r}.{hint} `trigpoint measures` lists them all.")
    return MEASURES[name]


def checked_set(name: str) -> str:
    """The definition set with this name. Raises LibraryError."""
    if name not in definition_sets():
        raise LibraryError(f"There is no definition set {name!r}; there are: {', '.join(definition_sets())}.")
    return name


def versions(declared: Declaration, variant: str, definition_set: str = NATIONAL) -> list[Definition]:
    """Every version of a measure in one variant and set, oldest first. Raises LibraryError."""
    try:
        return definitions(declared, variant_name(declared, variant), checked_set(definition_set), AMENDMENTS)
    except VariantError as error:
        raise LibraryError(str(error)) from None


def variants(declared: Declaration) -> list[str]:
    """The headline (empty) and every declared variant, one at a time."""
    values = [
        f"{key}={value}" for key, those in declared.variants.items() for value, clauses in those.items() if clauses
    ]
    return ["", *values]


def all_periods(declared: Declaration) -> list[PeriodType]:
    """Every period type that the measure takes in some variant."""
    found = {kind for v in variants(declared) for kind in versions(declared, v)[0].periods}
    return [kind for kind in PeriodType if kind in found]


COLUMNS = (
    "measure",
    "title",
    "domain",
    "kind",
    "good",
    "unit",
    "decimals",
    "needs",
    "period_types",
    "variants",
    "seeds",
    "source",
)


def listing() -> list[dict[str, str]]:
    """One row per measure, in the columns of COLUMNS."""
    return [
        {
            "measure": m.id,
            "title": m.title,
            "domain": m.domain,
            "kind": m.kind,
            "good": m.good,
            "unit": m.unit,
            "decimals": str(m.decimals),
            "needs": ";".join(m.counts.needs),
            "period_types": ";".join(all_periods(m)),
            "variants": ";".join(v for v in variants(m) if v),
            "seeds": ";".join(m.seeds),
            "source": m.source,
        }
        for m in MEASURES.values()
    ]


def shown(name: str, on: date, definition_set: str = NATIONAL) -> str:
    """One definition in force on a day, as an analyst reads it."""
    declared = measure(name)
    every = versions(declared, "", definition_set)
    now = in_force(every, on)
    lines = [
        f"{declared.title}",
        f"{declared.id}   {now.name}   in force since {now.effective.isoformat()}",
        "",
        *_clauses(now),
        *_field("Good is", declared.good),
        *_field("Unit", f"{declared.unit}, {declared.decimals} decimal places"),
        *_field("Period types", ", ".join(now.periods)),
        *_field("Variants", ", ".join(v for v in variants(declared) if v) or "none"),
        *_field("Source", declared.source),
    ]
    if declared.notes:
        lines += _field("Notes", declared.notes)
    for amendment in AMENDMENTS:
        if amendment.measure is declared and amendment.definitions == definition_set:
            lines += _field(f"Amended {amendment.effective}", f"{amendment.because} (agreed: {amendment.agreed})")
    if declared.examples:
        lines += ["", "Worked children", textwrap.indent(textwrap.dedent(declared.examples).strip(), "  ")]
    return "\n".join(lines)


def _clauses(now: Definition) -> list[str]:
    view = now.counts
    lines = _field("Counts", (view.__doc__ or "").splitlines()[0])
    lines += _field("Dated by", "the state at the date" if view.state else now.dated_by.label)
    if now.where is not None:
        lines += _field("Only where", now.where.in_words())
    for why, predicate in now.exclude.items():
        lines += _field("Left out", f"{why} ({predicate.in_words()})")
    for why, predicate in now.unknown.items():
        lines += _field("Unknown", f"{why} ({predicate.in_words()})")
    if now.met is not None:
        lines += _field("Met", now.met.in_words())
    if now.value is not None:
        lines += _field("Average of", now.value.label)
    if now.numerator is not None and now.denominator is not None:
        lines += _field("Sum of", now.numerator.label) + _field("over sum of", now.denominator.label)
    if now.per is not None:
        lines += _field("Per", now.per.in_words())
    if now.due is not None:
        lines += _field("Pending until", now.due.label)
    return lines


def _field(name: str, value: str) -> list[str]:
    return textwrap.wrap(value, 88, initial_indent=f"{name:<20}", subsequent_indent=" " * 20)


def changed(start: date, end: date, definition_set: str = NATIONAL) -> list[str]:
    """What differs between the definitions in force on two days, one paragraph a measure."""
    checked_set(definition_set)
    found = []
    for declared in MEASURES.values():
        every = versions(declared, "", definition_set)
        before, after = in_force(every, start), in_force(every, end)
        if before.fingerprint != after.fingerprint:
            found.append(_difference(declared, before, after, definition_set))
    return found


def _difference(declared: Declaration, before: Definition, after: Definition, definition_set: str) -> str:
    old, new = _clauses(before), _clauses(after)
    lines = [f"{declared.title} ({declared.id})", f"  {before.name} -> {after.name}, from {after.effective}"]
    lines += [f"  - {line}" for line in old if line not in new]
    lines += [f"  + {line}" for line in new if line not in old]
    for amendment in AMENDMENTS:
        mine = amendment.measure is declared and amendment.definitions == definition_set
        if mine and before.effective < amendment.effective <= after.effective:
            lines += [f"  Because: {amendment.because}", f"  Agreed: {amendment.agreed}"]
    return "\n".join(lines)


def chosen(names: Sequence[str]) -> list[Declaration]:
    """The measures named, or all."""
    return [measure(name) for name in dict.fromkeys(names)] if names else list(MEASURES.values())
