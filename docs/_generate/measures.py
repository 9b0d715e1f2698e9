"""A page a measure, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from _generate.clauses import clauses, differences
from _generate.markdown import code, long_day, page, table
from _generate.worked import worked
from trigpoint.language.amendment import Amendment
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.measure import Declaration
from trigpoint.measures import AMENDMENTS, MEASURES, definition_sets
from trigpoint.tasks.library import all_periods, versions

_GOOD = {"high": "A high figure is good.", "low": "A low figure is good.", "none": "Neither high nor low is good."}
_KIND = {
    "ratio": "ratio",
    "count": "count",
    "rate": "rate per population",
    "average": "average",
    "true_ratio": "sum of one column over the sum of another",
}


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of every page."""
    yield "measures/index.md", _index()
    for declared in MEASURES.values():
        yield f"measures/{declared.id}.md", _page(declared)


def _page(declared: Declaration) -> str:
    headline = versions(declared, "")[-1]
    return page(
        f"# {declared.title}",
        "",
        f"`{declared.id}` · {declared.domain.capitalize()} · {_KIND[declared.kind]} · `{headline.name}`",
        "",
        *([declared.notes, ""] if declared.notes else []),
        "## What is counted",
        "",
        *table(["Clause", "In words"], clauses(headline)),
        *_facts(declared),
        *_variants(declared, headline),
        *_definition_sets(declared),
        *(["## Worked children", "", *worked(declared.examples)] if declared.examples else []),
    )


def _facts(declared: Declaration) -> list[str]:
    places = f"{declared.decimals} decimal place{'' if declared.decimals == 1 else 's'}"
    rows = [
        ("Unit", f"{declared.unit}, {places}"),
        ("Direction", _GOOD[declared.good]),
        ("Period types", code(all_periods(declared))),
        ("Breakdowns", code(declared.counts.breakdowns())),
        ("Needs", code((*declared.counts.needs, *declared.needs))),
        ("In force since", long_day(versions(declared, "")[-1].effective)),
        ("Source", declared.source),
        ("Appears in", ", ".join(declared.seeds) or "no seed report"),
    ]
    return ["## Facts", "", *table(["", ""], rows)]


def _variants(declared: Declaration, headline: Definition) -> list[str]:
    rows = []
    for key, values in declared.variants.items():
        for value, changed in values.items():
            name = f"`{key}={value}`"
            if not changed:
                rows.append((name, "The headline."))
            else:
                said = differences(headline, versions(declared, f"{key}={value}")[-1])
                rows.append((name, "; ".join(clause.removesuffix(".") for clause in said) + "."))
    if not rows:
        return []
    return ["## Variants", "", *table(["Variant", "What it changes"], rows)]


def _definition_sets(declared: Declaration) -> list[str]:
    mine = [amendment for amendment in AMENDMENTS if amendment.measure is declared]
    if not mine:
        return []
    return ["## Definition sets", "", *table(["Set", "From", "Change", "Because", "Agreed"], map(_amended, mine))]


def _amended(amendment: Amendment) -> tuple[str, ...]:
    every = versions(amendment.measure, "", amendment.definitions)
    after = in_force(every, amendment.effective)
    before = in_force(every, date.fromordinal(amendment.effective.toordinal() - 1))
    return (
        f"`{amendment.definitions}`",
        long_day(amendment.effective),
        "; ".join(differences(before, after)),
        amendment.because,
        amendment.agreed,
    )


def _index() -> str:
    lines = [
        "# Measures",
        "",
        f"The library holds {len(MEASURES)} measures. A measure classifies the rows of one case view: it says which "
        "rows are candidates, which are left out and why, and which are met. Each page is written from the "
        "declaration that the engine runs, and its worked children are tests.",
        "",
    ]
    for domain, group in groupby(sorted(MEASURES.values(), key=lambda m: (m.domain, m.id)), lambda m: m.domain):
        rows = [(f"[{m.title}]({m.id}.md)", f"`{m.id}`", m.unit, str(m.good)) for m in group]
        lines += [f"## {domain.capitalize()}", "", *table(["Measure", "Id", "Unit", "Good is"], rows)]
    return page(*lines, *_sets())


def _sets() -> list[str]:
    rows = [(f"`{NATIONAL}`", "The default: national definitions.")]
    for name in definition_sets():
        changed = dict.fromkeys(a.measure.id for a in AMENDMENTS if a.definitions == name)
        if changed:
            rows.append((f"`{name}`", "Amends " + ", ".join(f"[{m}]({m}.md)" for m in changed) + "."))
    return [
        "## Definition sets",
        "",
        "A definition set is a named body of dated amendments. A council's own set changes nothing in any other.",
        "",
        *table(["Set", "What it changes"], rows),
    ]
