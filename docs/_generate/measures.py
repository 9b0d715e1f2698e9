"""A page a measure, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from _generate.clauses import differences
from _generate.departures import departures
from _generate.markdown import code, long_day, page, table
from _generate.supplied import supplied_page
from _generate.worked import worked
from trigpoint.language.amendment import Amendment, Lifecycle
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.measure import Declaration
from trigpoint.language.reading import AnyMeasure
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import AMENDMENTS, EVERY, MEASURES, SUPPLIED, definition_sets
from trigpoint.measures.library import LIFECYCLES
from trigpoint.measures.owners import OWNERS
from trigpoint.tasks.in_words import clauses, sentence
from trigpoint.tasks.library import all_periods, versions

_GOOD = {"high": "A high figure is good.", "low": "A low figure is good.", "none": "Neither high nor low is good."}
_KIND = {
    "ratio": "ratio",
    "count": "count",
    "rate": "rate per population",
    "average": "average",
    "median": "median",
    "distribution": "shares by category",
    "true_ratio": "sum of one column over the sum of another",
}


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of every page."""
    yield "measures/index.md", _index()
    for declared in MEASURES.values():
        yield f"measures/{declared.id}.md", _page(declared)
    for supplied in SUPPLIED.values():
        yield f"measures/{supplied.id}.md", supplied_page(supplied)


def _page(declared: Declaration) -> str:
    headline = versions(declared, "")[-1]
    return page(
        f"# {declared.title}",
        "",
        f"`{declared.id}` · {declared.domain.capitalize()} · {_KIND[declared.kind]} · `{headline.name}`",
        "",
        sentence(headline),
        "",
        *([declared.notes, ""] if declared.notes else []),
        "## What is counted",
        "",
        *table(["Clause", "In words"], clauses(headline)),
        *_facts(declared),
        *_variants(declared, headline),
        *_by_period(declared),
        *_definition_sets(declared),
        *departures(declared.id),
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
        ("Owner", OWNERS[declared.domain]),
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


def _by_period(declared: Declaration) -> list[str]:
    """Period types in which the measure reads otherwise."""
    headline, rows = versions(declared, "")[-1], []
    for kind in all_periods(declared):
        said = differences(headline, versions(declared, "", period_type=kind)[-1])
        if said:
            rows.append((f"`{kind}`", "; ".join(said)))
    return ["## By period type", "", *table(["Period type", "What it changes"], rows)] if rows else []


def _definition_sets(declared: Declaration) -> list[str]:
    rows = [_amended(amendment) for amendment in AMENDMENTS if amendment.measure is declared]
    rows += [_reported(change) for change in LIFECYCLES if change.measure is declared]
    if not rows:
        return []
    return ["## Definition sets", "", *table(["Set", "From", "Change", "Because", "Agreed"], rows)]


def _reported(change: Lifecycle) -> tuple[str, ...]:
    what = "Reported from this day" if change.is_added else "No longer reported"
    return f"`{change.definitions}`", long_day(change.effective), what, change.because, change.agreed


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
        f"The library holds {len(EVERY)} measures. {len(MEASURES)} are counted from records: such a measure "
        "classifies the rows of one case view. It says which rows are candidates, which are left out and why, and "
        "which are met. Each page is written from the declaration that the engine runs, and its worked children are "
        f"tests. {len(SUPPLIED)} come as figures from others: see [supply figures](../how-to/supply.md).",
        "",
    ]
    for domain, group in groupby(sorted(EVERY.values(), key=lambda m: (m.domain, m.id)), lambda m: m.domain):
        rows = [(f"[{m.title}]({m.id}.md)", f"`{m.id}`", m.unit, str(m.good), _proof(m)) for m in group]
        heads = ["Measure", "Id", "Unit", "Good is", "From"]
        lines += [f"## {domain[:1].upper()}{domain[1:]}", "", *table(heads, rows)]
    return page(*lines, *_sets())


def _proof(measure: AnyMeasure) -> str:
    """What makes it give a value: records, or a filled template."""
    return f"template `{measure.supplier}`" if isinstance(measure, SuppliedMeasure) else "records"


def _sets() -> list[str]:
    rows = [(f"`{NATIONAL}`", "The default: national definitions.")]
    for name in definition_sets():
        every: list[Amendment | Lifecycle] = [*AMENDMENTS, *LIFECYCLES]
        changed = dict.fromkeys(a.measure.id for a in every if a.definitions == name)
        if changed:
            rows.append((f"`{name}`", "Changes " + ", ".join(f"[{m}]({m}.md)" for m in changed) + "."))
    return [
        "## Definition sets",
        "",
        "A definition set is a named body of dated amendments. A council's own set changes nothing in any other.",
        "",
        *table(["Set", "What it changes"], rows),
    ]
