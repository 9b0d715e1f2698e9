"""What a measure means: the clauses in force, how they changed, variants, worked children. For people, not code."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date

from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.measure import Declaration
from trigpoint.language.reading import AnyMeasure
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import AMENDMENTS
from trigpoint.measures.library import LIFECYCLES
from trigpoint.reports.wording import capital, day
from trigpoint.tasks import library
from trigpoint.tasks.in_words import Clause, clauses, sentence


@dataclass(frozen=True)
class Version:
    """One version of a definition: since when, its name, what changed against the one before, why and who agreed."""

    since: str
    name: str
    gone: tuple[Clause, ...]
    new: tuple[Clause, ...]
    because: str
    agreed: str
    in_force: bool


@dataclass(frozen=True)
class Worked:
    """A worked example: for which period and figure, the heads of its columns and its children as rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A definition as an analyst and a manager read it."""

    title: str
    domain: str
    sentence: str
    clauses: tuple[Clause, ...]
    facts: tuple[Clause, ...]
    versions: tuple[Version, ...]
    lives: tuple[str, ...]
    worked: tuple[Worked, ...]


def meaning(measure: str, on: date, definition_set: str = NATIONAL, variant: str = "") -> Meaning:
    """The meaning of a measure on a day. Raises LibraryError."""
    declared = library.any_measure(measure)
    library.checked_set(definition_set)
    facts = tuple(_facts(declared))
    if isinstance(declared, SuppliedMeasure):
        said = (("Numerator", declared.numerator), ("Denominator", declared.denominator), ("Of", declared.cohort))
        told = tuple((name, words) for name, words in said if words)
        return Meaning(
            title=declared.title,
            domain=declared.domain,
            sentence=declared.about or declared.numerator,
            clauses=told,
            facts=(("Supplied by template", declared.supplier), *facts),
            versions=(),
            lives=(),
            worked=(),
        )
    every = library.versions(declared, variant, definition_set)
    now = in_force(every, on)
    return Meaning(
        title=declared.title,
        domain=declared.domain,
        sentence=sentence(now),
        clauses=tuple(clauses(now)),
        facts=facts,
        versions=tuple(_versions(declared, every, now, definition_set)),
        lives=tuple(_lives(declared, definition_set)),
        worked=tuple(worked(declared.examples)),
    )


def _facts(declared: AnyMeasure) -> list[Clause]:
    said = [
        ("Good is", str(declared.good)),
        ("Unit", f"{declared.unit}, {declared.decimals} decimal places" if declared.decimals else declared.unit),
        ("Variants", ", ".join(name for name in library.variants(declared) if name)),
        ("Source", declared.source),
        ("Notes", declared.notes),
    ]
    return [(name, words) for name, words in said if words]


def _versions(declared: Declaration, every: list[Definition], now: Definition, definition_set: str) -> list[Version]:
    """Newest first."""
    agreed = {a.effective: a for a in AMENDMENTS if a.measure is declared and a.definitions == definition_set}
    found: list[Version] = []
    before: Definition | None = None
    for one in every:
        new = clauses(one)
        old = clauses(before) if before is not None else new
        why = agreed.get(one.effective) if before is not None else None
        found.append(
            Version(
                since=day(one.effective),
                name=one.name,
                gone=tuple(clause for clause in old if clause not in new),
                new=tuple(clause for clause in new if clause not in old),
                because=why.because if why else "",
                agreed=why.agreed if why else "",
                in_force=one is now,
            )
        )
        before = one
    return found[::-1]


def _lives(declared: Declaration, definition_set: str) -> list[str]:
    """When the definition set began or ceased to report the measure."""
    return [
        f"{'Reported' if one.is_added else 'No longer reported'} from {day(one.effective)}: {one.because} "
        f"(agreed: {one.agreed})"
        for one in LIFECYCLES
        if one.measure is declared and one.definitions == definition_set
    ]


def worked(examples: str) -> list[Worked]:
    """The worked examples of a declaration as tables: a paragraph each, its first line the title, then the heads."""
    found = []
    for paragraph in textwrap.dedent(examples).strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().splitlines() if line.strip()]
        if len(lines) < 2:
            continue
        heads = _cells(lines[1])
        rows = tuple(tuple(_padded(_cells(line), len(heads))) for line in lines[2:])
        found.append(Worked(capital(", ".join(_cells(lines[0]))), tuple(heads), rows))
    return found


def _cells(line: str) -> list[str]:
    return [" ".join(cell.split()) for cell in line.split("|")]


def _padded(cells: list[str], many: int) -> list[str]:
    return [*cells, *[""] * (many - len(cells))][:many]
