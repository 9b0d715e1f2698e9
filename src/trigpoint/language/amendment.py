"""Dated changes of a definition, each belonging to a definition set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trigpoint.language.measure import Declaration


@dataclass(frozen=True, eq=False)
class Amendment:
    """From `effective` on, the definition set `set` reads the measure with these clauses replaced.

    `exclude` and `unknown` are added to, every other clause is replaced. The reporting date selects one whole
    definition; an amendment never changes another set's.
    """

    measure: Declaration
    definitions: str
    effective: date
    because: str
    agreed: str
    clauses: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Lifecycle:
    """A measure that a definition set adds or removes on a day: its figures stand from then on, or until then."""

    measure: Declaration
    definitions: str
    effective: date
    because: str
    agreed: str
    is_added: bool

    def holds(self, day: date) -> bool:
        """Whether the measure stands on a day."""
        return (day >= self.effective) == self.is_added
