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
from trigpoint.language.reading import AnyMeasure, Reading, reading
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import AMENDMENTS, EVERY, MEASURES, SUPPLIED, definition_sets
from trigpoint.tasks.in_words import clauses


class LibraryError(ValueError):
    """A measure, variant, period type or definition set that is not in the library."""


def any_measure(name: str) -> AnyMeasure:
    """The measure with this id, counted from records or supplied. Raises LibraryError."""
    if name not in EVERY:
        near = [m for m in EVERY if any(part in m for part in name.split("_") if len(part) > 2)]
        hint = f" Did you mean {', '.join(near[:4])}?" if near else ""
        raise LibraryError(f"There is no measure {name!r}.{hint} `trigpoint measures` lists them all.")
    return EVERY[name]


def measure(name: str) -> Declaration:
    """The measure with this id, which is counted from records. Raises LibraryError."""
    declared = any_measure(name)
    if isinstance(declared, SuppliedMeasure):
        raise LibraryError(f"{name} comes as figures from elsewhere: there are no records behind it to look into.")
    return declared


def checked_set(name: str) -> str:
    """The definition set with this name. Raises LibraryError."""
    if name not in definition_sets():
        raise LibraryError(f"There is no definition set {name!r}; there are: {', '.join(definition_sets())}.")
    return name


def versions(
    declared: Declaration, variant: str, definition_set: str = NATIONAL, period_type: PeriodType | None = None
) -> list[Definition]:
    """Every version of a measure in one variant and set, oldest first, as it reads for a period type.

    Raises LibraryError.
    """
    try:
        name = variant_name(declared, variant)
        return definitions(declared, name, checked_set(definition_set), AMENDMENTS, period_type)
    except VariantError as error:
        raise LibraryError(str(error)) from None


def variants(declared: AnyMeasure) -> list[str]:
    """The headline (empty) and every declared variant, one at a time."""
    values = [
        f"{key}={value}" for key, those in declared.variants.items() for value, clauses in those.items() if clauses
    ]
    return ["", *values]


def all_periods(declared: AnyMeasure) -> list[PeriodType]:
    """Every period type that the measure takes in some variant."""
    if isinstance(declared, SuppliedMeasure):
        return [kind for kind in PeriodType if kind in declared.periods]
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
    "proved_by",
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
            "needs": m.supplier if isinstance(m, SuppliedMeasure) else ";".join((*m.counts.needs, *m.needs)),
            "period_types": ";".join(all_periods(m)),
            "variants": ";".join(v for v in variants(m) if v),
            "seeds": ";".join(m.seeds),
            "source": m.source,
            "proved_by": "template" if isinstance(m, SuppliedMeasure) else "records",
        }
        for m in EVERY.values()
    ]


def shown(name: str, on: date, definition_set: str = NATIONAL) -> str:
    """One definition in force on a day, as an analyst reads it."""
    declared = any_measure(name)
    if isinstance(declared, SuppliedMeasure):
        return _shown_supplied(declared)
    every = versions(declared, "", definition_set)
    now = in_force(every, on)
    lines = [
        f"{declared.title}",
        f"{declared.id}   {now.name}   in force since {now.effective.isoformat()}",
        "",
        *(line for clause, words in clauses(now) for line in _field(clause, words)),
        *_facts(declared, now.periods),
    ]
    for amendment in AMENDMENTS:
        if amendment.measure is declared and amendment.definitions == definition_set:
            lines += _field(f"Amended {amendment.effective}", f"{amendment.because} (agreed: {amendment.agreed})")
    if declared.examples:
        lines += ["", "Worked children", textwrap.indent(textwrap.dedent(declared.examples).strip(), "  ")]
    return "\n".join(lines)


def _shown_supplied(declared: SuppliedMeasure) -> str:
    headline = _reading(reading(declared, ""))
    lines = [f"{declared.title}", f"{declared.id}   supplied: template {declared.supplier}", ""]
    lines += [line for name, said in headline.items() for line in _field(name, said)]
    lines += _facts(declared, declared.periods)
    for variant in variants(declared)[1:]:
        changed = {
            name: said for name, said in _reading(reading(declared, variant)).items() if headline.get(name) != said
        }
        lines += ["", f"Variant {variant}", *(line for name, said in changed.items() for line in _field(name, said))]
    return "\n".join(lines)


def _reading(now: Reading) -> dict[str, str]:
    said = {
        "About": now.about,
        "Of": now.cohort,
        "Numerator": now.numerator,
        "Denominator": now.denominator,
        "Figure": f"{now.form}, {now.unit}",
        "Categories": ", ".join(now.categories),
    }
    return {name: words for name, words in said.items() if words}


def _facts(declared: AnyMeasure, periods: Sequence[PeriodType]) -> list[str]:
    lines = [
        *_field("Good is", declared.good),
        *_field("Unit", f"{declared.unit}, {declared.decimals} decimal places"),
        *_field("Period types", ", ".join(periods)),
        *_field("Variants", ", ".join(v for v in variants(declared) if v) or "none"),
        *_field("Source", declared.source),
    ]
    return [*lines, *_field("Notes", declared.notes)] if declared.notes else lines


def _field(name: str, value: str) -> list[str]:
    return textwrap.wrap(value, 88, initial_indent=f"{name:<20}", subsequent_indent=" " * 20)


def chosen(names: Sequence[str]) -> list[Declaration]:
    """Those of the measures named, or of all, that are counted from records. Raises LibraryError."""
    return [m for m in _named(names) if isinstance(m, Declaration)] if names else list(MEASURES.values())


def chosen_supplied(names: Sequence[str]) -> list[SuppliedMeasure]:
    """Those of the measures named, or of all, that come as figures from elsewhere. Raises LibraryError."""
    return [m for m in _named(names) if isinstance(m, SuppliedMeasure)] if names else list(SUPPLIED.values())


def _named(names: Sequence[str]) -> list[AnyMeasure]:
    return [any_measure(name) for name in dict.fromkeys(names)]
