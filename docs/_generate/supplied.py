"""The page of a measure that comes as figures from others."""

from __future__ import annotations

from _generate.departures import departures
from _generate.markdown import code, page, table
from trigpoint.language.reading import Reading, reading
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures.owners import OWNERS
from trigpoint.measures.suppliers import SUPPLIERS
from trigpoint.tasks.library import all_periods, variants


def supplied_page(declared: SuppliedMeasure) -> str:
    """Its words for the supplier, its variants and its facts."""
    headline = _words(reading(declared, ""))
    rows = []
    for variant in variants(declared)[1:]:
        now = _words(reading(declared, variant))
        rows.append(
            (f"`{variant}`", "; ".join(f"{name}: {said}" for name, said in now.items() if headline.get(name) != said))
        )
    title = SUPPLIERS[declared.supplier].title
    return page(
        f"# {declared.title}",
        "",
        f"`{declared.id}` · {declared.domain.capitalize()} · supplied by {title}, template `{declared.supplier}`",
        "",
        *([declared.notes, ""] if declared.notes else []),
        "## What is supplied",
        "",
        *table(["", ""], list(headline.items())),
        "## Facts",
        "",
        *table(
            ["", ""],
            [
                ("Unit", f"{declared.unit}, {declared.decimals} decimal places"),
                ("Period types", code(all_periods(declared))),
                ("Usually appears", f"{declared.lag} months after the period"),
                ("Owner", OWNERS[declared.domain]),
                ("Source", declared.source),
                ("Appears in", ", ".join(declared.seeds) or "no seed report"),
            ],
        ),
        *(["## Variants", "", *table(["Variant", "What it changes"], rows)] if rows else []),
        *departures(declared.id),
    )


def _words(now: Reading) -> dict[str, str]:
    said = {
        "About": now.about,
        "Of": now.cohort,
        "Numerator": now.numerator,
        "Denominator": now.denominator,
        "Figure": f"{now.form}, {now.unit}",
        "Categories": ", ".join(now.categories),
    }
    return {name: words for name, words in said.items() if words}
