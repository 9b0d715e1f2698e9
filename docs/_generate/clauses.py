"""What one definition says otherwise than another, in words."""

from __future__ import annotations

from trigpoint.language.definition import Definition
from trigpoint.tasks.in_words import clauses


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
