"""The clauses of a definition as an analyst reads them."""

from __future__ import annotations

from trigpoint.language.definition import Definition
from trigpoint.language.terms import PERIOD_END
from trigpoint.tasks.library import _clauses

Clause = tuple[str, str]
_INDENT = 16


def clauses(definition: Definition) -> list[Clause]:
    """Each clause as its name and its words, as `trigpoint measures show` prints them, and those it leaves out."""
    found: list[Clause] = []
    for line in _clauses(definition):
        name, words = line[:_INDENT].strip(), line[_INDENT:]
        if name:
            found.append((name, words))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
    found = [(name, _once_only(words)) for name, words in found]
    if definition.once is not None:
        found.append(("Counted once", f"each {definition.once.label.lower()} once a period"))
    if definition.known_at is PERIOD_END:
        found.append(("Judged", "as known on the last day of the period"))
    return found


def differences(before: Definition, after: Definition) -> list[str]:
    """What the second definition says otherwise than the first, one phrase a clause."""
    old, new = clauses(before), clauses(after)
    said = [f"{name}: {words}" for name, words in new if (name, words) not in old]
    names = {name for name, _ in new}
    said += [
        f"no longer {name.lower()}: {words}"
        for name, words in old
        if (name, words) not in new and (name not in names or name in {"Left out", "Unknown"})
    ]
    if before.periods != after.periods:
        said.append(f"Period types: {', '.join(after.periods)}")
    if before.unit != after.unit:
        said.append(f"Unit: {after.unit}")
    if extra := [name for name in after.needs if name not in before.needs]:
        said.append(f"Needs also: {', '.join(extra)}")
    return said


def _once_only(words: str) -> str:
    """`Held late (Held late)`, a reason whose test has the same words, as `Held late`."""
    reason, _, test = words.removesuffix(")").partition(" (")
    return reason if reason == test else words
