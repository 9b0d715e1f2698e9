"""What a definition set changed between two days, as a paper to a board says it: removed, added, amended."""

from __future__ import annotations

from datetime import date

from trigpoint.language.amendment import Amendment, Lifecycle
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.measure import Declaration
from trigpoint.measures import AMENDMENTS, MEASURES
from trigpoint.measures.library import LIFECYCLES
from trigpoint.tasks.in_words import clauses
from trigpoint.tasks.library import checked_set, versions


def changed(start: date, end: date, definition_set: str = NATIONAL) -> list[str]:
    """Paragraphs under the headings Removed, Added and Amended; empty when nothing differs. Raises LibraryError."""
    checked_set(definition_set)
    mine = [one for one in LIFECYCLES if one.definitions == definition_set and start < one.effective <= end]
    found = _section("Removed", [_told(one) for one in mine if not one.is_added])
    found += _section("Added", [_told(one) for one in mine if one.is_added])
    return found + _section("Amended", _amended(start, end, definition_set))


def _section(heading: str, paragraphs: list[str]) -> list[str]:
    return [heading, *paragraphs] if paragraphs else []


def _told(one: Lifecycle) -> str:
    return f"{one.measure.title} ({one.measure.id}), from {one.effective}\n{_why(one)}"


def _why(one: Lifecycle | Amendment) -> str:
    return f"  Because: {one.because}\n  Agreed: {one.agreed}"


def _amended(start: date, end: date, definition_set: str) -> list[str]:
    found = []
    for declared in MEASURES.values():
        every = versions(declared, "", definition_set)
        before, after = in_force(every, start), in_force(every, end)
        if before.fingerprint != after.fingerprint:
            found.append(_difference(declared, before, after, definition_set))
    return found


def _difference(declared: Declaration, before: Definition, after: Definition, definition_set: str) -> str:
    old, new = clauses(before), clauses(after)
    lines = [f"{declared.title} ({declared.id})", f"  {before.name} -> {after.name}, from {after.effective}"]
    lines += [f"  - {name}: {words}" for name, words in old if (name, words) not in new]
    lines += [f"  + {name}: {words}" for name, words in new if (name, words) not in old]
    for amendment in AMENDMENTS:
        mine = amendment.measure is declared and amendment.definitions == definition_set
        if mine and before.effective < amendment.effective <= after.effective:
            lines.append(_why(amendment))
    return "\n".join(lines)
