"""Compute a printed figure again from its trace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.language.definition import Definition, definitions, in_force
from trigpoint.language.reason import Reason
from trigpoint.measures import AMENDMENTS
from trigpoint.store import Store
from trigpoint.tasks import library
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.trace import HEADLINE, SUPPLIED, Trace, read_trace
from trigpoint.tasks.verify_supplied import verify_supplied


@dataclass(frozen=True)
class Verified:
    """The figure as it is computed now (none on changed records), what stands against its being
    the printed one, and what can be said when nothing does."""

    trace: Trace
    figure: dict[str, Any] | None
    troubles: list[str]
    said: str = "The records are as they were loaded, and the definition is the one of the trace."


def verify(trace: str, store: Path) -> Verified:
    """The figure of a trace, computed again from the records of its snapshot, or taken again from the entry that
    supplied it. Raises LibraryError and StoreError.

    Troubles: records or an entry that no longer hold what was loaded, a definition that the library no longer has, a
    figure that is no longer there.
    """
    asked = read_trace(trace)
    if asked.snapshot == SUPPLIED:
        return Verified(asked, *verify_supplied(asked, store), "The figure is as it was supplied.")
    taken = Store(store).snapshot(asked.snapshot)
    troubles = [f"Table {name} of snapshot {taken.id} is not as it was loaded." for name in taken.changed()]
    if troubles:
        return Verified(asked, None, troubles)
    declared = library.measure(asked.measure)
    definition_set = library.checked_set(asked.definition.partition(":")[0])
    every = definitions(declared, asked.variant, definition_set, AMENDMENTS, asked.period_type)
    now = in_force(every, asked.period_end)
    if now.name != asked.definition:
        troubles.append(_other(now, asked, every))
    by = [name for name in asked.breakdown.split("+") if name and name != "category"]
    table = figures(
        store,
        [asked.measure],
        [asked.period_type],
        asked.period_end,
        1,
        ["+".join(by)] if by else [],
        asked.variant or HEADLINE,
        definition_set,
        asked.snapshot,
    )
    wanted = (asked.authority, asked.breakdown, asked.group)
    rows = [row for row in table.to_pylist() if (row["authority"], row["breakdown"], row["group"]) == wanted]
    if not any(row["authority"] == asked.authority for row in table.to_pylist()) and not by:
        raise LibraryError(f"{trace}: snapshot {taken.id} has no authority {asked.authority!r}.")
    return Verified(asked, rows[0] if rows else _empty(asked, table.to_pylist()), troubles)


def _empty(asked: Trace, others: list[dict[str, Any]]) -> dict[str, Any]:
    """A group that has no row in the period: nothing was counted in it; a category is then none of all the others."""
    nothing: dict[str, Any] = dict.fromkeys(("numerator", "denominator", "excluded", "unknown", "pending"), 0)
    names = ("measure", "period_type", "period_end", "authority")
    found = {name: getattr(asked, name) for name in names} | nothing | {"value": None, "reason": Reason.NO_CASES}
    outer = asked.group.rpartition(" + ")[0]
    for row in others:
        beside = (row["authority"], row["breakdown"]) == (asked.authority, asked.breakdown)
        if asked.breakdown.endswith("category") and beside and row["group"].rpartition(" + ")[0] == outer:
            return found | {"denominator": row["denominator"], "value": 0.0, "reason": None}
    return found


def _other(now: Definition, asked: Trace, every: list[Definition]) -> str:
    """Why the definition in force is not the one of the trace."""
    older = [one for one in every if one.name == asked.definition]
    if older:
        return f"It was computed by the definition in force from {older[0].effective}; now {now.name} holds."
    return (
        f"It was computed by {asked.definition}, which this version of the library no longer has; "
        f"below is the figure by {now.name}."
    )
